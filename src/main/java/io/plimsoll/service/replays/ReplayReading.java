package io.plimsoll.service.replays;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.exchange.ExchangeRefused;
import io.plimsoll.exchange.Exports;
import io.plimsoll.exchange.TableFormat;
import io.plimsoll.message.Message;
import io.plimsoll.run.Binding;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Readings;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.text.NamedValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads what a comparison with another policy came to. */
@ApplicationScoped
class ReplayReading {

    private static final int MOST_FINDINGS = 200;

    private static final String GROUP =
            "SELECT name, demand, granted_a, granted_b, gained, lost, shops_gained, shops_lost, shops_alike"
                    + " FROM replay_group WHERE replay = ? AND grouping_by = ? ORDER BY position";
    private static final String SHOP = "SELECT s.*, r.name FROM replay_shop s"
            + " LEFT JOIN retailer r ON r.licence = s.licence WHERE s.replay = ?";

    private final Sql sql;
    private final Readings readings;

    ReplayReading(Sql sql, Readings readings) {
        this.sql = sql;
        this.readings = readings;
    }

    /**
     * What became of a group of shops, or of the Skus of a tier.
     *
     * @param gained cartons, line by line, that were more under the other policy
     * @param lost those that were less
     * @param shopsGained shops that got more on the whole
     */
    @Schema(name = "ReplayGroup")
    public record Group(
            String name,
            long demand,
            long grantedOwn,
            long grantedOther,
            long gained,
            long lost,
            int shopsGained,
            int shopsLost,
            int shopsAlike) {

        static Group of(ResultSet row) throws SQLException {
            return new Group(
                    row.getString("name"),
                    row.getLong("demand"),
                    row.getLong("granted_a"),
                    row.getLong("granted_b"),
                    row.getLong("gained"),
                    row.getLong("lost"),
                    row.getInt("shops_gained"),
                    row.getInt("shops_lost"),
                    row.getInt("shops_alike"));
        }

        @JsonIgnore
        public long difference() {
            return grantedOther - grantedOwn;
        }

        /** With its sign, as it is shown. */
        @JsonIgnore
        public boolean isMore() {
            return difference() > 0;
        }
    }

    /** Lines that a reason held under the own policy, and one under the other; cut: cartons they got less than asked. */
    @Schema(name = "ReplayReason")
    public record Reason(Binding own, Binding other, int lines, long cutOwn, long cutOther) {

        @JsonIgnore
        public Message ownWords() {
            return words(own);
        }

        @JsonIgnore
        public Message otherWords() {
            return words(other);
        }
    }

    private static Message words(Binding binding) {
        return binding == Binding.NONE ? Message.of("COMPARE_NOT_CUT") : Message.of("BINDING_" + binding);
    }

    /** A finding that changes; evidenceBefore is there where its figures do. */
    @Schema(name = "ReplayFinding")
    public record Changed(
            FindingChange.Kind change,
            String severity,
            String rule,
            String subject,
            @JsonIgnore Message words,
            String evidence,
            String evidenceBefore) {}

    /** What became of one shop. */
    @Schema(name = "ReplayShop")
    public record Shop(
            String licence,
            String name,
            String sizeClass,
            String marketType,
            String territory,
            long demand,
            long grantedOwn,
            long grantedOther,
            long difference,
            String byRank,
            Binding reasonOwn,
            Binding reasonOther) {

        static Shop of(ResultSet row) throws SQLException {
            return new Shop(
                    row.getString("licence"),
                    row.getString("name"),
                    row.getString("size_class"),
                    row.getString("market_type"),
                    row.getString("territory"),
                    row.getLong("demand"),
                    row.getLong("granted_a"),
                    row.getLong("granted_b"),
                    row.getLong("difference"),
                    row.getString("by_rank"),
                    binding(row.getString("binding_a")),
                    binding(row.getString("binding_b")));
        }

        @JsonIgnore
        public boolean isMore() {
            return difference > 0;
        }

        /** Its licence as one step of an address. */
        @JsonIgnore
        public String segment() {
            return CycleView.segment(licence);
        }

        @JsonIgnore
        public Message ownWords() {
            return reasonOwn == null ? null : words(reasonOwn);
        }

        @JsonIgnore
        public Message otherWords() {
            return reasonOther == null ? null : words(reasonOther);
        }
    }

    private static Binding binding(String name) {
        return name == null ? null : Binding.valueOf(name);
    }

    /**
     * What the comparison came to.
     *
     * @param worst findings that change, the gravest first, as far as they are shown
     */
    @Schema(name = "ReplayComparison")
    public record Compared(
            Group total,
            List<Group> byClass,
            List<Group> byMarketType,
            List<Group> byTier,
            List<Group> byTerritory,
            List<Reason> reasons,
            long linesWithOtherReason,
            Map<String, Long> findings,
            List<Changed> worst) {

        /** Whether any shop, reason or finding differs. */
        @JsonIgnore
        public boolean isAlike() {
            return total.gained == 0 && total.lost == 0 && linesWithOtherReason == 0 && worst.isEmpty();
        }

        @JsonIgnore
        public long appearing() {
            return findings.getOrDefault("APPEARS", 0L);
        }

        @JsonIgnore
        public long vanishing() {
            return findings.getOrDefault("VANISHES", 0L);
        }

        @JsonIgnore
        public long changing() {
            return findings.getOrDefault("CHANGES", 0L);
        }

        /** The reasons that move: those under which lines stay are none. */
        @JsonIgnore
        public List<Reason> moves() {
            return reasons.stream().filter(each -> each.own != each.other).toList();
        }
    }

