package io.plimsoll.service.orders;

import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.CycleState;
import io.plimsoll.service.cycles.CycleStatus;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.orders.OrderForm.Typed;
import io.plimsoll.service.orders.OrderSheet.Earlier;
import io.plimsoll.service.orders.OrderSheet.Row;
import io.plimsoll.service.orders.OrderSheet.TierSum;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.text.Loosely;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Lays out the page of an order. */
@ApplicationScoped
class OrderSheets {

    private static final int SHOWN_AT_ONCE = 40;

    private static final String SKUS =
            "SELECT c.sku, s.name, c.brand, c.tier, c.status, s.price, p.supply FROM cycle_sku c"
                    + " JOIN sku s ON s.sku = c.sku LEFT JOIN supply p ON p.cycle = c.cycle AND p.sku = c.sku"
                    + " WHERE c.cycle = ? ORDER BY c.tier, c.brand, s.name, c.sku";

    /** Of the three latest cycles in which he ordered. */
    private static final String EARLIER = """
            SELECT e.cycle, l.sku, l.demand, g.granted
            FROM (SELECT c.cycle, c.period, c.number_in_period FROM demand_order o JOIN cycle c ON c.cycle = o.cycle
                  WHERE o.licence = ? AND o.cycle <> ? AND o.state <> 'NO_DEMAND' AND c.state <> 'CANCELLED'
                    AND (c.period, c.number_in_period) < (?, ?)
                  ORDER BY c.period DESC, c.number_in_period DESC LIMIT 3) e
            JOIN demand_line l ON l.cycle = e.cycle AND l.licence = ?
            LEFT JOIN allocation_run a ON a.cycle = e.cycle AND a.in_force
            LEFT JOIN grant_line g ON g.run = a.id AND g.licence = l.licence AND g.line_rank = l.line_rank
            ORDER BY e.period DESC, e.number_in_period DESC
            """;

    private final Sql sql;
    private final OrderReading orders;
    private final Allowances allowances;
    private final CycleStatus status;
    private final Clock clock;

    OrderSheets(Sql sql, OrderReading orders, Allowances allowances, CycleStatus status, Clock clock) {
        this.sql = sql;
        this.orders = orders;
        this.allowances = allowances;
        this.status = status;
        this.clock = clock;
    }

    /** The order as it stands. */
    OrderSheet stored(CycleView cycle, String licence) {
        Optional<OrderView> stored = orders.find(cycle.cycle(), licence);
        List<Typed> typed = stored.map(OrderView::lines).orElse(List.of()).stream()
                .map(line -> new Typed(line.sku(), Integer.toString(line.demand())))
                .toList();
        String atMost = stored.map(OrderView::atMost).map(Object::toString).orElse("");
        long version = stored.map(OrderView::version).orElse(0L);
        return sheet(cycle, licence, stored, typed, atMost, new Looking(version, false, "", false), null);
    }

    /** The form as it was sent. Whoever was told that the order was changed meanwhile goes on from that. */
    OrderSheet sent(CycleView cycle, String licence, OrderForm form, Refused refusedOrNull) {
        Optional<OrderView> stored = orders.find(cycle.cycle(), licence);
        boolean isTold = refusedOrNull != null && refusedOrNull.problem() == Problem.STALE;
        long version = isTold ? stored.map(OrderView::version).orElse(0L) : form.seenVersion();
        Looking looking = new Looking(version, true, form.q == null ? "" : form.q.strip(), form.all != null);
        return sheet(cycle, licence, stored, form.typed(), form.limit(), looking, refusedOrNull);
    }

    /**
     * How the page is looked at.
     *
     * @param version of the order that it was made of
     * @param isSent whether it shows what was typed
     * @param search what the names of Skus are to hold
     * @param isAllWanted whether all of them are to be shown
     */
    private record Looking(long version, boolean isSent, String search, boolean isAllWanted) {}

