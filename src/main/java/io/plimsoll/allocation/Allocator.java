package io.plimsoll.allocation;

import io.plimsoll.work.Workers;

/**
 * Shares supply by deferred acceptance: retailers claim down their ranks, Skus keep the claims with the smallest keys,
 * until no Sku is claimed past what is released. No state is kept between calls; many may run side by side.
 *
 * @see "Gale and Shapley 1962; Alkan and Gale 2003; Sprumont 1991; docs/mechanism.md"
 */
public final class Allocator {

    private Allocator() {}

    /**
     * Shares.
     *
     * @param threads how many threads may work on it, at least 1; the result is the same for any number
     */
    public static Sharing share(SharingTask task, int threads) {
        return share(task, threads, BulkRounds.LINES_A_REJECTION);
    }

    /** Shares, with threads that are there already. */
    public static Sharing share(SharingTask task, Workers workers) {
        return share(new Board(task, workers), workers, BulkRounds.LINES_A_REJECTION);
    }

    /**
     * Shares, with whole rounds going on while they reject a carton for at most so many lines looked at. The result is
     * the same for any number; only the time it takes is not.
     */
    static Sharing share(SharingTask task, int threads, long linesARejection) {
        try (Workers workers = new Workers(threads)) {
            return share(new Board(task, workers), workers, linesARejection);
        }
    }

    static Sharing share(Board board, Workers workers, long linesARejection) {
        BulkRounds bulk = new BulkRounds(board, workers, linesARejection);
        bulk.everybodyClaims();
        long[] claimed = bulk.claimed();
        long rounds = 1 + bulk.run();
        long rejected = bulk.rejected();
        if (!bulk.settled()) {
            Worklist oneByOne = new Worklist(board, workers);
            rounds += oneByOne.run(bulk.mustClaim());
            rejected += oneByOne.rejected();
        }
        return new Sharing(
                board.byLine(board.claim, workers), board.byLine(board.bound, workers), claimed, rounds, rejected);
    }
}
