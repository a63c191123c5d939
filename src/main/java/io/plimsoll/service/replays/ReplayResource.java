package io.plimsoll.service.replays;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Page;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Replays, for programs. */
@Path("/api/replays")
@Tag(name = "Replays")
@RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
public class ReplayResource {

    private final Replays replays;
    private final ReplayReading reading;
    private final ReplayDownloads downloads;
    private final Asking asking;
    private final Page page;

    ReplayResource(Replays replays, ReplayReading reading, ReplayDownloads downloads, Asking asking, Page page) {
        this.replays = replays;
        this.reading = reading;
        this.downloads = downloads;
        this.asking = asking;
        this.page = page;
    }

    /**
     * A replay with what it came to.
     *
     * @param part what it is at; null once it is over
     * @param reason why nothing was recomputed, in words; null where something was
     * @param otherRules rules that differ from this build's, in words; it was replayed by those of its record
     * @param differences what is stored otherwise than it was recomputed
     * @param comparison what the other policy would have made of the orders; null where none was tried
     */
    @Schema(name = "ReplayAnswer")
    public record Answer(
            Replay replay,
            ReplayPart part,
            String reason,
            List<String> otherRules,
            List<DifferenceAnswer> differences,
            ReplayReading.Compared comparison) {}

    /** A difference in words, and the line as it is stored where one is meant. */
    @Schema(name = "ReplayDifference")
    public record DifferenceAnswer(String words, String line) {}

    @GET
    @Path("{replay}")
    @Operation(summary = "One replay, and what it came to")
    public Answer find(@RestPath long replay) {
        Replay found = replays.find(replay).orElseThrow(Refused::notFound);
        return new Answer(
                found,
                found.isWaiting() ? replays.part(replay) : null,
                found.why() == null ? null : page.say(found.why()),
                replays.differences(replay, "RULE").stream()
                        .map(each -> page.say(each.message()))
                        .toList(),
                replays.differences(replay, "RESULT").stream()
                        .map(each -> new DifferenceAnswer(page.say(each.message()), each.line()))
                        .toList(),
                found.outcome() == ReplayOutcome.COMPARED ? reading.compared(replay) : null);
    }

    @GET
    @Path("{replay}/retailers")
    @Operation(summary = "What another policy would have meant for each shop that ordered, in pages")
    public PageOf<ReplayReading.Shop> shops(
            @RestPath long replay,
            @Parameter(description = "GAINED, LOST, DEMAND or LICENCE: what comes first")
                    @RestQuery
                    @DefaultValue("GAINED")
                    String order,
            @Valid @BeanParam Paging paging) {
        replays.find(replay).orElseThrow(Refused::notFound);
        return reading.shops(replay, ReplayReading.Order.named(order), paging);
    }

    @GET
    @Path("{replay}/tables/{table}")
    @Operation(
            summary = "One table of a comparison as a file",
            description = "groups, retailers, skus, reasons or findings.")
    public Response table(
            @RestPath long replay,
            @RestPath String table,
            @Parameter(description = "csv (UTF-8), csv-marked (the same with a byte order mark), csv-gb18030, xlsx")
                    @RestQuery
                    @DefaultValue("csv")
                    String format) {
        return downloads.table(asking.known(), replay, table, format);
    }
}
