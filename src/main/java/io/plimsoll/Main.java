package io.plimsoll;

import io.plimsoll.cli.PlimsollCommand;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.logging.LogManager;

/**
 * The way in. Offline commands run here, without starting the container; the service, once there is one, will start it
 * from the same jar.
 */
@QuarkusMain
public class Main {

    private Main() {}

    public static void main(String[] arguments) {
        // From Java 21 on the thread that a signal starts asks for the log manager too. Asked first by a library in the
        // middle of its own initialisation, each of the two could wait for the other for ever.
        LogManager.getLogManager();
        System.exit(PlimsollCommand.run(arguments, System.out, System.err));
    }
}
