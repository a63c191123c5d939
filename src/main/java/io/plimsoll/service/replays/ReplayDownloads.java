package io.plimsoll.service.replays;

import io.plimsoll.exchange.TableFormat;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.uploads.Ways;
import io.plimsoll.service.web.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Arrays;
import java.util.Map;

/** Answers with a comparison's tables as files; each time is an act that is journalled. */
@ApplicationScoped
class ReplayDownloads {

    private final Replays replays;
    private final ReplayReading reading;
    private final Journal journal;

    ReplayDownloads(Replays replays, ReplayReading reading, Journal journal) {
        this.replays = replays;
        this.reading = reading;
        this.journal = journal;
    }

    Response table(Viewer viewer, long id, String name, String format) {
        Replay replay = replays.find(id)
                .filter(each -> each.outcome() == ReplayOutcome.COMPARED)
                .orElseThrow(Refused::notFound);
        ReplayReading.Table table = Arrays.stream(ReplayReading.Table.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(Refused::notFound);
        TableFormat way = Ways.table(format);
        QuarkusTransaction.requiringNew()
                .run(() -> journal.append(
                        viewer,
                        Act.DATA_TAKEN_OUT,
                        Subject.cycle(replay.cycle()),
                        Map.of("table", name, "replay", id, "form", format)));
        StreamingOutput content = out -> reading.write(table, id, way, out);
        return Response.ok(content, way.mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"replay-" + id + "-" + name + way.extension() + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
