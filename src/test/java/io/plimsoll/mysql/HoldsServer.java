package io.plimsoll.mysql;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own that runs a server until it is killed. */
final class HoldsServer {

    private HoldsServer() {}

    /** Starts a server over the folder in the argument, says its process id, and waits; or says why it can't. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            EmbeddedMysql server = EmbeddedMysql.start(Path.of(arguments[0]), Tuning.FOR_TESTS);
            System.out.println(server.pid());
            Thread.sleep(Long.MAX_VALUE);
        } catch (CannotStart refused) {
            System.out.println(refused.reason().code());
        }
    }

    /** Starts such a process, and waits for nothing. */
    static Process over(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldsServer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits until such a process has its server; returns the server's process id. */
    static long serverOf(Process holder) throws IOException {
        return Long.parseLong(wordOf(holder));
    }

    /** Waits for what such a process says first. */
    static String wordOf(Process holder) throws IOException {
        return new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }
}
