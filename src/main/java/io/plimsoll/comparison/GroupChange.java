package io.plimsoll.comparison;

/**
 * What became of a group: of the order lines of some retailers, or of those of some Skus. Retailers without such a line
 * are not among it.
 *
 * @param bySum its retailers by what all their lines of the group got together
 * @param byRank its retailers by their own ranks: of their lines of the group, the first that differs decides
 */
public record GroupChange(Change cartons, Fortunes bySum, Fortunes byRank) {

    static final GroupChange NONE =
            new GroupChange(new Change(0, 0, 0, 0, 0, 0), new Fortunes(0, 0, 0), new Fortunes(0, 0, 0));

    /** A group of one retailer. */
    static GroupChange of(Sums ofRetailer) {
        Change cartons = ofRetailer.change();
        return new GroupChange(
                cartons, Fortunes.of(Fortune.of(cartons.difference())), Fortunes.of(ofRetailer.byRank()));
    }

    GroupChange plus(GroupChange more) {
        return new GroupChange(cartons.plus(more.cartons), bySum.plus(more.bySum), byRank.plus(more.byRank));
    }
}
