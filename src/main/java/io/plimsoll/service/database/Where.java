package io.plimsoll.service.database;

import io.plimsoll.service.right.Scope;
import io.plimsoll.text.Loosely;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Conditions that come together, with the values of their question marks. */
public final class Where {

    /** Blanks and brackets that names hold here. */
    private static final String NOT_SEARCHED = " \u3000()（）[]［］【】《》「」";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** Adds a condition. */
    public Where and(String condition, Object... ofIt) {
        conditions.add(condition);
        values.addAll(Arrays.asList(ofIt));
        return this;
    }

    /** Adds a condition with one value, unless that is blank: then nothing was asked for. */
    public Where andIfGiven(String condition, String value) {
        return value == null || value.isBlank() ? this : and(condition, value.strip());
    }

    /**
     * Leaves only the retailers that somebody may see.
     *
     * @param retailer the alias of the table of retailers
     */
    public Where inScope(Scope scope, String retailer) {
        if (scope instanceof Scope.Everybody) {
            return this;
        }
        if (scope instanceof Scope.OneRetailer one) {
            return and(retailer + ".licence = ?", one.licence());
        }
        if (scope instanceof Scope.OfManager of) {
            return and(retailer + ".manager = ?", of.manager());
        }
        if (scope instanceof Scope.InTerritories in && !in.territories().isEmpty()) {
            String marks =
                    String.join(", ", Collections.nCopies(in.territories().size(), "?"));
            return and(
                    retailer + ".territory IN (" + marks + ")", in.territories().toArray());
        }
        return and("FALSE");
    }

    /** Conditions for a text that a name is to hold, in any case; the wild cards of SQL stand for themselves. */
    public static String pattern(String text) {
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /**
     * The same, of a text that is searched for as people type: see {@link Loosely}.
     *
     * @see #loosely
     */
    public static String loosePattern(String text) {
        return pattern(Loosely.of(text));
    }

    /**
     * A column as it can be compared with {@link #loosePattern}: the collation makes case, width and accents alike, and
     * blanks and brackets are taken out.
     */
    public static String loosely(String column) {
        String bare = column;
        for (int i = 0; i < NOT_SEARCHED.length(); i++) {
            bare = "REPLACE(" + bare + ", '" + NOT_SEARCHED.charAt(i) + "', '')";
        }
        return bare + " COLLATE utf8mb4_0900_ai_ci";
    }

    /** From {@code WHERE} on; blank without conditions. */
    public String sql() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    public List<Object> values() {
        return Collections.unmodifiableList(values);
    }

    /** The values, and others behind them. */
    public List<Object> valuesAnd(Object... others) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(others));
        return all;
    }
}
