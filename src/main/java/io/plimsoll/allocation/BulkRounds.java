package io.plimsoll.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * The mechanism in whole rounds, as long as many claims change: all retailers whose bounds changed claim anew, then all
 * Skus whose claims changed keep the fairest. Inside a round retailers do not look at one another, nor do Skus, so
 * both halves are split among threads; the result does not depend on how.
 */
final class BulkRounds implements AutoCloseable {

    private static final int RETAILERS_A_CHUNK = 1024;

    /** What a round costs beside the lines it looks at, in lines. */
    private static final long LINES_A_ROUND = 256;

    /** A round is worth another one while it rejects at least one carton for so many lines that it looked at. */
    static final long LINES_A_REJECTION = 16;

    private final Board board;
    private final int threads;
    private final long linesARejection;
    private final ExecutorService workers;
    private final boolean[] mustClaim;
    private final boolean[] claimsChanged;
    private final LevelSearch[] search;
    private boolean settled;

    BulkRounds(Board board, int threads, long linesARejection) {
        this.board = board;
        this.linesARejection = linesARejection;
        this.threads = threads;
        workers = threads > 1 ? Executors.newFixedThreadPool(threads - 1, BulkRounds::daemon) : null;
        mustClaim = new boolean[board.task.retailers()];
        claimsChanged = new boolean[board.task.skus()];
        search = new LevelSearch[threads];
        Arrays.setAll(search, thread -> new LevelSearch(board));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "allocator");
        thread.setDaemon(true);
        return thread;
    }

    /** What each Sku is claimed for now. */
    long[] claimed() {
        long[] claimed = new long[board.task.skus()];
        split(claimed.length, (sku, thread) -> claimed[sku] = board.claimedOf(sku));
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
            LongAdder rejected = new LongAdder();
            skusKeepFairest(looked, rejected);
            settled = rejected.sum() == 0;
            if (settled || looked.sum() / rejected.sum() >= linesARejection) {
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

    /** Retailers that lost a carton and have not claimed since. */
    boolean[] mustClaim() {
        return mustClaim;
    }

    private void retailersClaim() {
        int chunks = (mustClaim.length + RETAILERS_A_CHUNK - 1) / RETAILERS_A_CHUNK;
        split(chunks, (chunk, thread) -> {
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
    private void claimChanged(int line, int from, int to) {
        if (to > from) {
            claimsChanged[board.task.sku()[line]] = true;
        }
    }

    private void skusKeepFairest(LongAdder looked, LongAdder rejected) {
        split(claimsChanged.length, (sku, thread) -> {
            if (!claimsChanged[sku]) {
                return;
            }
            claimsChanged[sku] = false;
            long released = board.task.released()[sku];
            if (released == SharingTask.UNLIMITED) {
                return;
            }
            looked.add(board.firstOfSku[sku + 1] - board.firstOfSku[sku]);
            long claimed = board.claimedOf(sku);
            if (claimed > released) {
                search[thread].keepFairest(sku, released, this::rejected);
                rejected.add(claimed - released);
            }
        });
    }

    private void rejected(int line, int kept) {
        board.bound[line] = kept;
        board.claim[line] = kept;
        mustClaim[board.retailerOf[line]] = true;
    }

    private interface Part {
        void work(int part, int thread);
    }

    /** Works through the parts 0 to {@code parts} - 1 with all threads, the caller's own among them. */
    private void split(int parts, Part part) {
        AtomicInteger next = new AtomicInteger();
        List<Runnable> turns = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int thread = i;
            turns.add(() -> {
                for (int p = next.getAndIncrement(); p < parts; p = next.getAndIncrement()) {
                    part.work(p, thread);
                }
            });
        }
        runAll(turns);
    }

    private void runAll(List<Runnable> turns) {
        List<Future<?>> others = new ArrayList<>();
        for (Runnable turn : turns.subList(1, turns.size())) {
            others.add(workers.submit(turn));
        }
        turns.get(0).run();
        try {
            for (Future<?> other : others) {
                other.get();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while sharing", stopped);
        } catch (ExecutionException inWorker) {
            throw new IllegalStateException("sharing failed", inWorker.getCause());
        }
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.shutdownNow();
        }
    }
}
