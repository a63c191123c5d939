package io.plimsoll.files;

import io.plimsoll.message.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows by its name what no file may hold: a minimum (R3), and a quantity for one retailer and one Sku (R4). Such a
 * column would be refused anyhow, as unknown; here it is refused with the reason.
 */
final class Forbidden {

    private static final Pattern MINIMUM = words(
            "min|mins|minimum|minima|minimal|floor|floors|least|lowest|fewest|atleast"
                    + "|min(imum)?(order|qty|quantity|cartons?|demand|total|grant|purchase)",
            "下限|最低|最少|最小|起订");

    /** Thresholds of detectors may well be lowest ratios; a minimum of what is ordered or granted may not be. */
    private static final Pattern QUANTITY = words(
            "cartons?|qty|quantity|quantities|orders?|ordered|demands?|demanded|grants?|granted|totals?|agreed"
                    + "|purchases?|volume|ceilings?",
            "条|量|订货|需求|总量");

    private static final Pattern ONLY_MINIMUM = Pattern.compile("(min|minimum|floor|least|at_least|下限|最低|最少|最小)");

    private static final Pattern RETAILER =
            words("retailers?|licen[cs]e|licence_number|shops?|stores?|customers?|outlets?|account", "零售|商户|客户|许可证");

    private static final Pattern SKU = words("skus?|items?|products?|brands?", "规格|品牌|商品");

    private static final Pattern CEILING = words(
            "ceilings?|max|maximum|limits?|caps?|quotas?|agreed|upper|most|allowance|allotment",
            "上限|限量|限额|定量|商定|最多|最高");

    private Forbidden() {}

    /** Why a column of this name is refused in this file, if there is more to say than that it is unknown. */
    static Optional<Message> column(String file, String name) {
        String words = inWords(name);
        if (MINIMUM.matcher(words).find()) {
            return Optional.of(Message.of("EXPECTED_NO_MINIMUM"));
        }
        if (file.equals(StaffFormats.LISTING_PLANS) && isQuantityOrSku(words)) {
            return Optional.of(Message.of("EXPECTED_ONLY_A_COUNT"));
        }
        return agreesOnSku(file, words) ? Optional.of(noRetailerCeiling()) : Optional.empty();
    }

    /** Why a threshold of this name is refused. */
    static Optional<Message> parameter(String name) {
        String words = inWords(name);
        boolean minimum = ONLY_MINIMUM.matcher(words).matches()
                || MINIMUM.matcher(words).find() && QUANTITY.matcher(words).find();
        return minimum ? Optional.of(Message.of("EXPECTED_NO_MINIMUM")) : Optional.empty();
    }

    static Message noRetailerCeiling() {
        return Message.of("EXPECTED_NO_RETAILER_CEILING");
    }

    /** A listing plan counts brands; of which, and how much, would be settled with the shop (R20, R32). */
    private static boolean isQuantityOrSku(String words) {
        return QUANTITY.matcher(words).find()
                || CEILING.matcher(words).find()
                || SKU.matcher(words).find();
    }

    private static boolean agreesOnSku(String file, String words) {
        if (file.startsWith(Formats.POLICY) || file.equals(Formats.SKUS)) {
            return RETAILER.matcher(words).find();
        }
        if (file.equals(Formats.ORDERS)) {
            return CEILING.matcher(words).find();
        }
        if (file.equals(StaffFormats.LISTING_PLANS) || file.equals(StaffFormats.EARLIER_DEMAND)) {
            return RETAILER.matcher(words).find();
        }
        return (file.equals(Formats.RETAILERS) || file.equals(Formats.SUBMISSIONS))
                && SKU.matcher(words).find();
    }

    /** {@code minOrder}, {@code Min Order} and {@code min-order} become {@code min_order}. */
    private static String inWords(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\-./]+", "_");
    }

    private static Pattern words(String latin, String anywhere) {
        return Pattern.compile("(?<![a-z])(" + latin + ")(?![a-z])|" + anywhere);
    }
}
