package io.plimsoll.allocation;

/** The places of one Sku with the least fair claim on top: the one whose last carton comes after all others. */
final class ClaimHeap {

    private final Board board;
    private final int sku;
    private final int first;

    /** Places, in the order of a heap. */
    private final int[] heap;

    /** Where in the heap each place stands, by place less the first one. */
    private final int[] at;

    ClaimHeap(Board board, int sku) {
        this.board = board;
        this.sku = sku;
        first = board.firstPlace[sku];
        heap = new int[board.firstPlace[sku + 1] - first];
        at = new int[heap.length];
        for (int i = 0; i < heap.length; i++) {
            heap[i] = first + i;
            at[i] = i;
        }
        for (int i = heap.length / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    /** The place whose last carton is the least fair. */
    int leastFair() {
        return heap[0];
    }

    /** Puts a place whose claim has changed where it belongs now. */
    void changed(int place) {
        sink(rise(at[place - first]));
    }

    private int rise(int from) {
        int child = from;
        while (child > 0) {
            int parent = (child - 1) / 2;
            if (!lessFair(heap[child], heap[parent])) {
                break;
            }
            swap(child, parent);
            child = parent;
        }
        return child;
    }

    private void sink(int from) {
        int parent = from;
        while (true) {
            int child = 2 * parent + 1;
            if (child >= heap.length) {
                return;
            }
            if (child + 1 < heap.length && lessFair(heap[child + 1], heap[child])) {
                child++;
            }
            if (!lessFair(heap[child], heap[parent])) {
                return;
            }
            swap(child, parent);
            parent = child;
        }
    }

    /** Whether the last carton claimed at one place comes after the last one claimed at another. */
    private boolean lessFair(int place1, int place2) {
        long key1 = board.lastKey(place1);
        long key2 = board.lastKey(place2);
        if (key1 != key2 || key1 < 0) {
            return key1 > key2;
        }
        return board.compareLots(sku, place1, place2) > 0;
    }

    private void swap(int left, int right) {
        int place = heap[left];
        heap[left] = heap[right];
        heap[right] = place;
        at[heap[left] - first] = left;
        at[place - first] = right;
    }
}
