package io.plimsoll.service.orders;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.orders.Receipt.Channel;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Orders as they stand, to whoever may see them. */
@ApplicationScoped
class OrderReading {

    private static final String ORDER =
            "SELECT o.state, o.channel, o.submitted_at, o.at_most, o.version, (SELECT MAX(r.number) FROM order_receipt r"
                    + " WHERE r.cycle = o.cycle AND r.licence = o.licence) AS receipt"
                    + " FROM demand_order o WHERE o.cycle = ? AND o.licence = ?";

    private static final int MOST_REMEMBERED = 100_000;

    private final Sql sql;
    private final Set<String> registered = ConcurrentHashMap.newKeySet();

    OrderReading(Sql sql) {
        this.sql = sql;
    }

    /** The licence of the shop that somebody orders for: his own, and there is one. */
    String ownShop(Viewer viewer) {
        if (!(viewer.scope() instanceof Scope.OneRetailer own) || !isRegistered(own.licence())) {
            throw Refused.forbidden();
        }
        return own.licence();
    }

    /** No shop is ever taken out of the register, so who was found there once need not be looked for again. */
    private boolean isRegistered(String licence) {
        if (registered.contains(licence)) {
            return true;
        }
        if (sql.count("SELECT COUNT(*) FROM retailer WHERE licence = ?", licence) == 0) {
            return false;
        }
        if (registered.size() >= MOST_REMEMBERED) {
            registered.clear();
        }
        registered.add(licence);
        return true;
    }

    /** An order, if there is one. */
    Optional<OrderView> find(String cycle, String licence) {
        return sql.first(ORDER, row -> order(row, cycle, licence), cycle, licence);
    }

    private OrderView order(ResultSet row, String cycle, String licence) throws SQLException {
        String channel = row.getString("channel");
        Integer atMost = row.getObject("at_most", Integer.class);
        List<OrderLine> lines = sql.list(
                "SELECT line_rank, sku, demand FROM demand_line WHERE cycle = ? AND licence = ? ORDER BY line_rank",
                line -> new OrderLine(line.getInt(1), line.getString(2), line.getInt(3)),
                cycle,
                licence);
        return new OrderView(
                cycle,
                licence,
                row.getString("state"),
                channel == null ? null : Channel.valueOf(channel),
                Sql.moment(row, "submitted_at"),
                lines,
                atMost,
                row.getLong("version"),
                Sql.whole(row, "receipt"));
    }
}
