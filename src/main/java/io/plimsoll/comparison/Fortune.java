package io.plimsoll.comparison;

/** How somebody fares under B compared with A. */
public enum Fortune {
    BETTER,
    WORSE,
    ALIKE;

    /** What a difference means: more is better. */
    static Fortune of(long difference) {
        return difference > 0 ? BETTER : difference < 0 ? WORSE : ALIKE;
    }
}
