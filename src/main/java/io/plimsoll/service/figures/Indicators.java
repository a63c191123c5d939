package io.plimsoll.service.figures;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.figures.Measure.Source;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.web.Asking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The indicators of those shops that somebody may see, summed up. */
@ApplicationScoped
class Indicators {

    private static final String JOIN_CYCLE = " JOIN cycle c ON c.cycle = s.cycle";

    private final Sql sql;
    private final Asking asking;

    Indicators(Sql sql, Asking asking) {
        this.sql = sql;
        this.asking = asking;
    }

    /** Every indicator that can be told apart so; one without anything to say is empty. */
    @Transactional
    List<IndicatorSheet> all(IndicatorFilter filter) {
        filter.check();
        Scope scope = asking.known().scope();
        List<IndicatorSheet> sheets = new ArrayList<>();
        for (Source source : Source.values()) {
            filter.by().column(source).ifPresent(key -> sheets.addAll(of(source, key, filter, scope)));
        }
        sheets.sort((one, other) -> one.measure().compareTo(other.measure()));
        return sheets;
    }

    /** All indicators of one table, by one pass over it. */
    private List<IndicatorSheet> of(Source source, String key, IndicatorFilter filter, Scope scope) {
        List<Measure> measures = Arrays.stream(Measure.values())
                .filter(measure -> measure.source() == source)
                .toList();
        boolean isOfMonths = source == Source.MONTH;
        Where where = filter.where(scope, isOfMonths ? "s.period" : "c.period");
        if (isOfMonths && !filter.by().isTime()) {
            latestMonth(filter, scope).ifPresent(month -> where.and("s.period = ?", month));
        }
        List<List<IndicatorRow>> rows = sql.list(
                "SELECT " + key + ", " + measures.stream().map(Measure::sums).collect(Collectors.joining(", "))
                        + " FROM " + source.table() + " s" + (isOfMonths ? "" : JOIN_CYCLE) + where.sql() + " GROUP BY "
                        + key,
                where.values(),
                row -> {
                    List<IndicatorRow> ofKey = new ArrayList<>();
                    for (int i = 0; i < measures.size(); i++) {
                        ofKey.add(IndicatorRow.of(row.getString(1), row.getLong(2 + 2 * i), row.getLong(3 + 2 * i)));
                    }
                    return ofKey;
                });
        List<IndicatorSheet> sheets = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            int at = i;
            List<IndicatorRow> known = rows.stream()
                    .map(ofKey -> ofKey.get(at))
                    .filter(row -> row.whole() > 0)
                    .toList();
            sheets.add(IndicatorSheet.of(measures.get(i), filter.by(), known));
        }
        return sheets;
    }

    /** What is known of shops is a state and no flow: of several months the latest says it. */
    private Optional<String> latestMonth(IndicatorFilter filter, Scope scope) {
        Where where = filter.where(scope, "s.period");
        return sql.first(
                "SELECT MAX(s.period) AS latest FROM month_share s" + where.sql() + " HAVING latest IS NOT NULL",
                where.values(),
                row -> row.getString(1));
    }
}
