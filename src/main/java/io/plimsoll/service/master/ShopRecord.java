package io.plimsoll.service.master;

import io.plimsoll.service.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is on record about a shop, and what it takes to put it there. */
public sealed interface ShopRecord {

    /** What a retailer complained of. */
    record Complaint(long id, String cycle, String words, String madeBy, Instant madeAt) implements ShopRecord {

        static Complaint read(ResultSet row) throws SQLException {
            return new Complaint(
                    row.getLong("id"),
                    row.getString("cycle"),
                    row.getString("words"),
                    row.getString("display_name"),
                    Sql.moment(row, "made_at"));
        }
    }

    /** That a customer manager was there. */
    record Visit(long id, Instant visitedAt, String place, String purpose, String recordedBy, Instant recordedAt)
            implements ShopRecord {

        static Visit read(ResultSet row) throws SQLException {
            return new Visit(
                    row.getLong("id"),
                    Sql.moment(row, "visited_at"),
                    row.getString("place"),
                    row.getString("purpose"),
                    row.getString("display_name"),
                    Sql.moment(row, "recorded_at"));
        }
    }

    /** What an inspector found. */
    record StockCheck(
            long id, Instant checkedAt, String inspector, String result, String recordedBy, Instant recordedAt)
            implements ShopRecord {

        static StockCheck read(ResultSet row) throws SQLException {
            return new StockCheck(
                    row.getLong("id"),
                    Sql.moment(row, "checked_at"),
                    row.getString("inspector"),
                    row.getString("result"),
                    row.getString("display_name"),
                    Sql.moment(row, "recorded_at"));
        }
    }

    /** Who may receive goods for a shop (R25); ended, when he may no longer. */
    record Receiver(long id, String name, String phone, Instant registeredAt, Instant endedAt) implements ShopRecord {

        static Receiver read(ResultSet row) throws SQLException {
            return new Receiver(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("phone"),
                    Sql.moment(row, "registered_at"),
                    Sql.moment(row, "ended_at"));
        }
    }

    /** A complaint to make. */
    @Schema(examples = """
            {"cycle": null, "words": "I was told which brands to order.", "aboutManager": false}""")
    record NewComplaint(
            @Schema(description = "the cycle it is about; null for none")
            String cycle,

            @Schema(maxLength = 2000) String words,

            @Schema(nullable = true, description = "true: it is about the customer manager, who then is not told of it")
            Boolean aboutManager) {}

    /** A visit to record. */
    @Schema(examples = """
            {"visitedAt": "2026-07-01T01:30:00Z", "place": "12 Harbour Road", "purpose": "Shelf check"}""")
    record NewVisit(
            Instant visitedAt,
            @Schema(maxLength = 200) String place,
            @Schema(maxLength = 500) String purpose) {}

    /** A stock check to record. */
    @Schema(examples = """
            {"checkedAt": "2026-07-01T01:30:00Z", "inspector": "Li Na", "result": "Stock agrees with the books."}""")
    record NewStockCheck(
            Instant checkedAt,
            @Schema(maxLength = 120) String inspector,
            @Schema(maxLength = 2000) String result) {}

    /** A receiver to register. */
    @Schema(examples = """
            {"name": "Wang Fang", "phone": "13800000018"}""")
    record NewReceiver(
            @Schema(maxLength = 120) String name,
            @Schema(maxLength = 40) String phone) {}
}
