package io.plimsoll.service.replays;

import io.plimsoll.ceiling.Ceiling;
import io.plimsoll.finding.Finding;
import io.plimsoll.message.Message;
import io.plimsoll.order.Orders;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.Summary;
import io.plimsoll.service.database.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is stored of a run beside the files of its result: sums that pages and periods are added up from, and the codes of
 * the sentences that explain ceilings and findings. Verifying files would not see them.
 *
 * @param head sums of the run, by what they are called
 * @param totals cartons by shop
 * @param ceilings code by position
 * @param findings code by position
 */
record Beside(Map<String, Long> head, Map<String, Long> totals, List<String> ceilings, List<String> findings) {

    private static final int MOST_NAMED = 5;

    static Beside read(Sql sql, long run) {
        Map<String, Long> totals = new TreeMap<>();
        sql.list(
                        "SELECT licence, granted FROM grant_total WHERE run = ?",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        run)
                .forEach(each -> totals.put(each.getKey(), each.getValue()));
        Map<String, Long> head = sql.first(
                        "SELECT orders, order_lines, demand, granted, findings FROM allocation_run WHERE id = ?",
                        row -> head(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
                        run)
                .orElseThrow();
        return new Beside(
                head,
                totals,
                sql.list("SELECT code FROM run_ceiling WHERE run = ? ORDER BY position", row -> row.getString(1), run),
                sql.list("SELECT code FROM run_finding WHERE run = ? ORDER BY position", row -> row.getString(1), run));
    }

    private static Map<String, Long> head(long orders, long lines, long demand, long granted, long findings) {
        Map<String, Long> head = new LinkedHashMap<>();
        head.put("orders", orders);
        head.put("order_lines", lines);
        head.put("demand", demand);
        head.put("granted", granted);
        head.put("findings", findings);
        return head;
    }

    private static Beside of(CycleResult result) {
        Orders orders = result.cycle().orders();
        Map<String, Long> totals = new TreeMap<>();
        for (int shop = 0; shop < orders.retailers(); shop++) {
            if (orders.ordered(shop)) {
                long sum = 0;
                for (int line = orders.firstLine()[shop]; line < orders.firstLine()[shop + 1]; line++) {
                    sum += result.sharing().granted()[line];
                }
                totals.put(result.cycle().retailers().get(shop).key(), sum);
            }
        }
        Summary summary = result.summary();
        return new Beside(
                head(
                        summary.ordering(),
                        summary.lines(),
                        summary.total().demand(),
                        summary.total().granted(),
                        result.findings().size()),
                totals,
                result.ceilings().all().stream().map(Ceiling::code).toList(),
                result.findings().stream().map(Finding::code).toList());
    }

    /** Names what is stored otherwise than it was recomputed. */
    List<Message> differences(CycleResult recomputed) {
        Beside should = of(recomputed);
        List<Message> differences = new ArrayList<>();
        name("allocation_run", head, should.head, differences);
        name("grant_total", totals, should.totals, differences);
        name("run_ceiling.code", numbered(ceilings), numbered(should.ceilings), differences);
        name("run_finding.code", numbered(findings), numbered(should.findings), differences);
        return differences;
    }

    private static Map<Integer, String> numbered(List<String> values) {
        Map<Integer, String> byPosition = new TreeMap<>();
        values.forEach(value -> byPosition.put(byPosition.size() + 1, value));
        return byPosition;
    }

    private static <K extends Comparable<K>> void name(
            String table, Map<K, ?> stored, Map<K, ?> should, List<Message> differences) {
        TreeSet<K> keys = new TreeSet<>(stored.keySet());
        keys.addAll(should.keySet());
        List<Message> all = keys.stream()
                .filter(key -> !Objects.equals(stored.get(key), should.get(key)))
                .map(key -> Message.of(
                        "REPLAY_ROW_DIFFERS",
                        "table",
                        table,
                        "row",
                        key.toString(),
                        "value",
                        shown(stored.get(key)),
                        "recomputed",
                        shown(should.get(key))))
                .toList();
        differences.addAll(all.subList(0, Math.min(MOST_NAMED, all.size())));
        if (all.size() > MOST_NAMED) {
            differences.add(Message.of("REPLAY_MORE_ROWS_DIFFER", "table", table, "count", all.size() - MOST_NAMED));
        }
    }

    private static String shown(Object value) {
        return value == null ? "–" : value.toString();
    }
}
