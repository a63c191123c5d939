package io.plimsoll.proof;

import io.plimsoll.message.Message;
import java.util.ArrayList;
import java.util.List;

/** What is found to be wrong, in the order in which it is met; beyond the first twenty only their number. */
final class Findings {

    private static final int MOST_NAMED = 20;

    private final List<Message> named = new ArrayList<>();
    private long count;

    void add(Message finding) {
        count++;
        if (named.size() < MOST_NAMED) {
            named.add(finding);
        }
    }

    /** The first entry that doesn't fit: whatever else is found, that is said first. */
    void addFirst(Message finding) {
        count++;
        named.add(0, finding);
    }

    long count() {
        return count;
    }

    List<Message> all() {
        List<Message> all = new ArrayList<>(named);
        if (count > all.size()) {
            all.add(Message.of("LEDGER_MORE", "count", count - all.size()));
        }
        return all;
    }
}
