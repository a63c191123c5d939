package io.plimsoll.simulation.sharing;

import io.plimsoll.allocation.Allocator;
import io.plimsoll.allocation.SharingTask;
import java.util.Arrays;
import java.util.stream.IntStream;

/** This product's own mechanism, by its own {@link Allocator}: a week of lines without headroom or tier ceilings. */
final class CommonLevel implements Sharer {

    @Override
    public int[] share(Offer offer, int[] reported) {
        int skus = offer.skus();
        int[] firstLine =
                IntStream.rangeClosed(0, offer.shops()).map(shop -> shop * skus).toArray();
        int[] sku = IntStream.range(0, reported.length).map(line -> line % skus).toArray();
        long[] headroom = new long[offer.shops()];
        Arrays.fill(headroom, SharingTask.UNLIMITED);
        byte[] tier = new byte[skus];
        Arrays.fill(tier, SharingTask.NO_TIER);
        long[] tierCeiling = new long[offer.weight().length * SharingTask.TIERS];
        Arrays.fill(tierCeiling, SharingTask.UNLIMITED);
        SharingTask task = new SharingTask(
                firstLine,
                sku,
                reported,
                headroom,
                offer.peers(),
                offer.weight(),
                tier,
                tierCeiling,
                offer.supply(),
                offer.draw());
        return Allocator.share(task, 1).granted();
    }
}
