package io.plimsoll.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The answers to one fact. Rules can only add to it, and only the rule book's own thread does while it is asked. */
public final class Proposals {

    private List<Proposal> answers = List.of();

    void add(Proposal proposal) {
        if (answers.isEmpty()) {
            answers = new ArrayList<>(2);
        }
        answers.add(proposal);
    }

    /** What has been proposed so far, in no particular order. */
    public List<Proposal> answers() {
        return Collections.unmodifiableList(answers);
    }

    @Override
    public String toString() {
        return answers.toString();
    }
}
