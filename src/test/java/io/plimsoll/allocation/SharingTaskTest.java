package io.plimsoll.allocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A task with one thing changed is another task; the first stays as it was. */
class SharingTaskTest {

    /** Two shops, two Skus; the first Sku is short. */
    private static final SharingTask TASK = new SharingTask(
            new int[] {0, 2, 4},
            new int[] {0, 1, 0, 1},
            new int[] {5, 5, 5, 5},
            new long[] {6, 6},
            new byte[] {0, 0},
            new int[] {1},
            new byte[] {SharingTask.NO_TIER, SharingTask.NO_TIER},
            new long[] {0, 0, 0, 0, 0},
            new long[] {4, SharingTask.UNLIMITED},
            new Draw("seed", "cycle", List.of("A", "B"), List.of("R", "S")));

    private static int[] granted(SharingTask task) {
        return Allocator.share(task, 1).granted();
    }

    @Test
    void anotherHeadroomIsOneRetailersOnly() {
        assertArrayEquals(new int[] {2, 4, 2, 4}, granted(TASK));
        assertArrayEquals(new int[] {2, 4, 2, 5}, granted(TASK.withHeadroom(1, 7)));
        assertEquals(6, TASK.headroom()[1]);
    }

    @Test
    void anotherReleaseIsOneSkusOnly() {
        assertArrayEquals(new int[] {3, 3, 3, 3}, granted(TASK.withReleased(0, 6)));
        assertEquals(4, TASK.released()[0]);
    }

    @Test
    void aloneWithNothingShortARetailerGetsItsFirstClaims() {
        assertArrayEquals(new int[] {5, 1}, granted(TASK.aloneWithNothingShort(1)));
    }
}
