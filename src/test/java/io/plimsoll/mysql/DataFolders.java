package io.plimsoll.mysql;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Data folders for tests, which cost little time: what a first start would make is there already. */
final class DataFolders {

    /** What a first start has made. */
    static final Path FIRST = Path.of("target/test-mysql-first");

    private DataFolders() {}

    /** A folder with the server's files and with empty data. */
    static Path withData(Path folder) throws CannotStart, IOException, InterruptedException {
        withServerFiles(folder);
        copy("mysql", folder, Files::copy);
        return folder;
    }

    /** A folder with the server's files alone. */
    static Path withServerFiles(Path folder) throws CannotStart, IOException, InterruptedException {
        if (!Files.isDirectory(FIRST.resolve("mysql"))) {
            try (DataFolder first = DataFolder.take(FIRST)) {
                Database.in(first, ServerFiles.in(first));
            }
        }
        Files.createDirectories(folder);
        copy("mysql-server-" + ServerFiles.VERSION, folder, (file, copy) -> Files.createLink(copy, file));
        return folder;
    }

    private interface Copying {

        void copy(Path file, Path copy) throws IOException;
    }

    private static void copy(String name, Path folder, Copying copying) throws IOException {
        Files.walkFileTree(FIRST.resolve(name), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) throws IOException {
                Files.createDirectory(folder.resolve(FIRST.relativize(each)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                copying.copy(file, folder.resolve(FIRST.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A folder where another program stands in the place of the server. */
    static Path withProgram(Path folder, String script, boolean executable)
            throws CannotStart, IOException, InterruptedException {
        withData(folder);
        Path program = folder.resolve("mysql-server-" + ServerFiles.VERSION + "/bin/mysqld");
        // Not into the file itself, which is the server's own by another name.
        Files.delete(program);
        Files.writeString(program, script);
        program.toFile().setExecutable(executable);
        return folder;
    }
}
