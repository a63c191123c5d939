package io.plimsoll.cli;

import io.plimsoll.service.Service;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plimsoll serve}: the service, with a database of its own unless another one is configured. */
@Command(
        name = "serve",
        description = "Starts the service: pages for people, REST under /api for programs. Ends with Ctrl-C.")
final class ServeCommand extends SpeakingCommand {

    private static final int MOST_PORT = 65_535;

    @Option(names = "--port", paramLabel = "P", description = "Where it listens (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Holds the database, unless one is configured (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("plimsoll-data");

    @Override
    int answer(Terminal terminal) {
        requireWithin("--port", port, 0, MOST_PORT);
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.http.port", Integer.toString(port));
        Service.serve(settings);
        return ExitCode.DONE;
    }
}
