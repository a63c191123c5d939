package io.plimsoll.service.master;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The totals that were agreed with retailers (R1): proposed by the customer manager, agreed by the retailer, approved by
 * the market manager. Without an approved one for a month the last approved one holds.
 */
@ApplicationScoped
public class AgreedTotals {

    /** Of the totals that were approved for a shop, the one that holds stands first. */
    private static final String LATEST_FIRST = " ORDER BY period DESC, number_in_period DESC, id DESC";

    /** Every cycle of a month. */
    private static final int ALL_CYCLES = Integer.MAX_VALUE;

    private final Sql sql;

    AgreedTotals(Sql sql) {
        this.sql = sql;
    }

    /** How far a total has come (R1). */
    public enum State {
        PROPOSED,
        AGREED,
        /** By the market manager; a planner is still to approve the total of a key account. */
        SIGNED,
        APPROVED,
        /** By the retailer. */
        DECLINED,
        REFUSED,
        WITHDRAWN,
        /** Its month began before it was approved. */
        LAPSED;

        /** Whether somebody is still to do something. */
        public boolean isOpen() {
            return this == PROPOSED || this == AGREED || this == SIGNED;
        }
    }

    /**
     * A total in the history of a retailer.
     *
     * @param period the first month it is for
     * @param number the first cycle of that month it is for; past the first one only by a re-balancing
     * @param cartons T a month: neither an order nor a target
     * @param reason code of the catalogue of reasons; null: it came in with data
     * @param rebalancing that it was a part of, or null
     */
    public record AgreedTotal(
            @Schema(examples = "2026-07") String period,
            @Schema(examples = "1") int number,
            @Schema(examples = "300") int cartons,
            State state,
            Instant proposedAt,
            Instant agreedAt,
            Instant approvedAt,
            Instant endedAt,
            @Schema(examples = "DEMAND", nullable = true) String reason,
            @Schema(examples = "4", nullable = true) Long rebalancing) {

        /** When it came to where it is. */
        @JsonIgnore
        public Instant latestStep() {
            return switch (state) {
                case PROPOSED -> proposedAt;
                case AGREED -> agreedAt;
                case SIGNED, APPROVED -> approvedAt;
                case DECLINED, REFUSED, WITHDRAWN, LAPSED -> endedAt;
            };
        }
    }

    /** All that was ever proposed for a retailer, latest first. */
    public List<AgreedTotal> history(String licence) {
        return sql.list(
                "SELECT * FROM agreed_total WHERE licence = ?" + LATEST_FIRST, List.of(licence), AgreedTotals::read);
    }

    /**
     * The total that holds for a retailer in a month.
     *
     * @param period a month, such as {@code 2026-07}
     * @return empty where none was ever approved: then the class default of the policy holds
     */
    public Optional<AgreedTotal> inForce(String licence, String period) {
        return inForce(licence, period, ALL_CYCLES);
    }

    /**
     * The total that holds for a retailer in a cycle.
     *
     * @param period its month
     * @param number its number in the month
     * @return empty where none was ever approved: then the class default of the policy holds
     */
    public Optional<AgreedTotal> inForce(String licence, String period, int number) {
        return sql.first(
                "SELECT * FROM agreed_total WHERE licence = ? AND state = 'APPROVED'"
                        + " AND (period < ? OR period = ? AND number_in_period <= ?)" + LATEST_FIRST + " LIMIT 1",
                List.of(licence, period, period, number),
                AgreedTotals::read);
    }

    /** The totals that hold in a month, in cartons by licence; who is missing in it never had one approved. */
    public SortedMap<String, Integer> inForce(String period) {
        SortedMap<String, Integer> totals = new TreeMap<>();
        sql.list(
                "SELECT licence, cartons FROM (SELECT licence, cartons, ROW_NUMBER() OVER (PARTITION BY licence"
                        + LATEST_FIRST + ") AS place FROM agreed_total"
                        + " WHERE state = 'APPROVED' AND period <= ?) latest WHERE place = 1",
                List.of(period),
                row -> totals.put(row.getString(1), row.getInt(2)));
        return totals;
    }

    /**
     * The totals that hold in a cycle, in cartons by licence; who is missing never had one approved.
     *
     * @param where which retailers {@code r}
     * @param period the month of the cycle
     * @param number its number in the month
     */
    public Map<String, Integer> inForce(Where where, String period, int number) {
        List<Object> values = new ArrayList<>(List.of(period, period, number));
        values.addAll(where.values());
        Map<String, Integer> totals = new HashMap<>();
        sql.list(
                "SELECT licence, cartons FROM (SELECT t.licence, t.cartons, ROW_NUMBER() OVER (PARTITION BY t.licence"
                        + LATEST_FIRST + ") AS place FROM retailer r JOIN agreed_total t ON t.licence = r.licence"
                        + " AND t.state = 'APPROVED' AND (t.period < ? OR t.period = ? AND t.number_in_period <= ?)"
                        + where.sql() + ") latest WHERE place = 1",
                values,
                row -> totals.put(row.getString(1), row.getInt(2)));
        return totals;
    }

    private static AgreedTotal read(ResultSet row) throws SQLException {
        return new AgreedTotal(
                row.getString("period"),
                row.getInt("number_in_period"),
                row.getInt("cartons"),
                State.valueOf(row.getString("state")),
                Sql.moment(row, "proposed_at"),
                Sql.moment(row, "agreed_at"),
                Sql.moment(row, "approved_at"),
                Sql.moment(row, "ended_at"),
                row.getString("reason"),
                Sql.whole(row, "rebalancing"));
    }
}
