package io.plimsoll.service.forecasts;

import static io.plimsoll.service.uploads.TablesOut.cell;

import io.plimsoll.service.uploads.TablesOut;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** Forecasts and what was reported as a table to be taken away. */
@ApplicationScoped
class AccuracyOut {

    private static final List<String> COLUMNS = List.of(
            "period",
            "manager",
            "brand",
            "key_brand",
            "demand",
            "forecast",
            "accuracy_percent",
            "naive",
            "naive_of",
            "naive_accuracy_percent");

    private final Accuracies accuracies;
    private final TablesOut tables;

    AccuracyOut(Accuracies accuracies, TablesOut tables) {
        this.accuracies = accuracies;
        this.tables = tables;
    }

    Response table(AccuracyFilter filter, String format) {
        return tables.table("forecasts", format, COLUMNS, () -> {
            List<List<?>> rows = new ArrayList<>();
            accuracies.each(filter, score -> rows.add(row(score)));
            return rows;
        });
    }

    private static List<?> row(Score score) {
        return List.of(
                score.period(),
                score.manager(),
                score.brand(),
                Boolean.toString(score.keyBrand()),
                score.demand(),
                cell(score.forecast()),
                cell(score.getAccuracy()),
                cell(score.naive()),
                cell(score.naiveOf()),
                cell(score.getNaiveAccuracy()));
    }
}
