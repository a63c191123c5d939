package io.plimsoll.results;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;

/** Says why a file could not be read or written. */
public final class Reasons {

    /** What the system says in English, and there is no exception for; in another language it speaks for itself. */
    private static final Map<String, String> CODE_OF_WORDS = Map.of(
            "No space left on device", "REASON_NO_SPACE",
            "Disk quota exceeded", "REASON_NO_SPACE",
            "File too large", "REASON_FILE_TOO_LARGE");

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
        String words = words(failed);
        String code = CODE_OF_WORDS.get(words);
        return code == null ? Message.of("REASON_OTHER", "words", words) : Message.of(code);
    }

    /** Without the name of a file: that of a result in the making tells nobody anything. */
    private static String words(IOException failed) {
        String words = failed instanceof FileSystemException about ? about.getReason() : failed.getMessage();
        return words == null ? failed.getClass().getSimpleName() : words;
    }
}
