package io.plimsoll.allocation;

import io.plimsoll.work.Workers;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * The mechanism in whole rounds, as long as many claims change: all retailers whose bounds changed claim anew, then all
 * Skus whose claims changed keep the fairest. Inside a round retailers do not look at one another, nor do Skus, so
 * both halves are split among threads; the result does not depend on how.
 */
final class BulkRounds {

    private static final int RETAILERS_A_CHUNK = 1024;

    /** What a round costs beside the lines it looks at, in lines. */
    private static final long LINES_A_ROUND = 256;

    /** A round is worth another one while it rejects at least one carton for so many lines that it looked at. */
    static final long LINES_A_REJECTION = 16;

    private final Board board;
    private final Workers workers;
    private final long linesARejection;
    private final boolean[] mustClaim;
    private final boolean[] claimsChanged;
    private final LevelSearch[] search;
    private long rejected;
    private boolean settled;

    BulkRounds(Board board, Workers workers, long linesARejection) {
        this.board = board;
        this.workers = workers;
        this.linesARejection = linesARejection;
        mustClaim = new boolean[board.task.retailers()];
        claimsChanged = new boolean[board.task.skus()];
        search = new LevelSearch[workers.threads()];
        Arrays.setAll(search, thread -> new LevelSearch(board));
    }

    /** What each Sku is claimed for now. */
    long[] claimed() {
        long[] claimed = new long[board.task.skus()];
        workers.split(claimed.length, (sku, thread) -> claimed[sku] = board.claimedOf(sku));
        return claimed;
    }

    /** The first half of the first round: everybody claims. */
    void everybodyClaims() {
        Arrays.fill(mustClaim, true);
        retailersClaim();
    }

    /**
     * Goes on in whole rounds until nothing is claimed past what is released, or too little moves for whole rounds.
     *
     * @return how many rounds it took
     */
    long run() {
        long rounds = 0;
        while (true) {
            LongAdder looked = new LongAdder();
            looked.add(LINES_A_ROUND + mustClaim.length + claimsChanged.length);
            LongAdder rejectedNow = new LongAdder();
            skusKeepFairest(looked, rejectedNow);
            rejected += rejectedNow.sum();
            settled = rejectedNow.sum() == 0;
            if (settled || looked.sum() / rejectedNow.sum() >= linesARejection) {
                return rounds;
            }
            retailersClaim();
            rounds++;
        }
    }

    /** Whether the last round left nothing to do; otherwise some retailers have yet to claim anew. */
    boolean settled() {
        return settled;
    }

    /** How many cartons were claimed and not kept. */
    long rejected() {
        return rejected;
    }

    /** Retailers that lost a carton and have not claimed since. */
    boolean[] mustClaim() {
        return mustClaim;
    }

    private void retailersClaim() {
        int chunks = (mustClaim.length + RETAILERS_A_CHUNK - 1) / RETAILERS_A_CHUNK;
        workers.split(chunks, (chunk, thread) -> {
            long[] tierLeft = new long[SharingTask.TIERS];
            int end = Math.min(mustClaim.length, (chunk + 1) * RETAILERS_A_CHUNK);
            for (int retailer = chunk * RETAILERS_A_CHUNK; retailer < end; retailer++) {
                if (mustClaim[retailer]) {
                    mustClaim[retailer] = false;
                    board.claimAnew(retailer, tierLeft, this::claimChanged);
                }
            }
        });
    }

    /** Several threads may mark the same Sku; they all write the same value. */
    private void claimChanged(int sku, int place, int from, int to) {
        if (to > from) {
            claimsChanged[sku] = true;
        }
    }

    private void skusKeepFairest(LongAdder looked, LongAdder rejectedNow) {
        workers.split(claimsChanged.length, (sku, thread) -> {
            if (!claimsChanged[sku]) {
                return;
            }
            claimsChanged[sku] = false;
            long released = board.task.released()[sku];
            if (released == SharingTask.UNLIMITED) {
                return;
            }
            looked.add(board.firstPlace[sku + 1] - board.firstPlace[sku]);
            long claimed = board.claimedOf(sku);
            if (claimed > released) {
                search[thread].keepFairest(sku, released, this::reject);
                rejectedNow.add(claimed - released);
            }
        });
    }

    private void reject(int place, int kept) {
        board.bound[place] = kept;
        board.claim[place] = kept;
        mustClaim[board.retailer[place]] = true;
    }
}
