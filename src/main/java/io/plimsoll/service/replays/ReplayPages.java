package io.plimsoll.service.replays;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A replay, and what it came to. */
@Path("/replays/{replay}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
public class ReplayPages {

    private final Replays replays;
    private final ReplayReading reading;
    private final ReplayDownloads downloads;
    private final Asking asking;

    ReplayPages(Replays replays, ReplayReading reading, ReplayDownloads downloads, Asking asking) {
        this.replays = replays;
        this.reading = reading;
        this.downloads = downloads;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "replays")
    static class Templates {
        static native TemplateInstance show(Replay replay, Now now, Came came, Shops shops);

        static native TemplateInstance progress(Now now, boolean isNews);
    }

    /** What a replay is at; null once it is over. */
    record Now(Replay replay, ReplayPart part) {

        /** The parts of the work, in their order. */
        public List<ReplayPart> parts() {
            return Arrays.asList(ReplayPart.values());
        }

        public boolean isOver(ReplayPart each) {
            return each.compareTo(part) < 0;
        }
    }

    /** What it came to. */
    record Came(
            List<Replays.Difference> rules, List<Replays.Difference> differences, ReplayReading.Compared compared) {}

    /** A page of the shops, and the way they are in order; null where there are none. */
    record Shops(PageOf<ReplayReading.Shop> page, ReplayReading.Order order, List<ReplayReading.Order> orders) {

        /** The tables that can be taken out. */
        public List<ReplayReading.Table> tables() {
            return Arrays.asList(ReplayReading.Table.values());
        }
    }

    @GET
    @Path("")
    public TemplateInstance show(
            @RestPath long replay, @RestQuery @DefaultValue("GAINED") String order, @Valid @BeanParam Paging paging) {
        Replay found = replays.find(replay).orElseThrow(Refused::notFound);
        ReplayReading.Order way = ReplayReading.Order.named(order);
        boolean isCompared = found.outcome() == ReplayOutcome.COMPARED;
        return Templates.show(
                found,
                now(found),
                new Came(
                        replays.differences(replay, "RULE"),
                        replays.differences(replay, "RESULT"),
                        isCompared ? reading.compared(replay) : null),
                isCompared
                        ? new Shops(
                                reading.shops(replay, way, paging), way, Arrays.asList(ReplayReading.Order.values()))
                        : null);
    }

    private Now now(Replay replay) {
        return replay.isWaiting() ? new Now(replay, replays.part(replay.id())) : null;
    }

    /**
     * What a replay is at, for a page that is open; once it is over, the page is to be read anew.
     *
     * @param seen the part that the page shows, so that a reader of screens hears of another one and of nothing else
     */
    @GET
    @Path("progress")
    public Response progress(@RestPath long replay, @RestQuery String seen) {
        Now now = now(replays.find(replay).orElseThrow(Refused::notFound));
        if (now == null) {
            return Response.ok("").header("HX-Refresh", "true").build();
        }
        return Response.ok(Templates.progress(now, !now.part().name().equals(seen)))
                .build();
    }

    @GET
    @Path("tables/{table}")
    @Produces(MediaType.WILDCARD)
    public Response table(
            @RestPath long replay, @RestPath String table, @RestQuery @DefaultValue("csv") String format) {
        return downloads.table(asking.known(), replay, table, format);
    }
}
