package io.plimsoll.simulation.sharing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.allocation.Draw;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the ways of sharing have in common, and where doubling an order pays. */
class MechanismsTest {

    /** One Sku, shops of one class, arriving in the order of their numbers. */
    private static Offer offer(long supply, int shops) {
        return offer(new long[] {supply}, IntStream.range(0, shops).toArray(), new byte[shops]);
    }

    private static Offer offer(long[] supply, int[] arrival, byte[] peers) {
        List<String> skus =
                IntStream.range(0, supply.length).mapToObj(i -> "S" + i).toList();
        List<String> shops =
                IntStream.range(0, arrival.length).mapToObj(i -> "R" + i).toList();
        return new Offer(supply, arrival, peers, new int[] {15, 6, 2}, new Draw("seed", "week", skus, shops));
    }

    private static int[] share(Mechanism mechanism, Offer offer, int... reported) {
        return mechanism.sharer().share(offer, reported);
    }

    @ParameterizedTest
    @EnumSource
    void neverExceedsAReportOrTheSupplyAndWastesNothing(Mechanism mechanism) {
        SplittableRandom random = new SplittableRandom(7);
        int cut = 0;
        for (int round = 0; round < 300; round++) {
            int shops = random.nextInt(1, 30);
            int skus = random.nextInt(1, 6);
            Offer offer = offer(
                    random.longs(skus, 0, 200).toArray(),
                    random.ints(0, shops).distinct().limit(shops).toArray(),
                    bytes(random.ints(shops, 0, 3).toArray()));
            int[] reported = random.ints((long) shops * skus, 0, 20).toArray();
            int[] before = reported.clone();
            int[] granted = share(mechanism, offer, reported);
            assertArrayEquals(before, reported, "reports are left as they are");
            for (int line = 0; line < reported.length; line++) {
                assertTrue(granted[line] >= 0 && granted[line] <= reported[line], mechanism + " line " + line);
            }
            for (int sku = 0; sku < skus; sku++) {
                long asked = offer.reportedOf(sku, reported);
                assertEquals(Math.min(asked, offer.supply()[sku]), offer.reportedOf(sku, granted));
                cut += asked > offer.supply()[sku] ? 1 : 0;
            }
        }
        assertTrue(cut > 100, "Skus that ran short: " + cut);
    }

    private static byte[] bytes(int[] numbers) {
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void whoAsksForNothingIsGrantedNothing(Mechanism mechanism) {
        assertArrayEquals(new int[] {0, 5, 0}, share(mechanism, offer(5, 3), 0, 9, 0));
        assertArrayEquals(new int[] {0, 0}, share(mechanism, offer(5, 2), 0, 0));
        assertArrayEquals(new int[] {0, 0}, share(mechanism, offer(0, 2), 3, 4));
    }

    @Test
    void inProportionToReportsInWholeCartonsByTheLargestRemainder() {
        assertArrayEquals(new int[] {5, 3, 2}, share(Mechanism.PROPORTIONAL, offer(10, 3), 50, 30, 20));
        // 3.5, 1.75 and 1.75 of 7: the carton left after 3, 1, 1 and the larger two remainders.
        assertArrayEquals(new int[] {3, 2, 2}, share(Mechanism.PROPORTIONAL, offer(7, 3), 4, 2, 2));
    }

    @Test
    void equalRemaindersGoByArrival() {
        Offer lastComesFirst = offer(new long[] {4}, new int[] {2, 1, 0}, new byte[3]);
        assertArrayEquals(new int[] {1, 1, 2}, share(Mechanism.PROPORTIONAL, lastComesFirst, 5, 5, 5));
    }

    @Test
    void firstComeIsServedInFullWhateverTheOthersAskFor() {
        Offer lastComesFirst = offer(new long[] {10}, new int[] {2, 0, 1}, new byte[3]);
        assertArrayEquals(new int[] {4, 0, 6}, share(Mechanism.FIRST_COME, lastComesFirst, 9, 100, 6));
    }

    @Test
    void theLargestOrderIsServedFirstAndEqualOnesByArrival() {
        assertArrayEquals(new int[] {1, 9, 0}, share(Mechanism.LARGEST_FIRST, offer(10, 3), 3, 9, 2));
        Offer lastComesFirst = offer(new long[] {10}, new int[] {2, 1, 0}, new byte[3]);
        assertArrayEquals(new int[] {0, 3, 7}, share(Mechanism.LARGEST_FIRST, lastComesFirst, 7, 7, 7));
    }

    @Test
    void doublingAloneBringsMoreInProportionAndWhereTheLargestIsFirst() {
        Offer offer = offer(30, 3);
        assertArrayEquals(new int[] {10, 10, 10}, share(Mechanism.PROPORTIONAL, offer, 20, 20, 20));
        assertEquals(15, share(Mechanism.PROPORTIONAL, offer, 40, 20, 20)[0]);
        assertEquals(0, share(Mechanism.LARGEST_FIRST, offer, 20, 20, 20)[2]);
        assertEquals(30, share(Mechanism.LARGEST_FIRST, offer, 20, 20, 40)[2]);
    }

    @Test
    void doublingAloneBringsTheSameUnderOursWhereTheShopIsCut() {
        Offer offer = offer(30, 3);
        assertArrayEquals(new int[] {10, 10, 10}, share(Mechanism.PLIMSOLL, offer, 20, 20, 20));
        assertArrayEquals(new int[] {10, 10, 10}, share(Mechanism.PLIMSOLL, offer, 40, 20, 20));
        assertArrayEquals(new int[] {10, 10, 10}, share(Mechanism.PLIMSOLL, offer, 20, 20, 160));
    }

    @Test
    void whoIsNotCutGetsUnwantedCartonsByDoublingUnderOurs() {
        Offer offer = offer(30, 3);
        assertArrayEquals(new int[] {6, 12, 12}, share(Mechanism.PLIMSOLL, offer, 6, 20, 20));
        assertArrayEquals(new int[] {10, 10, 10}, share(Mechanism.PLIMSOLL, offer, 12, 20, 20));
    }

    @Test
    void whoComesEarlyGetsUnwantedCartonsByDoublingAndWhoComesLateGetsNone() {
        Offer offer = offer(30, 3);
        assertArrayEquals(new int[] {20, 10, 0}, share(Mechanism.FIRST_COME, offer, 20, 20, 20));
        assertArrayEquals(new int[] {30, 0, 0}, share(Mechanism.FIRST_COME, offer, 40, 20, 20));
        assertArrayEquals(new int[] {20, 10, 0}, share(Mechanism.FIRST_COME, offer, 20, 20, 40));
    }

    @Test
    void onlyOursLooksAtClasses() {
        byte[] classes = {0, 2, 2};
        Offer offer = offer(new long[] {19}, new int[] {0, 1, 2}, classes);
        // Weights 15, 2, 2.
        assertArrayEquals(new int[] {15, 2, 2}, share(Mechanism.PLIMSOLL, offer, 90, 90, 90));
        for (Mechanism other : List.of(Mechanism.PROPORTIONAL, Mechanism.FIRST_COME, Mechanism.LARGEST_FIRST)) {
            Offer sameClass = offer(19, 3);
            assertArrayEquals(share(other, sameClass, 90, 90, 90), share(other, offer, 90, 90, 90), other.toString());
        }
        assertEquals(
                19,
                Arrays.stream(share(Mechanism.PROPORTIONAL, offer, 90, 90, 90)).sum());
    }
}
