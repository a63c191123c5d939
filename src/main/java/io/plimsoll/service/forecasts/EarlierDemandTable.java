package io.plimsoll.service.forecasts;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.Objections;
import io.plimsoll.files.StaffTables;
import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.uploads.RoomTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Demand of months before the service, without which a first year could be held to nothing. */
@ApplicationScoped
class EarlierDemandTable implements RoomTable {

    private static final Map<String, Integer> MOST = Map.of("manager", 64, "brand", 120);

    private final Tallies tallies;
    private final Months months;
    private final Sql sql;
    private final Clock clock;

    EarlierDemandTable(Tallies tallies, Months months, Sql sql, Clock clock) {
        this.tallies = tallies;
        this.months = months;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String file() {
        return StaffTables.EARLIER_DEMAND;
    }

    @Override
    public Objections objections() {
        Set<String> here =
                new HashSet<>(sql.texts("SELECT DISTINCT period FROM cycle WHERE state <> 'CANCELLED'", List.of()));
        String next = months.next();
        return new Objections() {
            @Override
            public boolean concern(String file) {
                return true;
            }

            @Override
            public Map<String, Message> to(String file, Map<String, String> row) {
                Map<String, Message> expected = new HashMap<>();
                MOST.forEach((column, most) -> {
                    String value = row.getOrDefault(column, "");
                    if (value.codePointCount(0, value.length()) > most) {
                        expected.put(column, Message.of("EXPECTED_LENGTH", "characters", most));
                    }
                });
                String period = row.get("period");
                boolean isOver = period == null || Months.number(period) < Months.number(next) - 1;
                if (!isOver || here.contains(period)) {
                    expected.put("period", Message.of("EXPECTED_MONTH_WITHOUT_CYCLES"));
                }
                return expected;
            }
        };
    }

    @Override
    public void store(Viewer planner, long upload, Path folder) throws BadInput {
        List<Tallies.EarlierRow> rows = StaffTables.earlierDemand(folder).stream()
                .map(row -> new Tallies.EarlierRow(
                        row.period(), new Tallies.Row(row.manager(), row.brand(), row.cartons())))
                .toList();
        tallies.cameIn(rows, clock.instant());
    }
}
