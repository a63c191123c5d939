package io.plimsoll.mysql;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The server's own files, unpacked.
 *
 * @param home folder with bin, lib and share
 */
record ServerFiles(Path home) {

    /** Version of the server in the archive. */
    static final String VERSION = "8.0.31";

    private static final String NAME = "mysql-server-" + VERSION;
    private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";

    /** What they take, together with the data that a first start makes next. */
    private static final long MEGABYTES = 300;

    /** Libraries that the server is linked to and does not need; minimal systems lack the real ones. */
    private static final List<String> STAND_INS = List.of("libaio.so.1", "libnuma.so.1");

    /** Refuses where the server in the archive cannot run, or there is no archive. */
    static void requireOneFor(String system, String architecture) throws CannotStart {
        boolean isOurs = system.equals("Linux") && architecture.equals("amd64");
        if (!isOurs) {
            throw new CannotStart(Message.of("MYSQL_NONE_FOR_PLATFORM", "platform", system + " " + architecture));
        }
        if (ServerFiles.class.getResource(ARCHIVE) == null) {
            throw new CannotStart(Message.of("MYSQL_LEFT_OUT"));
        }
    }

    /** Those in a data folder, which are unpacked there if they are not yet. */
    static ServerFiles in(DataFolder folder) throws CannotStart, IOException {
        Path home = folder.file(NAME);
        if (!Files.isDirectory(home)) {
            folder.requireFree(MEGABYTES);
            Path partial = folder.newPartial();
            unpack(partial);
            Private.complete(partial, home);
        }
        return new ServerFiles(home);
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream archive = ServerFiles.class.getResourceAsStream(ARCHIVE)) {
            TarGz.unpack(archive, target);
        }
        for (String library : STAND_INS) {
            // Where the server looks first.
            try (InputStream in = ServerFiles.class.getResourceAsStream(library)) {
                Files.copy(in, target.resolve("lib/private").resolve(library));
            }
        }
    }

    Path program() {
        return home.resolve("bin/mysqld");
    }
}
