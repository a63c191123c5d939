package io.plimsoll.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void everyPartIsDoneOnceAndEveryThingLiesInOneStretch(int threads) {
        try (Workers workers = new Workers(threads)) {
            for (int length : new int[] {0, 1, 255, 256, 257, 10_000}) {
                AtomicIntegerArray parts = new AtomicIntegerArray(length);
                workers.split(length, (part, thread) -> parts.incrementAndGet(part));
                workers.stretches(length, (from, to) -> {
                    for (int thing = from; thing < to; thing++) {
                        parts.incrementAndGet(thing);
                    }
                });
                int[] done = new int[length];
                Arrays.setAll(done, parts::get);
                assertTrue(Arrays.stream(done).allMatch(times -> times == 2), length + " things");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aFailureIsThrownOnceNobodyIsAtWorkAnyMore(int threads) {
        AtomicInteger atWork = new AtomicInteger();
        try (Workers workers = new Workers(threads)) {
            RuntimeException thrown = assertThrows(
                    RuntimeException.class,
                    () -> workers.split(100, (part, thread) -> {
                        atWork.incrementAndGet();
                        try {
                            if (part % 10 == 3) {
                                throw new UnsupportedOperationException("part " + part);
                            }
                            Thread.onSpinWait();
                        } finally {
                            atWork.decrementAndGet();
                        }
                    }));
            assertEquals(UnsupportedOperationException.class, thrown.getClass());
            assertEquals(0, atWork.get());
        }
    }

    @Test
    void noThreadsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Workers(0));
    }
}
