package io.plimsoll.service.uploads;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.Objections;
import io.plimsoll.service.right.Viewer;
import java.nio.file.Path;

/** A table that comes in apart from any cycle and that another room keeps; that room declares one as a bean. */
public interface RoomTable {

    /** Which of {@link io.plimsoll.files.CycleFolder#TABLES} it is. */
    String file();

    /** What is asked of its rows as things stand now, beyond what the file asks. */
    Objections objections();

    /**
     * Stores it, in the transaction that is going on.
     *
     * @param upload its number
     * @param folder that holds the table
     * @throws BadInput when the file is not what it was when it was checked
     */
    void store(Viewer planner, long upload, Path folder) throws BadInput;
}
