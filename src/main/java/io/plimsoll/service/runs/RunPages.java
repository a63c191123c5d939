package io.plimsoll.service.runs;

import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The runs of a cycle: asking for one, seeing how far it is, and what there is of them. */
@Path("/cycles/{cycle}/run")
@Produces(MediaType.TEXT_HTML)
public class RunPages {

    private final Cycles cycles;
    private final Runs runs;
    private final RunStart start;
    private final RunProgress progress;
    private final Asking asking;
    private final Once once;
    private final List<BesideRun> beside;

    RunPages(
            Cycles cycles,
            Runs runs,
            RunStart start,
            RunProgress progress,
            Asking asking,
            Once once,
            @All List<BesideRun> beside) {
        this.cycles = cycles;
        this.runs = runs;
        this.start = start;
        this.progress = progress;
        this.asking = asking;
        this.once = once;
        this.beside = beside;
    }

    /**
     * What the page shows.
     *
     * @param request what was asked for last; null: nothing yet
     * @param progress how far it is; null where nothing waits
     * @param chance whether a run may be asked for
     * @param runs the latest first
     * @param beside what other rooms say of each, by its key
     */
    record Shown(
            CycleView cycle,
            RunRequest request,
            Now progress,
            RunStart.Chance chance,
            List<Run> runs,
            Map<Long, List<String>> beside) {

        public List<String> besideOf(Run run) {
            return beside.get(run.id());
        }
    }

    /**
     * How far a run is, as it is shown.
     *
     * @param cycle whose it is
     */
    record Now(CycleView cycle, RunProgress.At at) {

        /** The parts of the work that are seen from here, in their order. */
        public List<RunPart> parts() {
            return Arrays.stream(RunPart.values())
                    .filter(part -> part != RunPart.ELSEWHERE)
                    .toList();
        }

        public boolean isOver(RunPart part) {
            return at.part() != RunPart.ELSEWHERE && part.compareTo(at.part()) < 0;
        }
    }

    @CheckedTemplate(basePath = "runs")
    static class Templates {
        static native TemplateInstance run(Shown shown, Refused refused, String reason);

        static native TemplateInstance progress(Now now, boolean isNews);
    }

    @GET
    @Path("")
    @RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
    public TemplateInstance show(@RestPath String cycle) {
        return Templates.run(shown(cycle), null, "");
    }

    @POST
    @Path("")
    @RolesAllowed(Role.Name.PLANNER)
    public Response start(@RestPath String cycle, @RestForm String reason, @RestForm("once") String key) {
        CycleView found = cycles.find(asking.known(), cycle);
        String said = reason == null ? "" : reason;
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(key, new RunResource.StartBody(said), () -> {
                        start.start(asking.known(), cycle, said);
                        return SeeOther.to(found.address() + "/run");
                    }));
        } catch (Refused refused) {
            return Response.status(refused.problem().status())
                    .entity(Templates.run(shown(cycle), refused, said))
                    .build();
        }
    }

    /**
     * How far the run is, for a page that is open; once it is over, the page is to be read anew.
     *
     * @param seen the part that the page shows, so that a reader of screens hears of another one and of nothing else
     */
    @GET
    @Path("progress")
    @RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
    public Response progress(@RestPath String cycle, @RestQuery String seen) {
        CycleView found = cycles.find(asking.known(), cycle);
        Now now = now(found, runs.waiting(cycle).orElse(null));
        if (now == null) {
            return Response.ok("").header("HX-Refresh", "true").build();
        }
        return Response.ok(Templates.progress(now, !now.at().part().name().equals(seen)))
                .build();
    }

    private Shown shown(String name) {
        CycleView cycle = cycles.find(asking.known(), name);
        RunRequest last = runs.lastRequest(name).orElse(null);
        List<Run> all = runs.of(name);
        Map<Long, List<String>> said = all.stream()
                .collect(Collectors.toMap(
                        Run::id,
                        run -> beside.stream()
                                .flatMap(each -> each.of(run).stream())
                                .map(TemplateInstance::render)
                                .toList()));
        return new Shown(cycle, last, now(cycle, last), start.chance(cycle), all, said);
    }

    private Now now(CycleView cycle, RunRequest request) {
        return request == null || !request.isWaiting()
                ? null
                : new Now(cycle, progress.of(request.id(), cycle.cycle()));
    }
}
