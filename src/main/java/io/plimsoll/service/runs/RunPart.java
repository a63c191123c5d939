package io.plimsoll.service.runs;

/** How far a run is, in the order of the work. */
public enum RunPart {
    /** Nobody is at it yet. */
    WAITING,
    READING,
    CEILINGS,
    SHARING,
    JUDGING,
    /** Digests of everything that went in and came out. */
    RECORDING,
    WRITING,
    /** Another process is at it, whose progress is not to be seen from here. */
    ELSEWHERE
}
