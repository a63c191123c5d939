package io.plimsoll.results;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A folder that is there whole or not at all: files are written beside it under another name, which then becomes its
 * own.
 */
public final class ResultFolder {

    private final Path folder;
    private final boolean replace;
    private final FolderKind kind;

    private ResultFolder(Path folder, boolean replace, FolderKind kind) {
        this.folder = folder;
        this.replace = replace;
        this.kind = kind;
    }

    /** Why a folder cannot be written. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Message reason;

        private Refused(Message reason) {
            super(reason.code() + " " + reason.arguments(), null, false, false);
            this.reason = reason;
        }

        /** The reason, to be put into words. */
        public Message reason() {
            return reason;
        }
    }

    /**
     * Makes sure that a result may be written to a folder, before any work is done for it. Puts in order what killed runs
     * have left there.
     *
     * @param replace whether an earlier result may be replaced
     * @throws Refused when the folder exists, or holds something else than an earlier result, or cannot be made
     */
    public static ResultFolder at(Path folder, boolean replace) throws Refused {
        return at(folder, replace, FolderKind.RESULT);
    }

    /**
     * The same for a folder of another kind, which replaces its own kind only.
     *
     * @throws Refused when the folder exists, or holds something else than an earlier one of its kind, or cannot be made
     */
    public static ResultFolder at(Path folder, boolean replace, FolderKind kind) throws Refused {
        ResultFolder result = new ResultFolder(absolute(folder), replace, kind);
        Workplace.putInOrder(result.folder, kind.files());
        if (Files.exists(result.folder, LinkOption.NOFOLLOW_LINKS)) {
            result.requireReplaceable();
        }
        result.requireWritablePlace();
        return result;
    }

    /**
     * Makes sure that something may be written to a folder that says nothing about itself: what stands there is never
     * replaced. Puts in order what killed runs have left there.
     *
     * @throws Refused when the folder exists, or cannot be made
     */
    public static ResultFolder neverReplacing(Path folder) throws Refused {
        ResultFolder fresh = new ResultFolder(absolute(folder), false, FolderKind.RESULT);
        Workplace.putInOrder(fresh.folder, fresh.kind.files());
        if (Files.exists(fresh.folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refused(Message.of("OUT_THERE", "out", folder));
        }
        fresh.requireWritablePlace();
        return fresh;
    }

    private static Path absolute(Path folder) throws Refused {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.getFileName() == null || absolute.getParent() == null) {
            throw new Refused(Message.of("OUT_NOT_A_FOLDER", "out", folder));
        }
        // Whoever writes so means a file; and inside a cycle folder a table by this name would be input.
        if (absolute.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            throw new Refused(Message.of("OUT_NAMED_LIKE_A_FILE", "out", folder));
        }
        return absolute;
    }

    /**
     * Makes sure that this is not the folder in which a file of the input stands, since that would be deleted with it.
     *
     * @throws Refused when it is
     */
    public void requireApartFrom(Path inputFile) throws Refused {
        try {
            // Through links: what would be deleted is the file itself. A pipe is in no folder.
            Path holder = Files.isRegularFile(inputFile)
                    ? inputFile.toRealPath().getParent()
                    : inputFile.toAbsolutePath().normalize().getParent();
            if (Files.exists(folder) && holder != null && Files.exists(holder) && Files.isSameFile(folder, holder)) {
                throw new Refused(
                        Message.of("OUT_HOLDS_INPUT", "out", folder, "file", String.valueOf(inputFile.getFileName())));
            }
        } catch (IOException unreadable) {
            throw unwritable(unreadable);
        }
    }

    private void requireReplaceable() throws Refused {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refused(Message.of("OUT_NOT_A_FOLDER", "out", folder));
        }
        if (!replace) {
            throw new Refused(Message.of("OUT_EXISTS", "out", folder));
        }
        Set<String> names = new TreeSet<>();
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            for (Path file : content) {
                String name = file.getFileName().toString();
                if (!kind.files().contains(name) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw new Refused(Message.of("OUT_HOLDS_OTHERS", "out", folder, "file", name));
                }
                names.add(name);
            }
        } catch (IOException unreadable) {
            throw unwritable(unreadable);
        }
        try {
            Optional<Message> strange = names.isEmpty() ? Optional.empty() : kind.strange(folder, names);
            if (strange.isPresent()) {
                throw new Refused(strange.get());
            }
        } catch (IOException unreadable) {
            throw unwritable(unreadable);
        }
    }

    private void requireWritablePlace() throws Refused {
        Path place = folder.getParent();
        while (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            place = place.getParent();
        }
        if (!Files.isDirectory(place)) {
            throw unwritable(new NotDirectoryException(place.toString()));
        }
        if (!Files.isWritable(place)) {
            throw unwritable(new AccessDeniedException(place.toString()));
        }
    }

    /** Writes the files of a result into an empty folder. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Path folder) throws IOException;
    }

    /**
     * Writes the result.
     *
     * @throws Refused when it could not be written whole; then nothing of it is left, and an earlier result is still there
     */
    public void write(Content content) throws Refused {
        try (PartialFolder partial = PartialFolder.of(folder, kind.files())) {
            content.writeTo(partial.path());
            if (replace && Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                requireReplaceable();
                partial.replaceTarget();
            } else {
                partial.becomeTarget();
            }
        } catch (IOException failed) {
            throw unwritable(failed);
        }
    }

    private Refused unwritable(IOException failed) {
        return new Refused(Message.of("OUT_UNWRITABLE", "out", folder, "reason", Reasons.of(failed)));
    }
}
