package io.plimsoll.allocation;

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

    /**
     * Shares, with whole rounds going on while they reject a carton for at most so many lines looked at. The result is
     * the same for any number; only the time it takes is not.
     */
    static Sharing share(SharingTask task, int threads, long linesARejection) {
        Board board = new Board(task);
        try (BulkRounds bulk = new BulkRounds(board, threads, linesARejection)) {
            bulk.everybodyClaims();
            long[] claimed = bulk.claimed();
            long rounds = 1 + bulk.run();
            if (!bulk.settled()) {
                rounds += new Worklist(board).run(bulk.mustClaim());
            }
            return new Sharing(board.claim, board.bound, claimed, rounds);
        }
    }
}
