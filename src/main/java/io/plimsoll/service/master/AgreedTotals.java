package io.plimsoll.service.master;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The totals that were agreed with retailers (R1): proposed by the customer manager, agreed by the retailer, approved by
 * the market manager. Without an approved one for a month the last approved one holds.
 */
@ApplicationScoped
public class AgreedTotals {

    private final Sql sql;

    AgreedTotals(Sql sql) {
        this.sql = sql;
    }

    /** How far a total has come (R1). */
    public enum State {
        PROPOSED,
        AGREED,
        APPROVED
    }

    /**
     * A total in the history of a retailer.
     *
     * @param period the first month it is for
     * @param cartons T a month: neither an order nor a target
     */
    public record AgreedTotal(
            String period, int cartons, State state, Instant proposedAt, Instant agreedAt, Instant approvedAt) {

        /** When it came to where it is. */
        @JsonIgnore
        public Instant latestStep() {
            return switch (state) {
                case PROPOSED -> proposedAt;
                case AGREED -> agreedAt;
                case APPROVED -> approvedAt;
            };
        }
    }

    /** All that was ever proposed for a retailer, latest first. */
    public List<AgreedTotal> history(String licence) {
        return sql.list(
                "SELECT * FROM agreed_total WHERE licence = ? ORDER BY period DESC, id DESC",
                List.of(licence),
                AgreedTotals::read);
    }

    /**
     * The total that holds for a retailer in a month.
     *
     * @param period a month, such as {@code 2026-07}
     * @return empty where none was ever approved: then the class default of the policy holds
     */
    public Optional<AgreedTotal> inForce(String licence, String period) {
        return sql.first(
                "SELECT * FROM agreed_total WHERE licence = ? AND state = 'APPROVED' AND period <= ?"
                        + " ORDER BY period DESC, id DESC LIMIT 1",
                List.of(licence, period),
                AgreedTotals::read);
    }

    /** The totals that hold in a month, in cartons by licence; who is missing in it never had one approved. */
    public SortedMap<String, Integer> inForce(String period) {
        SortedMap<String, Integer> totals = new TreeMap<>();
        sql.list(
                "SELECT licence, cartons FROM (SELECT licence, cartons, ROW_NUMBER() OVER (PARTITION BY licence"
                        + " ORDER BY period DESC, id DESC) AS place FROM agreed_total"
                        + " WHERE state = 'APPROVED' AND period <= ?) latest WHERE place = 1",
                List.of(period),
                row -> totals.put(row.getString(1), row.getInt(2)));
        return totals;
    }

    private static AgreedTotal read(ResultSet row) throws SQLException {
        return new AgreedTotal(
                row.getString("period"),
                row.getInt("cartons"),
                State.valueOf(row.getString("state")),
                Sql.moment(row, "proposed_at"),
                Sql.moment(row, "agreed_at"),
                Sql.moment(row, "approved_at"));
    }
}
