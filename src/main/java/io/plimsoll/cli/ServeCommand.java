package io.plimsoll.cli;

import io.plimsoll.message.Message;
import io.plimsoll.mysql.CannotStart;
import io.plimsoll.mysql.EmbeddedMysql;
import io.plimsoll.mysql.Tuning;
import io.plimsoll.service.NotStarted;
import io.plimsoll.service.Service;
import io.plimsoll.service.SettingBounds;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll serve}: the service, with a database of its own unless another one is configured. */
@Command(
        name = "serve",
        description = "Starts the service: pages for people, REST under /api for programs. Ends with Ctrl-C.")
final class ServeCommand extends SpeakingCommand {

    private static final int MOST_PORT = 65_535;
    private static final String ALL_ADDRESSES = "0.0.0.0";

    @Option(names = "--port", paramLabel = "P", description = "Where it listens (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description =
                    "Holds the database, unless QUARKUS_DATASOURCE_JDBC_URL names one (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("plimsoll-data");

    @Option(names = "--try", description = "Starts, and ends at once: to see whether it can.")
    private boolean once;

    @Option(names = "--demo", description = "Fills an empty database with a county to look around in.")
    private boolean demo;

    @Override
    int answer(Terminal terminal) {
        requireWithin("--port", port, 0, MOST_PORT);
        Optional<Message> wrong = SettingBounds.wrong(Service::setting);
        if (wrong.isPresent()) {
            terminal.sayError(wrong.get());
            return ExitCode.BAD_INPUT;
        }
        if (isPortTaken()) {
            terminal.sayError("SERVE_PORT_TAKEN", "port", port);
            return ExitCode.BAD_INPUT;
        }
        try {
            return serve(terminal);
        } catch (NotStarted not) {
            terminal.sayError(not.reason());
        } catch (CannotStart cannot) {
            terminal.sayError(cannot.reason());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.BAD_INPUT;
    }

    /** Whether another program listens there: better known before anything is started. Who comes later is told by the container. */
    private boolean isPortTaken() {
        String host = Optional.ofNullable(Service.setting("quarkus.http.host")).orElse(ALL_ADDRESSES);
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
            return false;
        } catch (BindException refused) {
            return String.valueOf(refused.getMessage()).contains("in use");
        } catch (IOException unknown) {
            return false;
        }
    }

    private int serve(Terminal terminal) throws NotStarted, CannotStart, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("plimsoll.demo.enabled", Boolean.toString(demo));
        settings.put("plimsoll.demo.folder", data.toString());
        settings.put("plimsoll.uploads.folder", data.resolve("uploads").toString());
        if (isDatabaseConfigured()) {
            return Service.serve(settings, once);
        }
        try (EmbeddedMysql database = EmbeddedMysql.start(data, Tuning.DURABLE)) {
            database.keepRunning(terminal::sayError);
            settings.putAll(connection(database));
            return Service.serve(settings, once);
        }
    }

    private static boolean isDatabaseConfigured() {
        return Service.setting("quarkus.datasource.jdbc.url") != null;
    }

    private static Map<String, String> connection(EmbeddedMysql database) {
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(EmbeddedMysql.DATABASE),
                "quarkus.datasource.username", database.application().user(),
                "quarkus.datasource.password", database.application().password(),
                "quarkus.flyway.username", database.owner().user(),
                "quarkus.flyway.password", database.owner().password(),
                "plimsoll.database.application-account",
                        "'" + database.application().user() + "'@'%'");
    }
}
