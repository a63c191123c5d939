package io.plimsoll.simulation.sharing;

/** The ways of sharing that are compared. */
public enum Mechanism {
    /** Ours: equals that are cut receive the same. */
    PLIMSOLL(new CommonLevel()),
    /** In proportion to what is reported. */
    PROPORTIONAL(new ProportionalSharing()),
    /** First come, first served. */
    FIRST_COME(new FirstComeFirstServed()),
    /** The largest order first. */
    LARGEST_FIRST(new LargestFirst());

    private final Sharer sharer;

    Mechanism(Sharer sharer) {
        this.sharer = sharer;
    }

    /** The mechanism at work. */
    public Sharer sharer() {
        return sharer;
    }
}
