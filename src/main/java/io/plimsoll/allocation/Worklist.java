package io.plimsoll.allocation;

import java.util.Arrays;

/**
 * Finishes an allocation carton by carton once few claims still change: a queue of retailers who lost a carton and
 * claim anew, and for each Sku that is full a heap of its lines with the least fair claim on top. A rejected carton
 * costs one look at its retailer's lines and a few steps in a heap, however many lines the Sku has; a chain of
 * rejections may be a million long, so there is no limit on the work.
 */
final class Worklist {

    private static final int NOT_IN_HEAP = -1;

    private final Board board;
    private final long[] claimed;
    private final boolean[] hasHeap;

    /** Where each line stands in its Sku's part of {@code board.linesBySku}, which serves as the heap. */
    private final int[] place;

    private final int[] queue;
    private final boolean[] queued;
    private int queueHead;
    private int queueSize;

    private int[] overclaimed = new int[16];
    private int overclaimedSize;

    Worklist(Board board) {
        this.board = board;
        int skus = board.task.skus();
        claimed = new long[skus];
        for (int sku = 0; sku < skus; sku++) {
            claimed[sku] = board.claimedOf(sku);
        }
        hasHeap = new boolean[skus];
        place = new int[board.task.lines()];
        Arrays.fill(place, NOT_IN_HEAP);
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

    private void claimChanged(int line, int from, int to) {
        int sku = board.task.sku()[line];
        claimed[sku] += (long) to - from;
        if (hasHeap[sku]) {
            restoreHeapAround(sku, place[line]);
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
            if (!hasHeap[sku]) {
                buildHeap(sku);
            }
            while (claimed[sku] > board.task.released()[sku]) {
                rejectLeastFair(sku);
            }
        }
    }

    private void rejectLeastFair(int sku) {
        int top = board.firstOfSku[sku];
        int line = board.linesBySku[top];
        board.claim[line]--;
        board.bound[line] = board.claim[line];
        claimed[sku]--;
        restoreHeapAround(sku, top);
        enqueue(board.retailerOf[line]);
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

    private void buildHeap(int sku) {
        hasHeap[sku] = true;
        int first = board.firstOfSku[sku];
        int end = board.firstOfSku[sku + 1];
        for (int i = first; i < end; i++) {
            place[board.linesBySku[i]] = i;
        }
        for (int i = first + (end - first) / 2 - 1; i >= first; i--) {
            sink(i, first, end);
        }
    }

    private void restoreHeapAround(int sku, int at) {
        int first = board.firstOfSku[sku];
        sink(rise(at, first), first, board.firstOfSku[sku + 1]);
    }

    private int rise(int at, int first) {
        int child = at;
        while (child > first) {
            int parent = first + (child - first - 1) / 2;
            if (!lessFair(child, parent)) {
                break;
            }
            swap(child, parent);
            child = parent;
        }
        return child;
    }

    private void sink(int at, int first, int end) {
        int parent = at;
        while (true) {
            int child = first + 2 * (parent - first) + 1;
            if (child >= end) {
                return;
            }
            if (child + 1 < end && lessFair(child + 1, child)) {
                child++;
            }
            if (!lessFair(child, parent)) {
                return;
            }
            swap(child, parent);
            parent = child;
        }
    }

    /** Whether the last carton claimed at one place comes after the last one claimed at another. */
    private boolean lessFair(int place1, int place2) {
        int line1 = board.linesBySku[place1];
        int line2 = board.linesBySku[place2];
        long key1 = board.lastKey(line1);
        long key2 = board.lastKey(line2);
        if (key1 != key2 || key1 < 0) {
            return key1 > key2;
        }
        return board.compareLots(line1, line2) > 0;
    }

    private void swap(int place1, int place2) {
        int line1 = board.linesBySku[place1];
        int line2 = board.linesBySku[place2];
        board.linesBySku[place1] = line2;
        board.linesBySku[place2] = line1;
        place[line1] = place2;
        place[line2] = place1;
    }
}
