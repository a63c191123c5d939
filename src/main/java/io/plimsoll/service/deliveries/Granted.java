package io.plimsoll.service.deliveries;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much of each line of a cycle can still come back, by the run in force. Rows are taken off it one after the other, so that
 * two of the same line are judged together. Reads an order when it is first asked for; who is to write holds its row before.
 */
public final class Granted {

    private static final String LINES = """
            SELECT g.sku, s.name, g.granted, COALESCE((
                SELECT SUM(b.cartons) FROM came_back b
                WHERE b.cycle = a.cycle AND b.licence = g.licence AND b.sku = g.sku), 0) AS back
            FROM allocation_run a JOIN grant_line g ON g.run = a.id LEFT JOIN sku s ON s.sku = g.sku
            WHERE a.cycle = ? AND a.in_force AND g.licence = ? AND g.granted > 0 ORDER BY g.line_rank
            """;

    private final Sql sql;
    private final String cycle;
    private final Map<String, Map<String, Long>> left = new HashMap<>();

    Granted(Sql sql, String cycle) {
        this.sql = sql;
        this.cycle = cycle;
    }

    /**
     * A line of which something was granted.
     *
     * @param name what people call the Sku; null where it has none
     * @param back cartons that have come back already
     */
    public record Line(String sku, String name, long granted, long back) {

        /** Cartons that can still come back. */
        public long left() {
            return granted - back;
        }
    }

    /** What was granted to a retailer, by his ranks. */
    List<Line> lines(String licence) {
        return sql.list(
                LINES,
                row -> new Line(
                        row.getString("sku"), row.getString("name"), row.getLong("granted"), row.getLong("back")),
                cycle,
                licence);
    }

    /** Whether something was granted to a retailer. */
    public boolean knows(String licence) {
        return !of(licence).isEmpty();
    }

    /** Whether something was granted of a line. */
    public boolean knows(String licence, String sku) {
        return of(licence).containsKey(sku);
    }

    /** Takes cartons off a line that is known, or says why it cannot be. */
    public Optional<Message> take(String licence, String sku, long cartons) {
        long before = of(licence).get(sku);
        if (cartons > before) {
            return Optional.of(Message.of("CAME_BACK_TOO_MUCH", "left", before));
        }
        of(licence).put(sku, before - cartons);
        return Optional.empty();
    }

    /** Whether everything that was granted to a retailer has come back. */
    boolean isAllBack(String licence) {
        return of(licence).values().stream().allMatch(cartons -> cartons == 0);
    }

    private Map<String, Long> of(String licence) {
        return left.computeIfAbsent(licence, unread -> {
            Map<String, Long> lines = new HashMap<>();
            lines(unread).forEach(line -> lines.put(line.sku(), line.left()));
            return lines;
        });
    }
}
