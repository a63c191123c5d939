package io.plimsoll.service.uploads;

/** What an upload is to become. */
public enum Kind {
    /** A cycle whose orders were taken elsewhere. */
    CYCLE,
    /** Retailers, Skus or both, for the register. */
    REGISTER,
    /** Supply for a planned cycle. */
    SUPPLY,
    /** What came back of a cycle whose goods went out. */
    CAME_BACK,
    /** Figures for staff alone, which other rooms keep. */
    FIGURES,
    /** Nothing that can be stored here; the preview says why. */
    NOTHING
}
