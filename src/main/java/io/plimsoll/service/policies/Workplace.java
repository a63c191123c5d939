package io.plimsoll.service.policies;

import java.io.IOException;
import java.nio.file.Path;

/** Where files of policies are taken apart and put together; the room of uploads has it. */
public interface Workplace {

    /** Work on files. */
    @FunctionalInterface
    interface Work<T> {
        T in(Path folder) throws IOException;
    }

    /** Does a work in a folder of its own, of which nothing is left behind it. */
    <T> T work(Work<T> work) throws IOException;

    /** The same for what people send: only a few at once, others are asked to come again. */
    <T> T workInTurn(Work<T> work) throws IOException;
}
