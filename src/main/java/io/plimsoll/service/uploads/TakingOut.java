package io.plimsoll.service.uploads;

import io.plimsoll.exchange.CycleZip;
import io.plimsoll.exchange.ExchangeRefused;
import io.plimsoll.exchange.TableFormat;
import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.frozen.FrozenFolders;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.runs.StoredResults;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;

/** Answers with data as files; each time is an act that is journalled. */
@ApplicationScoped
class TakingOut {

    private final FrozenFolders cycles;
    private final StoredResults results;
    private final RowsOut rows;
    private final RegisterOut register;
    private final UploadFolder folder;
    private final Journal journal;
    private final Sql sql;

    TakingOut(
            FrozenFolders cycles,
            StoredResults results,
            RowsOut rows,
            RegisterOut register,
            UploadFolder folder,
            Journal journal,
            Sql sql) {
        this.cycles = cycles;
        this.results = results;
        this.rows = rows;
        this.register = register;
        this.folder = folder;
        this.journal = journal;
        this.sql = sql;
    }

    /** A whole cycle. */
    Response cycle(Viewer viewer, String cycle, String form) {
        Ways.Whole way = Ways.Whole.named(form);
        cycles.require(cycle);
        Path place;
        try {
            place = folder.workplace();
            cycles.write(cycle, OptionalLong.empty(), Files.createDirectory(place.resolve("cycle")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        note(viewer, Subject.cycle(cycle), Map.of("table", "all", "form", form));
        StreamingOutput content = out -> {
            try {
                Path whole = place.resolve("cycle");
                switch (way) {
                    case EXACT -> CycleZip.exact(whole, out);
                    case SPREADSHEETS -> CycleZip.forSpreadsheets(whole, out);
                    case WORKBOOK -> CycleZip.workbook(whole, out);
                }
            } catch (ExchangeRefused tooLong) {
                throw new IOException(tooLong);
            } finally {
                UploadFolder.delete(place);
            }
        };
        return answer(content, cycle + way.ending(), way.mediaType());
    }

    /** A cycle as one of its runs read it, and what that came to: what {@code plimsoll verify} reads. */
    Response run(Viewer viewer, String cycle, long run) {
        cycles.require(cycle);
        results.require(cycle, run);
        Path place;
        try {
            place = folder.workplace();
            cycles.write(cycle, OptionalLong.of(run), Files.createDirectory(place.resolve("cycle")));
            results.write(cycle, run, Files.createDirectory(place.resolve("result")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        note(viewer, Subject.cycle(cycle), Map.of("table", "all", "run", run));
        StreamingOutput content = out -> {
            try {
                CycleZip.everything(place, out);
            } finally {
                UploadFolder.delete(place);
            }
        };
        return answer(content, cycle + "-run-" + run + ".zip", "application/zip");
    }

    /** One table of a cycle, the rows that are the viewer's to see. */
    Response table(Viewer viewer, String cycle, String name, String format) {
        OutTable table =
                OutTable.named(name).filter(each -> each.isFor(viewer.role())).orElseThrow(() -> missing(viewer));
        TableFormat way = Ways.table(format);
        String state = sql.first("SELECT state FROM cycle WHERE cycle = ?", row -> row.getString(1), cycle)
                .orElseThrow(() -> missing(viewer));
        if (state.equals("PLANNED") && !(viewer.scope() instanceof Scope.Everybody)) {
            throw missing(viewer);
        }
        boolean hasGrants =
                sql.count("SELECT EXISTS (SELECT 1 FROM allocation_run WHERE cycle = ? AND in_force)", cycle) > 0;
        if (table == OutTable.GRANTS && !hasGrants) {
            throw new Refused(Problem.CONFLICT, Message.of("EXPORT_NO_GRANTS", "cycle", cycle));
        }
        note(viewer, Subject.cycle(cycle), Map.of("table", name, "form", format));
        StreamingOutput content = out -> rows.write(table, cycle, viewer.scope(), way, out);
        return answer(content, cycle + "-" + name + way.extension(), way.mediaType());
    }

    /** A register as it is now, the rows that are the viewer's to see. */
    Response register(Viewer viewer, String name, String format) {
        TableFormat way = Ways.table(format);
        boolean isSkus = name.equals("skus") && viewer.scope() instanceof Scope.Everybody;
        if (!isSkus && !name.equals("retailers")) {
            throw missing(viewer);
        }
        note(viewer, Subject.service(), Map.of("table", "register of " + name, "form", format));
        StreamingOutput content =
                out -> register.write(isSkus ? OutTable.SKUS : OutTable.RETAILERS, viewer.scope(), way, out);
        return answer(content, name + way.extension(), way.mediaType());
    }

    /** What is not there and what is not his are the same to whoever may not see everything. */
    private static Refused missing(Viewer viewer) {
        return viewer.scope() instanceof Scope.Everybody ? Refused.notFound() : Refused.forbidden();
    }

    private void note(Viewer viewer, Subject subject, Map<String, ?> content) {
        QuarkusTransaction.requiringNew().run(() -> journal.append(viewer, Act.DATA_TAKEN_OUT, subject, content));
    }

    private static Response answer(StreamingOutput content, String file, String mediaType) {
        String plain = file.replaceAll("[^A-Za-z0-9@._-]", "_");
        String encoded = URLEncoder.encode(file, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content, mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded)
                .header("Cache-Control", "no-store")
                .build();
    }
}
