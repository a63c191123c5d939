package io.plimsoll.ceiling;

import io.plimsoll.message.Message;
import io.plimsoll.rule.CeilingFact;

/**
 * A ceiling together with what it was reckoned from.
 *
 * @param reason the rule's own sentence, with the figures that went in
 */
public record JustifiedCeiling(Ceiling ceiling, Message reason) {

    static JustifiedCeiling of(Ceiling ceiling, CeilingFact fact) {
        return new JustifiedCeiling(ceiling, new Message(ceiling.code(), fact.arguments()));
    }
}
