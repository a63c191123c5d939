package io.plimsoll.service.figures;

/** A share that is watched over time, managers and territories: so much of so much. */
public enum Measure {
    /** Orders in the last cycle of a month after which nothing was left, though more was asked for (R8). */
    STARVED(
            "R8",
            Source.SHARE,
            "IF(c.number_in_period = c.of_period, s.ran_dry, 0)",
            "IF(c.number_in_period = c.of_period, s.limited, 0)",
            false),
    /** Shops that were granted far more in the first cycle of a month than in the last ones before it (R9). */
    SURGED("R9", Source.SHARE, "s.surged", "s.compared", false),
    /** Demand for Skus in normal supply that was met (R10). */
    NORMAL_MET(
            "R10", Source.MIX, "IF(s.status = 'NORMAL', s.granted, 0)", "IF(s.status = 'NORMAL', s.demand, 0)", true),
    /** Demand that was met (R10). */
    MET("R10", Source.MIX, "s.granted", "s.demand", true),
    /** Shops with fewer Skus to choose from than they ought to have (R10). */
    FEW_SKUS("R10", Source.MONTH, "s.few_skus", "s.counted_skus", false),
    /** Shops whose total lies outside of the band (R12). */
    MISFIT("R12", Source.MONTH, "s.misfits", "s.fitted", false),
    /** Shops of which everything is known (R13). */
    COMPLETE("R13", Source.MONTH, "s.complete", "s.shops", true),
    /** Orders exactly at what could be granted (R14). */
    AT_CEILING("R14", Source.SHARE, "s.at_headroom", "s.limited", false),
    /** Orders above it, which is healthy (R14). */
    ABOVE_CEILING("R14", Source.SHARE, "s.above_headroom", "s.limited", true),
    /** Orders that the retailer sent himself (R15). */
    SELF_REPORTED("R15", Source.SHARE, "s.self_reported", "s.orders", true),
    /** Orders that were collected on a visit (R15, R16). */
    ASSISTED("R15", Source.SHARE, "s.assisted", "s.orders", false);

    private final String rule;
    private final Source source;
    private final String part;
    private final String whole;
    private final boolean isBetterHigh;

    Measure(String rule, Source source, String part, String whole, boolean isBetterHigh) {
        this.rule = rule;
        this.source = source;
        this.part = part;
        this.whole = whole;
        this.isBetterHigh = isBetterHigh;
    }

    /** The table that it is summed up from. */
    enum Source {
        SHARE("cycle_share"),
        MIX("cycle_mix"),
        MONTH("month_share");

        private final String table;

        Source(String table) {
            this.table = table;
        }

        String table() {
            return table;
        }
    }

    public String rule() {
        return rule;
    }

    Source source() {
        return source;
    }

    /** The two sums, for a statement that reads {@link #source}. */
    String sums() {
        return "SUM(" + part + "), SUM(" + whole + ")";
    }

    /** Whether a high share is good, and a low one to be looked at. */
    boolean isBetterHigh() {
        return isBetterHigh;
    }
}
