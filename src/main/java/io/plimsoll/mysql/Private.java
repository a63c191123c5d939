package io.plimsoll.mysql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** Files and folders for the eyes of their owner, which are there as a whole or not at all. */
final class Private {

    private Private() {}

    /** Makes a folder; none of its parents. */
    static void makeFolder(Path folder) throws IOException {
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Makes an empty file. */
    static void makeFile(Path file) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Makes a file of lines. */
    static void write(Path file, List<String> lines) throws IOException {
        makeFile(file);
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    /** Puts other lines into a file that is there; after a killed process there are the earlier ones or these. */
    static void replace(Path file, List<String> lines) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        write(next, lines);
        force(next);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Gives a folder its final name, once all of it has reached the disk. */
    static void complete(Path partial, Path whole) throws IOException {
        Files.walkFileTree(partial, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                force(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failed) throws IOException {
                force(folder);
                return super.postVisitDirectory(folder, failed);
            }
        });
        Files.move(partial, whole, StandardCopyOption.ATOMIC_MOVE);
        force(whole.getParent());
    }

    /** Waits until a file, or the list of a folder's files, is on the disk. */
    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Deletes a folder with everything below it, if it is there. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, IOException failed) throws IOException {
                Files.deleteIfExists(each);
                return super.postVisitDirectory(each, failed);
            }
        });
    }
}
