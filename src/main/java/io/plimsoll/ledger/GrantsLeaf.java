package io.plimsoll.ledger;

import io.plimsoll.message.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one retailer was granted in a run, and why not more; a leaf in the tree of the run. Written {@code run cycle
 * retailer salt lines}, parted by TAB, where lines are {@code rank,sku,demand,granted,binding} parted by semicolons, and
 * in a Sku's name %, comma and semicolon are written %25, %2C and %3B.
 *
 * @param run the run's number
 * @param retailer by reference, {@code retailer:} and 40 hexadecimal digits
 * @param salt 32 hexadecimal digits of chance, so that nobody guesses a neighbour's grants and checks the guess
 * @param lines in the order of their ranks
 */
public record GrantsLeaf(long run, String cycle, String retailer, String salt, List<Line> lines) {

    private static final Pattern RETAILER = Pattern.compile("retailer:[0-9a-f]{40}");
    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern BINDING = Pattern.compile("[A-Z][A-Z0-9_]*");

    private static final int FIELDS = 5;
    private static final int FIELDS_OF_LINE = 5;

    /**
     * One line of the order.
     *
     * @param demand in cartons, as it was reported
     * @param granted in cartons
     * @param binding why not more, by the name that grants.csv has for it
     */
    public record Line(long rank, String sku, long demand, long granted, String binding) {

        public Line {
            if (rank < 1
                    || demand < 0
                    || granted < 0
                    || !BINDING.matcher(binding).matches()
                    || !Fields.isWhole(sku)) {
                throw new IllegalArgumentException("no line: " + rank + " " + sku + " " + binding);
            }
        }

        private static Line parse(String text) throws Malformed {
            List<String> fields = Fields.split(text, ',', FIELDS_OF_LINE);
            if (!BINDING.matcher(fields.get(4)).matches()) {
                throw new Malformed(Message.of("LINE_NOT_CANONICAL"));
            }
            return new Line(
                    Fields.whole(fields.get(0), 1),
                    fields.get(1).replace("%3B", ";").replace("%2C", ",").replace("%25", "%"),
                    Fields.whole(fields.get(2), 0),
                    Fields.whole(fields.get(3), 0),
                    fields.get(4));
        }

        private String text() {
            String name = sku.replace("%", "%25").replace(",", "%2C").replace(";", "%3B");
            return rank + "," + name + "," + demand + "," + granted + "," + binding;
        }
    }

    /**
     * Takes the fields as they are.
     *
     * @throws IllegalArgumentException for one that has no place in a leaf
     */
    public GrantsLeaf {
        if (run < 1
                || !Fields.isWhole(cycle)
                || !RETAILER.matcher(retailer).matches()
                || !SALT.matcher(salt).matches()
                || !isInOrder(lines)) {
            throw new IllegalArgumentException("no leaf of run " + run + ": " + retailer);
        }
        lines = List.copyOf(lines);
    }

    private static boolean isInOrder(List<Line> lines) {
        long before = 0;
        for (Line line : lines) {
            if (line.rank() <= before) {
                return false;
            }
            before = line.rank();
        }
        return true;
    }

    /**
     * Reads a leaf's line, without its line end.
     *
     * @throws Malformed unless it is written exactly as {@link #text} writes it
     */
    public static GrantsLeaf parse(byte[] line) throws Malformed {
        List<String> fields = Fields.split(Fields.text(line), Fields.TAB, FIELDS);
        long run = Fields.whole(fields.get(0), 1);
        String lines = Fields.unescape(fields.get(4));
        List<Line> read = new ArrayList<>();
        if (!lines.isEmpty()) {
            for (String each : Fields.split(lines, ';')) {
                read.add(Line.parse(each));
            }
        }
        boolean isNamed = RETAILER.matcher(fields.get(2)).matches()
                && SALT.matcher(fields.get(3)).matches();
        if (!isNamed || !isInOrder(read)) {
            throw new Malformed(Message.of("LINE_NOT_CANONICAL"));
        }
        GrantsLeaf leaf = new GrantsLeaf(run, Fields.unescape(fields.get(1)), fields.get(2), fields.get(3), read);
        Fields.requireSame(leaf.text(), line);
        return leaf;
    }

    /** The line, without a line end. */
    public String text() {
        String all = lines.stream().map(Line::text).collect(Collectors.joining(";"));
        return run + "\t" + Fields.escape(cycle) + Fields.TAB + retailer + Fields.TAB + salt + Fields.TAB
                + Fields.escape(all);
    }

    /** What stands for it in the tree of the run. */
    public Hash hash(Hashing hashing) {
        return hashing.leaf(text().getBytes(StandardCharsets.UTF_8));
    }
}
