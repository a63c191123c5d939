package io.plimsoll.allocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Chains of rejections, however long, come to what the plain version comes to. */
class ChainsTest {

    @Test
    void twoShopsMayTakeAMillionCartonsFromEachOtherOneByOne() {
        int million = 1_000_000;
        SharingTask task = Chains.pingPong(million);
        Sharing sharing = agrees(task);
        int[] granted = sharing.granted();
        assertTrue(sharing.rejected() >= million - 1, "rejected: " + sharing.rejected());
        assertEquals(million - 1, granted[0] + granted[3]);
        assertEquals(million, granted[1] + granted[2]);
        assertEquals(million / 2, granted[1]);
    }

    @Test
    void aRingOfAThousandShopsPassesARejectionRoundAndRound() {
        int shops = 1000;
        Sharing sharing = agrees(Chains.ring(shops, 20));
        assertTrue(sharing.rejected() > 5L * shops, "rejected: " + sharing.rejected());
        assertEquals(20L * shops - 1, Arrays.stream(sharing.granted()).sum());
    }

    @Test
    void aCrowdOfTwoHundredThousandLinesStandsBesideAChainOfTwoThousandRounds() {
        Sharing sharing = agrees(Chains.crowded(200_000, 2000));
        assertTrue(sharing.rejected() >= 1999, "rejected: " + sharing.rejected());
    }

    private static Sharing agrees(SharingTask task) {
        Sharing sharing = Allocator.share(task, 1);
        assertArrayEquals(PlainSharing.share(task), sharing.granted());
        return sharing;
    }
}
