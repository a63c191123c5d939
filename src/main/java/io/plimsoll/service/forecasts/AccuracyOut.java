package io.plimsoll.service.forecasts;

import io.plimsoll.exchange.ExchangeRefused;
import io.plimsoll.exchange.Exports;
import io.plimsoll.exchange.TableFormat;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.uploads.Ways;
import io.plimsoll.service.web.Asking;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers with forecasts and what was reported as a table to be taken away; each time is an act that is journalled. */
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
    private final Journal journal;
    private final Asking asking;

    AccuracyOut(Accuracies accuracies, Journal journal, Asking asking) {
        this.accuracies = accuracies;
        this.journal = journal;
        this.asking = asking;
    }

    Response table(AccuracyFilter filter, String format) {
        TableFormat way = Ways.table(format);
        QuarkusTransaction.requiringNew()
                .run(() -> journal.append(
                        asking.known(),
                        Act.DATA_TAKEN_OUT,
                        Subject.service(),
                        Map.of("table", "forecast accuracy", "form", format)));
        List<List<?>> rows = new ArrayList<>();
        accuracies.each(filter, score -> rows.add(row(score)));
        StreamingOutput content = out -> {
            try {
                Exports.table(way, "forecasts", COLUMNS, rows.iterator(), out);
            } catch (ExchangeRefused tooMany) {
                throw new IOException(tooMany);
            }
        };
        return Response.ok(content, way.mediaType())
                .header("Content-Disposition", "attachment; filename=\"forecasts" + way.extension() + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private static List<?> row(Score score) {
        return List.of(
                score.period(),
                score.manager(),
                score.brand(),
                Boolean.toString(score.keyBrand()),
                score.demand(),
                some(score.forecast()),
                some(score.getAccuracy()),
                some(score.naive()),
                some(score.naiveOf()),
                some(score.getNaiveAccuracy()));
    }

    private static Object some(Object value) {
        return value == null ? "" : value;
    }
}
