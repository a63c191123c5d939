package io.plimsoll.files;

import io.plimsoll.message.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a table to its end, whatever is wrong with it, and keeps every error: of a row all columns that can't be taken,
 * and keys that stand there again. Keeps no rows but the first ones.
 */
class TableCheck {

    /** Rows for a look. */
    static final int FIRST_ROWS = 20;

    /** Most errors of one table that are kept; the others are counted. */
    static final int MOST_LISTED = 1_000;

    /**
     * Bytes that the keys of a table may take here, to tell what stands there twice and what is unknown: room for some
     * four hundred thousand rows, more than a province has retailers.
     */
    private static final long MOST_KEPT = 64L << 20;

    /** What a row costs beside the characters of its key. */
    private static final int COST_OF_ROW = 150;

    private static final Comparator<BadInput> BY_LINE = Comparator.comparingLong(BadInput::line);

    private final Format format;
    private final Objections objections;
    private final List<BadInput> errors = new ArrayList<>();
    private final Set<String> places = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Long> lineOfKey = new HashMap<>();
    private final List<List<String>> firstRows = new ArrayList<>();
    private List<String> columns = List.of();
    private long kept;
    private long rows;
    private long unlisted;
    private boolean whole;

    TableCheck(Format format, Objections objections) {
        this.format = format;
        this.objections = objections;
    }

    /**
     * Reads the table.
     *
     * @param found what is known to be wrong with the table already; nothing else is said of the same places
     * @param byRecord whether an error names the record instead of the line
     */
    final void read(Path file, List<BadInput> found, boolean byRecord) {
        found.forEach(this::add);
        try {
            CsvFile.readAll(file, format, byRecord, this::judge, this::shapeless);
            whole = true;
        } catch (BadInput end) {
            add(end);
        }
        finish();
    }

    /** A table that can't be read at all, for a reason that is known. */
    final void giveUp(List<BadInput> found) {
        found.forEach(this::add);
    }

    private void judge(Row row) throws BadInput {
        look(row);
        if (isFull(rows)) {
            throw tooMany(row);
        }
        String[] values = new String[format.columns().size()];
        for (int column = 0; column < values.length; column++) {
            if (row.has(column) || format.columns().get(column).required()) {
                values[column] = judged(row, column);
            } else {
                values[column] = "";
            }
        }
        judged(row, values);
        if (objections.concern(format.file())) {
            object(row, values);
        }
    }

    private void object(Row row, String[] values) {
        Map<String, String> read = new HashMap<>();
        for (int column = 0; column < values.length; column++) {
            if (values[column] != null) {
                read.put(format.columns().get(column).name(), values[column]);
            }
        }
        objections.to(format.file(), read).forEach((column, expected) -> {
            if (row.has(format.indexOf(column))) {
                add(row.bad(format.indexOf(column), expected));
            }
        });
    }

    private String judged(Row row, int column) {
        try {
            return row.canonical(column);
        } catch (BadInput bad) {
            add(bad);
            return null;
        }
    }

    /**
     * Looks at a row as a whole.
     *
     * @param values canonical, by column; null where the column can't be taken
     */
    void judged(Row row, String[] values) {
        List<String> key = Arrays.asList(values).subList(0, format.keyColumns());
        if (key.contains(null) || key.isEmpty()) {
            return;
        }
        String inOne = key.size() == 1 ? values[0] : String.join("\u0000", key);
        kept += inOne.length() + COST_OF_ROW;
        Long firstLine = lineOfKey.putIfAbsent(inOne, row.line());
        if (firstLine != null) {
            int last = format.keyColumns() - 1;
            List<String> keyColumns = format.columns().subList(0, last + 1).stream()
                    .map(Column::name)
                    .toList();
            add(row.bad(last, Table.once(String.join(", ", keyColumns), firstLine)));
        }
    }

    /** Looks at the table once all its rows have been read. */
    void finish() {}

    /** Whether no more rows can be judged; nothing is kept of one but its key. */
    boolean isFull(long rowsSoFar) {
        return kept > MOST_KEPT;
    }

    private BadInput tooMany(Row row) {
        return BadInput.atLine(format.file(), row.line(), Message.of("EXPECTED_FEWER_LINES", "lines", rows - 1));
    }

    private void shapeless(BadInput bad, Row row) throws BadInput {
        if (isFull(rows)) {
            throw bad;
        }
        boolean besideTheRow = bad.line() != row.line();
        if (!besideTheRow) {
            look(row);
        }
        add(bad);
    }

    /** Counts a row, shows it if it is one of the first, and keeps its name: a row that is bad is there all the same. */
    private void look(Row row) {
        if (rows++ == 0) {
            columns = row.columns();
        }
        if (firstRows.size() < FIRST_ROWS) {
            firstRows.add(row.fields());
        }
        if (isRegister()) {
            String name = row.textIfThere(0);
            names.add(name);
            names.add(name.strip());
            kept += name.length();
        }
    }

    /** Whether other files refer to the names in the first column. */
    private boolean isRegister() {
        return switch (format.file()) {
            case Formats.RETAILERS, Formats.SKUS, Formats.UNSOLD_SKUS, Formats.FLOATS, Formats.WEIGHTS -> true;
            default -> false;
        };
    }

    final boolean hasErrors() {
        return !errors.isEmpty();
    }

    final Format format() {
        return format;
    }

    final void add(BadInput bad) {
        if (!places.isEmpty() && places.contains(place(bad))) {
            return;
        }
        if (errors.size() == MOST_LISTED) {
            unlisted++;
            return;
        }
        errors.add(bad);
        places.add(place(bad));
    }

    /** One error says enough of a place. */
    private static String place(BadInput bad) {
        return bad.line() + " " + bad.column();
    }

    /** The names in the first column, for the files that refer to them. */
    final Register register() {
        return new Register(names::contains, whole);
    }

    final TableReport report() {
        errors.sort(BY_LINE);
        return new TableReport(format.file(), rows, columns, List.copyOf(firstRows), List.copyOf(errors), unlisted);
    }
}
