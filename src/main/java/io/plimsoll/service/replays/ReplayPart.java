package io.plimsoll.service.replays;

/** What a replay is at, in the order of the work. */
public enum ReplayPart {
    /** Nobody is at it yet, or another process is. */
    WAITING,
    READING,
    CEILINGS,
    SHARING,
    JUDGING,
    COMPARING
}
