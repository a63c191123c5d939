package io.plimsoll.files;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the columns of a policy may hold. Where a class is expected and a retailer is named, somebody wants a ceiling for
 * one shop (R4), and is told so.
 *
 * @param isRetailer whether a name is certainly one of the register
 */
record PolicyKinds(Predicate<String> isRetailer) {

    Kind sizeClass() {
        return butNoRetailer(Kinds.oneOf(SizeClass.values()));
    }

    Kind marketType() {
        return butNoRetailer(
                Kinds.oneOf(List.of(MarketType.URBAN.name(), MarketType.RURAL.name(), ClassTables.EVERY_MARKET_TYPE)));
    }

    private Kind butNoRetailer(Kind kind) {
        return text -> {
            try {
                return kind.canonical(text);
            } catch (Refused refused) {
                if (isRetailer.test(text)) {
                    throw new Refused(Forbidden.noRetailerCeiling().code());
                }
                throw refused;
            }
        };
    }

    /** A size class that the policy has a float and a weight for. */
    static Kind servedClass(Predicate<String> withFloat, Predicate<String> withWeight) {
        Kind known = Kinds.oneOf(SizeClass.values());
        return text -> {
            String sizeClass = known.canonical(text);
            if (!withFloat.test(sizeClass)) {
                throw new Refused("EXPECTED_CLASS_IN", "file", Formats.FLOATS);
            }
            if (!withWeight.test(sizeClass)) {
                throw new Refused("EXPECTED_CLASS_IN", "file", Formats.WEIGHTS);
            }
            return sizeClass;
        };
    }
}
