package io.plimsoll.service.uploads;

import io.plimsoll.files.Objections;
import io.plimsoll.message.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What is asked of rows here beyond what the files ask: they must fit into the database, and into what is registered. */
final class RowRules implements Objections {

    private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

    /** Most characters of a column, as wide as its place in the database. */
    private static final Map<String, Map<String, Integer>> MOST = Map.of(
            "cycle.csv", Map.of("cycle", 64, "seed", 200),
            "earlier_months.csv", Map.of("retailer", 64),
            "retailers.csv",
                    Map.of("retailer", 64, "manager", 64, "name", 120, "territory", 64, "phone", 40, "account", 60),
            "skus.csv", Map.of("sku", 64, "brand", 120, "name", 120),
            "submissions.csv", Map.of("actor", 80, "device", 120, "session", 120, "address", 120),
            "policy/policy.csv", Map.of("name", 120),
            "policy/unsold_skus.csv", Map.of("sku", 64));

    private final Map<String, RegisterState.Shop> shops;
    private final Predicate<String> isEarlier;

    /**
     * Rules of an upload.
     *
     * @param shops retailers whose class and agreed total must stand as they are; none for a cycle, which has its own
     */
    RowRules(Map<String, RegisterState.Shop> shops) {
        this(shops, month -> true);
    }

    /**
     * Rules of an upload of earlier months.
     *
     * @param isEarlier whether a month is over, and no cycle of it is here
     */
    RowRules(Map<String, RegisterState.Shop> shops, Predicate<String> isEarlier) {
        this.shops = shops;
        this.isEarlier = isEarlier;
    }

    @Override
    public boolean concern(String file) {
        return MOST.containsKey(file);
    }

    @Override
    public Map<String, Message> to(String file, Map<String, String> row) {
        Map<String, Message> expected = new HashMap<>();
        MOST.get(file).forEach((column, most) -> {
            String value = row.getOrDefault(column, "");
            if (value.codePointCount(0, value.length()) > most) {
                expected.put(column, Message.of("EXPECTED_LENGTH", "characters", most));
            }
        });
        switch (file) {
            case "cycle.csv" -> month(row, expected);
            case "earlier_months.csv" -> earlierMonth(row, expected);
            case "skus.csv" -> keyBrand(row, expected);
            case "retailers.csv" -> asRegistered(row, expected);
            default -> {
                // Nothing but the widths.
            }
        }
        return expected;
    }

    private static void month(Map<String, String> row, Map<String, Message> expected) {
        if (row.containsKey("period") && !MONTH.matcher(row.get("period")).matches()) {
            expected.put("period", Message.of("EXPECTED_MONTH"));
        }
    }

    private void earlierMonth(Map<String, String> row, Map<String, Message> expected) {
        month(row, expected);
        String period = row.get("period");
        if (period != null && !expected.containsKey("period") && !isEarlier.test(period)) {
            expected.put("period", Message.of("EXPECTED_MONTH_WITHOUT_CYCLES"));
        }
        String demand = row.getOrDefault("demand", "");
        String granted = row.getOrDefault("granted", "");
        if (!demand.isEmpty() && !granted.isEmpty() && Long.parseLong(granted) > Long.parseLong(demand)) {
            expected.put("granted", Message.of("EXPECTED_NO_MORE_THAN_DEMAND", "demand", demand));
        }
    }

    private static void keyBrand(Map<String, String> row, Map<String, Message> expected) {
        if (!List.of("", "true", "false").contains(row.getOrDefault("key_brand", ""))) {
            expected.put("key_brand", Message.of("EXPECTED_ONE_OF", "allowed", "true, false"));
        }
    }

    /** A class follows from volume with its evidence (R2, R13), and a total is agreed with the retailer (R1). */
    private void asRegistered(Map<String, String> row, Map<String, Message> expected) {
        RegisterState.Shop shop = shops.get(row.getOrDefault("retailer", ""));
        if (shop == null) {
            return;
        }
        if (row.containsKey("size_class") && !row.get("size_class").equals(shop.sizeClass())) {
            expected.put("size_class", Message.of("EXPECTED_REGISTERED_CLASS", "class", shop.sizeClass()));
        }
        String said = row.getOrDefault("agreed_total", "");
        boolean isOther = !said.isEmpty()
                && shop.total() != null
                && !Integer.toString(shop.total()).equals(said);
        if (isOther) {
            expected.put("agreed_total", Message.of("EXPECTED_TOTAL_IN_FORCE", "cartons", shop.total()));
        }
    }
}
