package io.plimsoll.explanation;

import io.plimsoll.message.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the room that short Skus left in an order: the claims of the first round, made as if nothing were
 * short, against what was granted in the end.
 *
 * @param lost lines that were granted less than they claimed at first
 * @param gained lines that were granted more
 */
public record FreedRoom(List<Shift> lost, List<Shift> gained) {

    /**
     * A line and by how much it ended below or above its first claim.
     *
     * @param sku its name for people
     * @param cartons at least one
     */
    public record Shift(int rank, String sku, int cartons) {}

    public FreedRoom {
        lost = List.copyOf(lost);
        gained = List.copyOf(gained);
    }

    /** Cartons of room that short Skus freed. */
    public long freed() {
        return sum(lost);
    }

    /** Cartons of it that nothing could fill. */
    public long unused() {
        return freed() - sum(gained);
    }

    private static long sum(List<Shift> shifts) {
        return shifts.stream().mapToLong(Shift::cartons).sum();
    }

    /** To be read one after the other; nothing where no room was freed. */
    public List<Message> sentences() {
        if (lost.isEmpty()) {
            return List.of();
        }
        if (gained.isEmpty()) {
            return List.of(Message.of("EXPLAIN_FREED_FOR_NOTHING", "freed", freed()));
        }
        List<Message> sentences = new ArrayList<>();
        sentences.add(Message.of("EXPLAIN_FREED", "freed", freed()));
        gained.forEach(line -> sentences.add(
                Message.of("EXPLAIN_FREED_FOR", "sku", line.sku(), "rank", line.rank(), "cartons", line.cartons())));
        if (unused() > 0) {
            sentences.add(Message.of("EXPLAIN_FREED_UNUSED", "unused", unused()));
        }
        return sentences;
    }
}
