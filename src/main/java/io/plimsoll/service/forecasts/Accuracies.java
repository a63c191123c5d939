package io.plimsoll.service.forecasts;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** How near forecasts came, of those whom the one who asks may see. */
@ApplicationScoped
class Accuracies {

    private static final int MOST_MONTHS = 24;
    private static final int MOST_OTHERS = 100;

    private static final String FROM = " FROM forecast_score s";

    /** Sums of cartons; both forecasts are held to the same brands and months, or the comparison would be unfair. */
    private static final String SUMS = ", MAX(s.key_brand) AS key_brand, COALESCE(SUM(s.demand), 0) AS demand,"
            + " COALESCE(SUM(IF(s.forecast IS NULL, 0, s.demand)), 0) AS said, COALESCE(SUM(s.met), 0) AS met,"
            + " COALESCE(SUM(IF(s.forecast IS NULL OR s.naive IS NULL, 0, s.demand)), 0) AS naive_said,"
            + " COALESCE(SUM(IF(s.forecast IS NULL, 0, s.naive_met)), 0) AS naive_met";

    private final Sql sql;
    private final Managers managers;

    Accuracies(Sql sql, Managers managers) {
        this.sql = sql;
        this.managers = managers;
    }

    private Where where(AccuracyFilter filter) {
        // Of a month nobody forecast, as those before the service, there is nothing to hold to anything.
        return managers.visible(filter.where().and("s.period IN (SELECT h.period FROM forecast_sheet h)"), "s.manager");
    }

    @Transactional
    public AccuracyOverview overview(AccuracyFilter filter) {
        List<AccuracyOverview.Figure> months =
                new ArrayList<>(figures("s.period", where(filter), " ORDER BY place DESC LIMIT " + MOST_MONTHS));
        Collections.reverse(months);
        return new AccuracyOverview(
                figure(where(filter)),
                figure(where(filter).and("s.key_brand")),
                months,
                figures("s.manager", where(filter), " ORDER BY place LIMIT " + MOST_OTHERS),
                figures("s.brand", where(filter), " ORDER BY key_brand DESC, demand DESC, place LIMIT " + MOST_OTHERS));
    }

    private AccuracyOverview.Figure figure(Where where) {
        return sql.first("SELECT '' AS place" + SUMS + FROM + where.sql(), where.values(), Accuracies::read)
                .orElseThrow();
    }

    private List<AccuracyOverview.Figure> figures(String by, Where where, String order) {
        return sql.list(
                "SELECT " + by + " AS place" + SUMS + FROM + where.sql() + " GROUP BY place" + order,
                where.values(),
                Accuracies::read);
    }

    private static AccuracyOverview.Figure read(ResultSet row) throws SQLException {
        return new AccuracyOverview.Figure(
                row.getString("place"),
                row.getBoolean("key_brand"),
                row.getLong("demand"),
                row.getLong("said"),
                row.getLong("met"),
                row.getLong("naive_said"),
                row.getLong("naive_met"));
    }

    @Transactional
    public PageOf<Score> list(AccuracyFilter filter, Paging paging) {
        Where where = where(filter);
        List<Score> found = sql.list(
                "SELECT s.*" + FROM + where.sql() + filter.order() + " LIMIT ? OFFSET ?",
                where.valuesAnd(paging.size, paging.offset()),
                Score::read);
        return PageOf.of(found, paging, sql.number("SELECT COUNT(*)" + FROM + where.sql(), where.values()));
    }

    /** Goes through all that are asked for, in the order of the list. */
    @Transactional
    public void each(AccuracyFilter filter, Consumer<Score> take) {
        Where where = where(filter);
        sql.each(
                "SELECT s.*" + FROM + where.sql() + filter.order(),
                row -> take.accept(Score.read(row)),
                where.values().toArray());
    }
}
