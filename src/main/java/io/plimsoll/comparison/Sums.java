package io.plimsoll.comparison;

/** Adds up order lines that belong together: those of a retailer, of a retailer in a tier, or of a Sku. */
final class Sums {

    private int lines;
    private long demand;
    private long grantedA;
    private long grantedB;
    private long gained;
    private long lost;
    private Fortune byRank = Fortune.ALIKE;

    /** Adds a line; those of a retailer in the order of its ranks. */
    void add(int wanted, int gotA, int gotB) {
        lines++;
        demand += wanted;
        grantedA += gotA;
        grantedB += gotB;
        gained += Math.max(0, gotB - gotA);
        lost += Math.max(0, gotA - gotB);
        if (byRank == Fortune.ALIKE) {
            byRank = Fortune.of(gotB - gotA);
        }
    }

    /** How the lines compare: the first that differs decides. */
    Fortune byRank() {
        return byRank;
    }

    Change change() {
        return new Change(lines, demand, grantedA, grantedB, gained, lost);
    }
}
