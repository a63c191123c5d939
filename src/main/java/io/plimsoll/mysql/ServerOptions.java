package io.plimsoll.mysql;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the server is called. */
final class ServerOptions {

    /** File that the server's words go to. */
    static final String LOG = "mysqld.log";

    /** Warnings of which each is as it has to be: no TLS on the loopback, no data for regular expressions, no root. */
    private static final String NOTHING_NEW = "MY-010069,MY-010453,MY-011810,MY-013595,MY-013829";

    private ServerOptions() {}

    /** The program and what it is told whatever it is to do. */
    static List<String> common(ServerFiles files, Path data) {
        return List.of(
                files.program().toString(),
                "--no-defaults",
                "--basedir=" + files.home(),
                "--datadir=" + data,
                "--lc-messages-dir=" + files.home().resolve("share"),
                "--character-sets-dir=" + files.home().resolve("share/charsets"),
                "--log-error-verbosity=2",
                "--log-error-suppression-list=" + NOTHING_NEW,
                // Names sort by code points, and a blank at the end makes another name.
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_0900_bin",
                "--default-time-zone=+00:00",
                "--innodb-use-native-aio=OFF",
                "--performance-schema=OFF",
                "--skip-log-bin",
                "--mysqlx=OFF",
                "--auto-generate-certs=OFF",
                "--tls-version=",
                "--socket=");
    }

    /** The same for a server that is to serve. */
    static List<String> serving(ServerFiles files, Path data, int port, Tuning tuning) {
        List<String> all = new ArrayList<>(common(files, data));
        all.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--pid-file=" + data.resolve("mysqld.pid"),
                "--skip-name-resolve",
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--max-allowed-packet=64M",
                "--secure-file-priv=NULL",
                "--event-scheduler=OFF"));
        all.addAll(tuning.options());
        return all;
    }
}