    @Transactional
    Compared compared(long replay) {
        List<Reason> reasons = sql.list(
                "SELECT binding_a, binding_b, order_lines, cut_a, cut_b FROM replay_reason WHERE replay = ?"
                        + " ORDER BY order_lines DESC, binding_a, binding_b",
                row -> new Reason(
                        Binding.valueOf(row.getString(1)),
                        Binding.valueOf(row.getString(2)),
                        row.getInt(3),
                        row.getLong(4),
                        row.getLong(5)),
                replay);
        Map<String, Long> findings = new LinkedHashMap<>();
        sql.list(
                        "SELECT change_kind, COUNT(*) FROM replay_finding WHERE replay = ? GROUP BY change_kind"
                                + " ORDER BY change_kind",
                        row -> Map.entry(row.getString(1), row.getLong(2)),
                        replay)
                .forEach(each -> findings.put(each.getKey(), each.getValue()));
        return new Compared(
                groups(replay, "ALL").get(0),
                groups(replay, "SIZE_CLASS"),
                groups(replay, "MARKET_TYPE"),
                groups(replay, "TIER"),
                groups(replay, "TERRITORY"),
                reasons,
                reasons.stream()
                        .filter(each -> each.own != each.other)
                        .mapToLong(Reason::lines)
                        .sum(),
                findings,
                findings(replay, MOST_FINDINGS));
    }

    private List<Group> groups(long replay, String grouping) {
        return sql.list(GROUP, Group::of, replay, grouping).stream()
                .filter(each -> grouping.equals("ALL") || each.demand > 0)
                .toList();
    }

    private List<Changed> findings(long replay, int most) {
        return sql.list(
                "SELECT * FROM replay_finding WHERE replay = ? ORDER BY FIELD(severity, 'CRITICAL', 'WARNING', 'INFO'),"
                        + " position LIMIT ?",
                row -> {
                    Map<String, Object> values = new LinkedHashMap<>(NamedValues.parse(row.getString("evidence")));
                    values.putIfAbsent("subject", row.getString("subject"));
                    return new Changed(
                            FindingChange.Kind.valueOf(row.getString("change_kind")),
                            row.getString("severity"),
                            row.getString("rule"),
                            row.getString("subject"),
                            new Message(row.getString("code"), values),
                            row.getString("evidence"),
                            row.getString("evidence_before"));
                },
                replay,
                most);
    }

    /** How shops are put in order. */
    enum Order {
        GAINED("s.difference DESC, s.licence"),
        LOST("s.difference, s.licence"),
        DEMAND("s.demand DESC, s.licence"),
        LICENCE("s.licence");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        static Order named(String name) {
            return Arrays.stream(values())
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(GAINED);
        }
    }

    @Transactional
    PageOf<Shop> shops(long replay, Order order, Paging paging) {
        List<Shop> found = sql.list(
                SHOP + " ORDER BY " + order.sql + " LIMIT ? OFFSET ?", Shop::of, replay, paging.size, paging.offset());
        readings.ofRetailers(found.stream().map(Shop::licence).toList());
        return PageOf.of(found, paging, sql.count("SELECT COUNT(*) FROM replay_shop WHERE replay = ?", replay));
    }

    /** The tables that are taken out, by the names that addresses use. */
    enum Table {
        groups(
                "grouping,group,demand,granted_own,granted_other,gained,lost,shops_gained,shops_lost,shops_alike",
                "grouping_by, name, demand, granted_a, granted_b, gained, lost, shops_gained, shops_lost, shops_alike"
                        + " FROM replay_group WHERE replay = ? ORDER BY position"),
        retailers(
                "retailer,size_class,market_type,territory,demand,granted_own,granted_other,gained,lost,by_rank,"
                        + "binding_own,binding_other",
                "licence, size_class, market_type, territory, demand, granted_a, granted_b, gained, lost, by_rank,"
                        + " binding_a, binding_b FROM replay_shop WHERE replay = ? ORDER BY licence"),
        skus(
                "sku,tier,demand,granted_own,granted_other,gained,lost,released_own,released_other",
                "sku, tier, demand, granted_a, granted_b, gained, lost, released_a, released_b FROM replay_sku"
                        + " WHERE replay = ? ORDER BY sku"),
        reasons(
                "binding_own,binding_other,lines,cut_own,cut_other",
                "binding_a, binding_b, order_lines, cut_a, cut_b FROM replay_reason WHERE replay = ?"
                        + " ORDER BY binding_a, binding_b"),
        findings(
                "change,rule,severity,subject,evidence,evidence_before",
                "change_kind, rule, severity, subject, evidence, evidence_before FROM replay_finding WHERE replay = ?"
                        + " ORDER BY position");

        private final List<String> header;
        private final String select;

        Table(String header, String select) {
            this.header = List.of(header.split(","));
            this.select = "SELECT " + select;
        }
    }

    /** Writes one table; a county's shops are some thousands of rows. */
    @Transactional
    void write(Table table, long replay, TableFormat format, OutputStream out) throws IOException {
        List<List<Object>> rows = sql.list(table.select, row -> row(row, table.header.size()), replay);
        try {
            Exports.table(format, table.name(), table.header, rows.iterator(), out);
        } catch (ExchangeRefused tooMany) {
            throw new IOException(tooMany);
        }
    }

    private static List<Object> row(ResultSet row, int columns) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            Object value = row.getObject(i);
            values.add(value == null ? "" : value);
        }
        return values;
    }
}
