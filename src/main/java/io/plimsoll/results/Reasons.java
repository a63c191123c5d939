package io.plimsoll.results;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says why a file could not be read or written. */
public final class Reasons {

    private Reasons() {}

    /** In the house's own words where it has any, otherwise in those of the system. */
    public static Message of(IOException failed) {
        if (failed instanceof FileSystemException about && about.getFile() != null) {
            if (failed instanceof AccessDeniedException) {
                return Message.of("REASON_NO_PERMISSION", "file", about.getFile());
            }
            if (failed instanceof NoSuchFileException) {
                return Message.of("REASON_MISSING", "file", about.getFile());
            }
            if (failed instanceof NotDirectoryException) {
                return Message.of("REASON_NOT_A_FOLDER", "file", about.getFile());
            }
            if (failed instanceof FileAlreadyExistsException) {
                return Message.of("REASON_EXISTS", "file", about.getFile());
            }
        }
        String words = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
        return Message.of("REASON_OTHER", "words", words);
    }
}
