package io.plimsoll.files;

import static io.plimsoll.files.Column.of;
import static io.plimsoll.files.Kinds.key;
import static io.plimsoll.files.Kinds.oneOf;
import static io.plimsoll.files.Kinds.text;
import static io.plimsoll.files.Kinds.whole;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.run.Binding;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import java.math.BigInteger;
import java.nio.file.Path;

/**
 * The tables of a result as they are read back; errors call a file by its last name.
 *
 * @see "docs/files.md"
 */
final class ResultFormats {

    private ResultFormats() {}

    static Format peers(Path file) {
        return Format.of(
                String.valueOf(file.getFileName()),
                1,
                of("retailer", key()),
                of("size_class", oneOf(SizeClass.values())),
                of("market_type", oneOf(MarketType.values())),
                of("interval", whole(1, PeerGroup.MAX_INTERVAL)));
    }

    static Format tiers(Path file) {
        return Format.of(
                String.valueOf(file.getFileName()),
                1,
                of("sku", key()),
                of("tier", oneOf(BrandTier.values())),
                of("status", oneOf(SupplyStatus.values())));
    }

    static Format grants(Path file) {
        return Format.of(
                String.valueOf(file.getFileName()),
                2,
                of("retailer", key()),
                of("rank", whole(1, Formats.MOST_RANK)),
                of("sku", key()),
                of("demand", whole(0, Kinds.MOST_CARTONS)),
                of("granted", whole(0, Kinds.MOST_CARTONS)),
                of("binding", oneOf(Binding.values())));
    }

    static Format levels(Path file) {
        return Format.of(
                String.valueOf(file.getFileName()),
                1,
                of("sku", key()),
                of("released", text()),
                of("claimed", text()),
                of("granted", text()),
                of("level", text()));
    }

    static Format ceilings(Path file) {
        return Format.of(
                String.valueOf(file.getFileName()),
                5,
                of("scope", key()),
                of("subject", text()),
                of("ref", text()),
                of("max_cartons", ResultFormats::wholeOfAnySize),
                of("rule", text()),
                of("policy", text()));
    }

    /** Rules may set a ceiling that is larger than anything there is. */
    private static String wholeOfAnySize(String text) throws Refused {
        if (text.matches("[0-9]{1,19}") && new BigInteger(text).bitLength() < Long.SIZE) {
            return text;
        }
        throw Kinds.notWhole(0, Long.MAX_VALUE);
    }
}
