package io.plimsoll.service.uploads;

import io.plimsoll.exchange.ExchangeRefused;
import io.plimsoll.exchange.Exports;
import io.plimsoll.exchange.TableFormat;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.web.Asking;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers with a table to be taken away; each time is an act that is journalled. */
@ApplicationScoped
public class TablesOut {

    private final Journal journal;
    private final Asking asking;

    TablesOut(Journal journal, Asking asking) {
        this.journal = journal;
        this.asking = asking;
    }

    /**
     * A table.
     *
     * @param name of the file, before the point
     * @param format csv, csv-marked, csv-gb18030 or xlsx
     * @param rows read once the format is known to be one
     */
    public Response table(
            String name, String format, List<String> columns, Supplier<? extends List<? extends List<?>>> rows) {
        TableFormat way = Ways.table(format);
        List<? extends List<?>> all = rows.get();
        QuarkusTransaction.requiringNew()
                .run(() -> journal.append(
                        asking.known(), Act.DATA_TAKEN_OUT, Subject.service(), Map.of("table", name, "form", format)));
        StreamingOutput content = out -> {
            try {
                Exports.table(way, name, columns, all.iterator(), out);
            } catch (ExchangeRefused tooMany) {
                throw new IOException(tooMany);
            }
        };
        return Response.ok(content, way.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + name + way.extension() + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A cell: blank for what is not known. */
    public static Object cell(Object value) {
        return value == null ? "" : value;
    }
}
