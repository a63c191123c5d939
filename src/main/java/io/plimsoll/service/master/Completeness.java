package io.plimsoll.service.master;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What ought to be known of every shop (R13). */
public final class Completeness {

    /** As the fields of a {@link RegisteredRetailer} are called. */
    public static final List<String> FIELDS =
            List.of("name", "phone", "account", "territory", "licensedSince", "keyAccount");

    /** For each field in turn, whether it is unknown of {@code retailer r}. */
    public static final String EACH_IS_UNKNOWN =
            FIELDS.stream().map(Completeness::isUnknown).collect(Collectors.joining(", "));

    /** How many of them are unknown of {@code retailer r}. */
    public static final String HOW_MANY_ARE_UNKNOWN =
            FIELDS.stream().map(Completeness::isUnknown).collect(Collectors.joining(") + (", "((", "))"));

    static final String SOMETHING_IS_UNKNOWN =
            FIELDS.stream().map(Completeness::isUnknown).collect(Collectors.joining(" OR ", "(", ")"));

    private Completeness() {}

    private static String isUnknown(String field) {
        return "r." + field.replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT) + " IS NULL";
    }
}
