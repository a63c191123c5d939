package io.plimsoll.service.policies;

import io.plimsoll.policy.CellChange;
import io.plimsoll.policy.PolicySheet;
import io.plimsoll.service.web.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables of a policy as people read them: columns with their units, values in words. */
final class Tables {

    static final String FOLDER = "policy/";

    private static final String ALL_MARKET_TYPES = "*";
    private static final Set<String> FIGURES = Set.of(
            "percent", "weight", "ceiling", "rho", "burst", "reserve", "exempt", "value", "from_volume", "total");

    private Tables() {}

    /**
     * One table, or a part of it.
     *
     * @param file such as {@code floats.csv}
     * @param key by which its words are found
     * @param total how many rows the whole table has
     */
    record Shown(String file, String key, List<Column> columns, List<List<Cell>> rows, int total) {

        public boolean isPart() {
            return rows.size() < total;
        }
    }

    /** A column by its name in the file. */
    record Column(String name, boolean figure) {}

    /** A value in words. */
    record Cell(String text, boolean figure, String label) {}

    /**
     * A change in words.
     *
     * @param before null where there was no such row
     */
    record Change(String key, String column, CellChange.Kind kind, String before, String after, boolean figure) {}

    static String file(PolicySheet sheet) {
        return sheet.name().substring(FOLDER.length());
    }

    /** By which the words for a table are found: {@code floats} for {@code policy/floats.csv}. */
    static String key(String name) {
        return name.replace(FOLDER, "").replace(".csv", "");
    }

    static Shown shown(Page page, PolicySheet sheet, int from, int most) {
        List<Column> columns = sheet.columns().stream()
                .map(column -> new Column(column, FIGURES.contains(column)))
                .toList();
        int first = Math.min(from, sheet.rows().size());
        List<List<Cell>> rows = sheet
                .rows()
                .subList(first, Math.min(first + most, sheet.rows().size()))
                .stream()
                .map(row -> cells(page, sheet.columns(), row))
                .toList();
        return new Shown(
                file(sheet), key(sheet.name()), columns, rows, sheet.rows().size());
    }

    private static List<Cell> cells(Page page, List<String> columns, List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(at -> new Cell(
                        inWords(page, columns.get(at), row.get(at)),
                        FIGURES.contains(columns.get(at)),
                        page.word("policyColumn", columns.get(at))))
                .toList();
    }

    static Change change(Page page, CellChange change) {
        String key = change.key().entrySet().stream()
                .map(part -> inWords(page, part.getKey(), part.getValue()))
                .collect(Collectors.joining(" · "));
        return new Change(
                key,
                page.word("policyColumn", change.column()),
                change.kind(),
                inWords(page, change.column(), change.before()),
                inWords(page, change.column(), change.after()),
                FIGURES.contains(change.column()));
    }

    private static String inWords(Page page, String column, Optional<String> value) {
        return value.map(text -> inWords(page, column, text)).orElse(null);
    }

    /** A value of a column as a reader's language writes it. */
    static String inWords(Page page, String column, String value) {
        return switch (column) {
            case "size_class" -> page.word("policyClass", value);
            case "market_type" -> page.word("policyMarket", value.equals(ALL_MARKET_TYPES) ? "ALL" : value);
            case "tier" -> page.word("policyTier", value);
            case "business" -> page.word("policyBusiness", value);
            case "day", "launched_on" -> page.day(LocalDate.parse(value));
            case "ceiling" -> value.isEmpty() ? page.say("POLICY_UNLIMITED") : number(page, value);
            default -> FIGURES.contains(column) && !value.isEmpty() ? number(page, value) : value;
        };
    }

    private static String number(Page page, String value) {
        return page.number(new BigDecimal(value));
    }
}
