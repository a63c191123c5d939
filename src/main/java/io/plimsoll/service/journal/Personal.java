package io.plimsoll.service.journal;

/**
 * A value that says something of a person, such as a name or a phone number: in the journal a reference stands for it,
 * made with the salt of its owner.
 *
 * @param owner whom it says something of
 */
public record Personal(Subject owner, String value) {

    /** How the references of such values begin. */
    static final String PREFIX = "personal:";
}
