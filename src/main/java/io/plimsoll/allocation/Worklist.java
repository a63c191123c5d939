package io.plimsoll.allocation;

import io.plimsoll.work.Workers;
import java.util.Arrays;

/**
 * Finishes an allocation carton by carton once few claims still change: a queue of retailers who lost a carton and
 * claim anew, and for each Sku that is full a heap of its places with the least fair claim on top. A rejected carton
 * costs one look at its retailer's lines and a few steps in a heap, however many lines the Sku has; a chain of
 * rejections may be a million long, so there is no limit on the work.
 */
final class Worklist {

    private final Board board;
    private final long[] claimed;

    /** By Sku, null until it is needed. */
    private final ClaimHeap[] heaps;

    private final int[] queue;
    private final boolean[] queued;
    private int queueHead;
    private int queueSize;

    private int[] overclaimed = new int[16];
    private int overclaimedSize;
    private long rejected;

    Worklist(Board board, Workers workers) {
        this.board = board;
        int skus = board.task.skus();
        claimed = new long[skus];
        heaps = new ClaimHeap[skus];
        workers.split(skus, (sku, thread) -> {
            claimed[sku] = board.claimedOf(sku);
            // Whoever claims of it now will overclaim, and building heaps one after the other is the most of the work.
            if (claimed[sku] == board.task.released()[sku] && claimed[sku] > 0) {
                heaps[sku] = new ClaimHeap(board, sku);
            }
        });
        queue = new int[board.task.retailers()];
        queued = new boolean[board.task.retailers()];
    }

    /**
     * Runs until no Sku is claimed past what is released of it.
     *
     * @param mustClaim retailers whose bounds have changed since they last claimed
     * @return how many times a retailer claimed
     */
    long run(boolean[] mustClaim) {
        for (int retailer = 0; retailer < mustClaim.length; retailer++) {
            if (mustClaim[retailer]) {
                enqueue(retailer);
            }
        }
        for (int sku = 0; sku < claimed.length; sku++) {
            noteIfOverclaimed(sku);
        }
        rejectOverclaims();
        long turns = 0;
        long[] tierLeft = new long[SharingTask.TIERS];
        while (queueSize > 0) {
            board.claimAnew(dequeue(), tierLeft, this::claimChanged);
            rejectOverclaims();
            turns++;
        }
        return turns;
    }

    /** How many cartons were claimed and not kept. */
    long rejected() {
        return rejected;
    }

    private void claimChanged(int sku, int place, int from, int to) {
        claimed[sku] += (long) to - from;
        if (heaps[sku] != null) {
            heaps[sku].changed(place);
        }
        if (to > from) {
            noteIfOverclaimed(sku);
        }
    }

    private void noteIfOverclaimed(int sku) {
        if (claimed[sku] > board.task.released()[sku]) {
            if (overclaimedSize == overclaimed.length) {
                overclaimed = Arrays.copyOf(overclaimed, 2 * overclaimedSize);
            }
            overclaimed[overclaimedSize++] = sku;
        }
    }

    private void rejectOverclaims() {
        while (overclaimedSize > 0) {
            int sku = overclaimed[--overclaimedSize];
            if (heaps[sku] == null) {
                heaps[sku] = new ClaimHeap(board, sku);
            }
            while (claimed[sku] > board.task.released()[sku]) {
                rejectLeastFair(sku);
            }
        }
    }

    private void rejectLeastFair(int sku) {
        int place = heaps[sku].leastFair();
        board.claim[place]--;
        board.bound[place] = board.claim[place];
        claimed[sku]--;
        rejected++;
        heaps[sku].changed(place);
        enqueue(board.retailer[place]);
    }

    private void enqueue(int retailer) {
        if (!queued[retailer]) {
            queued[retailer] = true;
            int tail = queueHead + queueSize;
            queue[tail < queue.length ? tail : tail - queue.length] = retailer;
            queueSize++;
        }
    }

    private int dequeue() {
        int retailer = queue[queueHead];
        queueHead = queueHead + 1 == queue.length ? 0 : queueHead + 1;
        queueSize--;
        queued[retailer] = false;
        return retailer;
    }
}
