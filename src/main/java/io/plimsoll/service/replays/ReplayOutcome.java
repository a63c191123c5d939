package io.plimsoll.service.replays;

/** What has become of a replay. */
public enum ReplayOutcome {
    /** It is to be done, or is being done. */
    WAITING,
    /** Everything that is stored is what was recomputed. */
    SAME,
    /** Something that is stored is not. */
    DIFFERS,
    /** The same orders were shared under another policy. */
    COMPARED,
    /** It cannot be recomputed, or not be compared; the reason says why. */
    IMPOSSIBLE,
    /** The engine broke off. */
    FAILED
}
