package io.plimsoll.files;

/** Told how far the reading has come; called from the threads that read. */
@FunctionalInterface
public interface ReadProgress {

    /** Nobody listens. */
    ReadProgress SILENT = (file, linesSoFar) -> {};

    /**
     * So much has been read; comes now and then, and at the end of every file.
     *
     * @param file relative name, for example {@code orders.csv}
     * @param linesSoFar records of this file without its header
     */
    void lines(String file, long linesSoFar);
}