    private OrderSheet sheet(
            CycleView cycle,
            String licence,
            Optional<OrderView> stored,
            List<Typed> typed,
            String atMost,
            Looking looking,
            Refused refused) {
        Instant now = clock.instant();
        CycleState state = cycle.life().stateAt(now);
        Allowance allowance = allowances.of(cycle, licence).orElse(null);
        Map<String, List<Earlier>> earlier = earlier(cycle, licence);
        Map<String, Row> known = new LinkedHashMap<>();
        sql.list(SKUS, row -> row(row, allowance, earlier), cycle.cycle()).forEach(row -> known.put(row.sku(), row));
        List<Row> lines = lines(typed, known, refused);
        lines.forEach(line -> known.remove(line.sku()));
        List<Row> found = matching(known.values(), looking.search());
        int shown = looking.isAllWanted() ? found.size() : Math.min(SHOWN_AT_ONCE, found.size());
        List<Row> others = new ArrayList<>();
        for (Row each : found.subList(0, shown)) {
            others.add(with(each, lines.size() + others.size(), "", null));
        }
        Instant until = cycle.life().until(now);
        return new OrderSheet(
                cycle,
                sql.count("SELECT came_in FROM cycle WHERE cycle = ?", cycle.cycle()) > 0,
                state.takesOrders(),
                until,
                until == null ? 0 : Math.max(0, Duration.between(now, until).toSeconds()),
                allowance,
                stored.orElse(null),
                looking.version(),
                looking.isSent(),
                lines,
                others,
                found.size() - shown,
                looking.search(),
                atMost,
                tiers(lines, allowance),
                state.takesOrders() ? null : status.next().orElse(null),
                refused);
    }

    private Map<String, List<Earlier>> earlier(CycleView cycle, String licence) {
        Map<String, List<Earlier>> earlier = new HashMap<>();
        sql.list(
                EARLIER,
                row -> earlier.computeIfAbsent(row.getString("sku"), none -> new ArrayList<>())
                        .add(new Earlier(
                                row.getString("cycle"), row.getInt("demand"), row.getObject("granted", Integer.class))),
                licence,
                cycle.cycle(),
                cycle.period(),
                cycle.number(),
                licence);
        return earlier;
    }

    private static Row row(ResultSet row, Allowance allowance, Map<String, List<Earlier>> earlier) throws SQLException {
        String sku = row.getString("sku");
        long supply = row.getLong("supply");
        boolean isUnlimited = row.wasNull();
        BigDecimal price = row.getBigDecimal("price");
        return new Row(
                0,
                sku,
                row.getString("name"),
                row.getString("brand"),
                row.getString("tier"),
                row.getString("status"),
                price == null ? null : price.stripTrailingZeros(),
                isUnlimited ? null : supply,
                allowance == null ? null : allowance.skus().get(sku),
                "",
                earlier.getOrDefault(sku, List.of()),
                null);
    }

    private static Row with(Row row, int place, String demand, Message error) {
        return new Row(
                place,
                row.sku(),
                row.name(),
                row.brand(),
                row.tier(),
                row.status(),
                row.price(),
                row.supply(),
                row.upper(),
                demand,
                row.earlier(),
                error);
    }

    /** What was typed stays on the page, even of a Sku that there isn't. */
    private static List<Row> lines(List<Typed> typed, Map<String, Row> known, Refused refused) {
        List<Row> lines = new ArrayList<>();
        for (Typed each : typed) {
            Row row = known.get(each.sku());
            int place = lines.size();
            Message error = refused == null
                    ? null
                    : refused.fieldErrors().stream()
                            .filter(wrong -> wrong.field().startsWith("lines[" + place + "]"))
                            .map(Refused.FieldError::reason)
                            .findFirst()
                            .orElse(null);
            Row shown = row != null
                    ? row
                    : new Row(0, each.sku(), each.sku(), "", "", "", null, null, null, "", List.of(), null);
            lines.add(with(shown, place, each.demand(), error));
        }
        return lines;
    }

    private static List<Row> matching(Collection<Row> rows, String search) {
        String wanted = Loosely.of(search);
        return rows.stream()
                .filter(row -> Stream.of(row.sku(), row.name(), row.brand())
                        .anyMatch(text -> text != null && Loosely.of(text).contains(wanted)))
                .toList();
    }

    private static List<TierSum> tiers(List<Row> lines, Allowance allowance) {
        List<TierSum> sums = new ArrayList<>();
        if (allowance != null) {
            allowance.tiers().forEach((tier, upper) -> {
                long asked = lines.stream()
                        .filter(line -> line.tier().equals(tier) && line.isOfTierCeiling())
                        .mapToLong(Row::cartons)
                        .sum();
                sums.add(new TierSum(tier, upper, asked));
            });
        }
        return sums;
    }
}
