package io.plimsoll;

import io.plimsoll.cli.PlimsollCommand;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * The way in. Offline commands run here, without starting the container; the service, once there is one, will start it
 * from the same jar.
 */
@QuarkusMain
public class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(PlimsollCommand.run(arguments, System.out, System.err));
    }
}
