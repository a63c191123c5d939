package io.plimsoll.service.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.orders.Receipt.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What was submitted, version by version. */
@ApplicationScoped
class Receipts {

    private static final String ALL =
            "SELECT number, cycle, licence, version, channel, submitted_at, content, digest FROM order_receipt"
                    + " WHERE cycle = ? AND licence = ?";

    private final Sql sql;
    private final ObjectMapper json;

    Receipts(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What a receipt is the digest of. */
    record Content(Integer atMost, List<OrderLine> lines) {}

    /** All of an order, the latest first. */
    List<Receipt> of(String cycle, String licence) {
        return sql.list(ALL + " ORDER BY version DESC", this::receipt, cycle, licence);
    }

    /** One of an order by its number. */
    Optional<Receipt> find(String cycle, String licence, long number) {
        return sql.first(ALL + " AND number = ?", this::receipt, cycle, licence, number);
    }

    private Receipt receipt(ResultSet row) throws SQLException {
        Content content = content(row.getString("content"));
        return new Receipt(
                row.getLong("number"),
                row.getString("cycle"),
                row.getString("licence"),
                row.getLong("version"),
                Channel.valueOf(row.getString("channel")),
                Sql.moment(row, "submitted_at"),
                content.lines(),
                content.atMost(),
                row.getString("digest"));
    }

    private Content content(String stored) {
        try {
            return json.readValue(stored, Content.class);
        } catch (JsonProcessingException spoilt) {
            throw new IllegalStateException(spoilt);
        }
    }
}
