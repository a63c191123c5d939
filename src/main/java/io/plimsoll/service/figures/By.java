package io.plimsoll.service.figures;

import io.plimsoll.service.figures.Measure.Source;
import java.util.Optional;

/** What shares are told apart by. */
public enum By {
    MONTH(true),
    CYCLE(true),
    MANAGER(false),
    TERRITORY(false),
    SIZE_CLASS(false),
    TIER(false);

    private final boolean isTime;

    By(boolean isTime) {
        this.isTime = isTime;
    }

    /** Whether it goes on, so that the latest says how things are. */
    boolean isTime() {
        return isTime;
    }

    /** The column of a table that says it; nothing where that table doesn't know. */
    Optional<String> column(Source source) {
        boolean isOfMonths = source == Source.MONTH;
        return Optional.ofNullable(
                switch (this) {
                    case MONTH -> isOfMonths ? "s.period" : "c.period";
                    case CYCLE -> isOfMonths ? null : "s.cycle";
                    case MANAGER -> "s.manager";
                    case TERRITORY -> "s.territory";
                    case SIZE_CLASS -> isOfMonths ? null : "s.size_class";
                    case TIER -> source == Source.MIX ? "s.tier" : null;
                });
    }
}
