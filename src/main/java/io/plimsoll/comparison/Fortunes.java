package io.plimsoll.comparison;

/** How many retailers fare better under B, worse, or neither. */
public record Fortunes(int better, int worse, int alike) {

    /** Those of one retailer. */
    static Fortunes of(Fortune one) {
        return switch (one) {
            case BETTER -> new Fortunes(1, 0, 0);
            case WORSE -> new Fortunes(0, 1, 0);
            case ALIKE -> new Fortunes(0, 0, 1);
        };
    }

    Fortunes plus(Fortunes more) {
        return new Fortunes(better + more.better, worse + more.worse, alike + more.alike);
    }

    /** All of them. */
    public int retailers() {
        return better + worse + alike;
    }
}
