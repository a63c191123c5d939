package io.plimsoll.chart;

/** How a line is drawn; told apart by dashes and by colour, each of which is enough alone. */
public enum Stroke {
    /** For the line that the chart is about. */
    STRONG("#0b4f8a", "3", ""),
    DASHED("#b3470b", "1.8", "7 3"),
    DOTTED("#1c7a4c", "1.8", "2 2.5"),
    DASH_DOTTED("#8a2b7a", "1.8", "9 3 2 3");

    private final String colour;
    private final String width;
    private final String dashes;

    Stroke(String colour, String width, String dashes) {
        this.colour = colour;
        this.width = width;
        this.dashes = dashes;
    }

    String colour() {
        return colour;
    }

    String width() {
        return width;
    }

    /** As in {@code stroke-dasharray}; empty for none. */
    String dashes() {
        return dashes;
    }
}
