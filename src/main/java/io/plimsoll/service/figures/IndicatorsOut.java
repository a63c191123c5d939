package io.plimsoll.service.figures;

import io.plimsoll.service.uploads.TablesOut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Indicators as a table to be taken away. */
@ApplicationScoped
class IndicatorsOut {

    private static final List<String> COLUMNS = List.of("rule", "measure", "by", "key", "part", "whole", "share");

    private final Indicators indicators;
    private final TablesOut tables;

    IndicatorsOut(Indicators indicators, TablesOut tables) {
        this.indicators = indicators;
        this.tables = tables;
    }

    Response table(IndicatorFilter filter, String format) {
        return tables.table(
                "indicators",
                format,
                COLUMNS,
                () -> indicators.all(filter).stream()
                        .flatMap(sheet -> sheet.rows().stream()
                                .map(row -> List.<Object>of(
                                        sheet.rule(),
                                        sheet.measure().name(),
                                        sheet.by().name(),
                                        row.key(),
                                        row.part(),
                                        row.whole(),
                                        row.share())))
                        .toList());
    }
}
