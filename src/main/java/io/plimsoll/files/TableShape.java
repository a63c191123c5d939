package io.plimsoll.files;

import io.plimsoll.message.Message;
import java.util.List;
import java.util.Optional;

/**
 * What a table looks like, for people: read off the definitions by which tables are read, so that it can't be another.
 *
 * @param file its name, such as {@code supply.csv}
 * @param key the columns that together may stand there once
 */
public record TableShape(String file, List<String> key, List<Column> columns) {

    /** Fits no kind of value but text. */
    private static final String NONSENSE = "\u0001";

    private static final String OF_ANY_TEXT = "EXPECTED_NO_CONTROL_CHARACTERS";

    /**
     * A column.
     *
     * @param required whether the table must have it
     * @param mayBeBlank whether a cell may hold nothing
     * @param expected what a cell may hold, in the words of the error that says so; nothing for text of any sort
     */
    public record Column(String name, boolean required, boolean mayBeBlank, Optional<Message> expected) {}

    /**
     * The shape of one of {@link CycleFolder#TABLES}.
     *
     * @param apart whether it is no part of a cycle
     * @throws IllegalArgumentException where there is no such table
     */
    public static TableShape of(String file, boolean apart) {
        Format format = Known.NOTHING.format(file, apart);
        List<Column> columns = format.columns().stream()
                .map(column -> new Column(
                        column.name(),
                        column.required(),
                        !refusal(column.kind(), "").isPresent(),
                        refusal(column.kind(), NONSENSE)
                                .filter(each -> !each.code().equals(OF_ANY_TEXT))))
                .toList();
        List<String> key = columns.subList(0, format.keyColumns()).stream()
                .map(Column::name)
                .toList();
        return new TableShape(file, key, columns);
    }

    private static Optional<Message> refusal(Kind kind, String text) {
        try {
            kind.canonical(text);
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused.expected());
        }
    }

    /** The header, with every column. */
    public String header() {
        return String.join(",", columns.stream().map(Column::name).toList());
    }
}
