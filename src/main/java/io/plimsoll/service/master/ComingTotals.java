package io.plimsoll.service.master;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.quota.TotalFloat;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.master.PresentPeriod.Period;
import io.plimsoll.service.policies.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The totals that are approved and do not hold yet, so that who approved one sees that something came of it. */
@ApplicationScoped
public class ComingTotals {

    /** The earliest of each shop; of two for the same cycle the one that is going to hold. */
    private static final String NEXT =
            "SELECT * FROM (SELECT t.licence, t.period, t.number_in_period, t.cartons, r.size_class, ROW_NUMBER() OVER"
                    + " (PARTITION BY t.licence ORDER BY t.period, t.number_in_period, t.id DESC) AS place"
                    + " FROM agreed_total t JOIN retailer r ON r.licence = t.licence WHERE t.state = 'APPROVED'"
                    + " AND (t.period > ? OR t.period = ? AND t.number_in_period > ?) AND t.licence IN (%s)) coming"
                    + " WHERE place = 1";

    private final Sql sql;
    private final PresentPeriod present;
    private final Policies policies;

    ComingTotals(Sql sql, PresentPeriod present, Policies policies) {
        this.sql = sql;
        this.present = present;
        this.policies = policies;
    }

    /** The next one of a retailer. */
    public Optional<ComingTotal> of(String licence) {
        return Optional.ofNullable(of(List.of(licence)).get(licence));
    }

    /** The next one of each of some retailers, by licence; who has none coming is missing. */
    public Map<String, ComingTotal> of(Collection<String> licences) {
        if (licences.isEmpty()) {
            return Map.of();
        }
        Period now = present.period();
        Map<SizeClass, BigDecimal> floats = Optional.ofNullable(now.policy())
                .flatMap(policies::find)
                .map(PolicyVersion::releasePolicy)
                .<Map<SizeClass, BigDecimal>>map(policy -> policy.floatPercents())
                .orElse(Map.of());
        List<Object> values = new ArrayList<>(List.of(now.month(), now.month(), now.number()));
        values.addAll(licences);
        Map<String, ComingTotal> coming = new HashMap<>();
        sql.list(
                NEXT.formatted(String.join(", ", Collections.nCopies(licences.size(), "?"))),
                values,
                row -> coming.put(row.getString("licence"), read(row, floats)));
        return coming;
    }

    private static ComingTotal read(ResultSet row, Map<SizeClass, BigDecimal> floats) throws SQLException {
        int cartons = row.getInt("cartons");
        BigDecimal percent = floats.get(SizeClass.valueOf(row.getString("size_class")));
        return new ComingTotal(
                row.getString("period"),
                row.getInt("number_in_period"),
                cartons,
                percent == null ? null : new TotalFloat(percent).ceiling(cartons));
    }
}
