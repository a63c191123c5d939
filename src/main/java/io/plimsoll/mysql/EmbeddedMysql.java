package io.plimsoll.mysql;

import io.plimsoll.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A MySQL server of this process's own. It listens to this machine alone, and stops with this process at the latest. */
public final class EmbeddedMysql implements AutoCloseable {

    /** The database that is there from the start; names of others, for tests, have to begin with it. */
    public static final String DATABASE = "plimsoll";

    private static final String JDBC_URL = "jdbc:mysql://127.0.0.1:%d/%s?sslMode=DISABLED&allowPublicKeyRetrieval=true"
            + "&connectionTimeZone=UTC&connectionCollation=utf8mb4_0900_bin&rewriteBatchedStatements=true";

    private final ServerFiles files;
    private final Database database;
    private final Tuning tuning;
    private final Server first;
    private ServerKeeper keeper;

    private EmbeddedMysql(ServerFiles files, Database database, Tuning tuning, Server first) {
        this.files = files;
        this.database = database;
        this.tuning = tuning;
        this.first = first;
    }

    /**
     * Starts a server over a folder, with empty data if it has none yet.
     *
     * @param dataFolder holds the data, the server's files and its log; is made if it is not there
     * @param tuning what the server has to promise
     * @throws CannotStart with the reason; then nothing is left running
     */
    public static EmbeddedMysql start(Path dataFolder, Tuning tuning) throws CannotStart, InterruptedException {
        return start(dataFolder, tuning, Server::anyFree);
    }

    static EmbeddedMysql start(Path dataFolder, Tuning tuning, Server.Ports ports)
            throws CannotStart, InterruptedException {
        ServerFiles.requireOneFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        DataFolder folder = DataFolder.take(dataFolder);
        boolean started = false;
        try {
            ServerFiles files = ServerFiles.in(folder);
            Database database = Database.in(folder, files);
            Server server = Server.start(files, database, tuning, ports);
            started = true;
            return new EmbeddedMysql(files, database, tuning, server);
        } catch (IOException failed) {
            throw CannotStart.unusable(folder.path(), failed);
        } finally {
            if (!started) {
                folder.close();
            }
        }
    }

    /**
     * From now on starts the server again whenever it ends by itself, killed by somebody or by the system: on the same port,
     * with everything that was acknowledged.
     *
     * @param tell is told each time that it was started again, or why it cannot be; by a thread of its own
     */
    public synchronized void keepRunning(Consumer<Message> tell) {
        if (keeper == null) {
            keeper = ServerKeeper.keep(first, this::startAgain, tell);
        }
    }

    private Server startAgain(int port) throws CannotStart, InterruptedException {
        try {
            return Server.start(files, database, tuning, () -> port);
        } catch (IOException failed) {
            throw CannotStart.unusable(database.folder().path(), failed);
        }
    }

    private synchronized Server server() {
        return keeper == null ? first : keeper.server();
    }

    /** On the loopback address; another one at each start of this process. */
    public int port() {
        return first.port();
    }

    /**
     * Where a database of this server is, for connector-j.
     *
     * @param database its name; blank for none
     */
    public String jdbcUrl(String database) {
        return JDBC_URL.formatted(port(), database);
    }

    /** May make and change everything in {@link #DATABASE}, and let the application use it. Runs the migrations. */
    public Login owner() {
        return database.logins().owner();
    }

    /** May sign in, and do nothing but what the owner has let it. */
    public Login application() {
        return database.logins().application();
    }

    /** Process id of the server. */
    public long pid() {
        return server().pid();
    }

    /** Stops the server in order, by force if it takes longer than it may, and leaves the folder to others. */
    @Override
    public synchronized void close() {
        if (keeper == null) {
            first.close();
        } else {
            keeper.close();
        }
        database.folder().close();
    }
}
