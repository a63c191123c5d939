package io.plimsoll.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BesideTest {

    @Test
    void theWorkIsDoneByAnotherThreadAndItsOutcomeMayBeAskedForTwice() {
        Beside<Thread, RuntimeException> beside = Beside.begin(Thread::currentThread);
        assertNotEquals(Thread.currentThread(), beside.get());
        assertSame(beside.get(), beside.get());
    }

    @Test
    void whateverTheWorkThrowsIsThrownToWhoeverAsks() {
        for (Throwable thrown : new Throwable[] {
            new IOException("no disk"), new ArithmeticException("by zero"), new OutOfMemoryError("too large")
        }) {
            Beside<String, IOException> beside = Beside.begin(() -> {
                if (thrown instanceof IOException checked) {
                    throw checked;
                }
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) thrown;
            });
            assertSame(thrown, assertThrows(Throwable.class, beside::get));
        }
    }

    @Test
    void whoeverIsInterruptedWhileWaitingIsToldAndStaysInterrupted() {
        CountDownLatch opened = new CountDownLatch(1);
        Beside<String, InterruptedException> waiting = Beside.begin(() -> {
            opened.await();
            return "";
        });
        Thread.currentThread().interrupt();
        assertEquals(
                "stopped while waiting",
                assertThrows(IllegalStateException.class, waiting::get).getMessage());
        assertTrue(Thread.interrupted());
        opened.countDown();
    }
}
