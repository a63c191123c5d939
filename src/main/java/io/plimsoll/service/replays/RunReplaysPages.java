package io.plimsoll.service.replays;

import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.Run;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The replays of a run, and the forms that ask for one. */
@Path("/cycles/{cycle}/runs/{run}/replays")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
public class RunReplaysPages {

    private static final int MOST_POLICIES = 200;
    private static final String NONE = "";

    private final Replays replays;
    private final Cycles cycles;
    private final Policies policies;
    private final Asking asking;
    private final Once once;

    RunReplaysPages(Replays replays, Cycles cycles, Policies policies, Asking asking, Once once) {
        this.replays = replays;
        this.cycles = cycles;
        this.policies = policies;
        this.asking = asking;
        this.once = once;
    }

    @CheckedTemplate(basePath = "replays")
    static class Templates {
        static native TemplateInstance list(CycleView cycle, Run run, PageOf<Replay> replays, Choice choice);
    }

    /**
     * The policies that a run can be tried under.
     *
     * @param chosen digest of the one that was chosen, or blank
     * @param refused what is wrong with the choice, or null
     */
    record Choice(List<Policies.Named> others, String chosen, Refused refused) {}

    @GET
    @Path("")
    public TemplateInstance list(@RestPath String cycle, @RestPath long run, @Valid @BeanParam Paging paging) {
        return list(cycle, run, paging, NONE, null);
    }

    private TemplateInstance list(String cycle, long run, Paging paging, String chosen, Refused refused) {
        CycleView found = cycles.find(asking.known(), cycle);
        Run replayed = replays.replayable(cycle, run);
        List<Policies.Named> others = policies.latest(MOST_POLICIES).stream()
                .filter(each -> !each.digest().equals(replayed.policyDigest()))
                .toList();
        return Templates.list(found, replayed, replays.of(run, paging), new Choice(others, chosen, refused));
    }

    @POST
    @Path("")
    public Response start(
            @RestPath String cycle,
            @RestPath long run,
            @RestForm("way") String way,
            @RestForm("policy") String policy,
            @RestForm("once") String key) {
        cycles.find(asking.known(), cycle);
        replays.replayable(cycle, run);
        boolean isUnderAnother = "other".equals(way);
        try {
            if (isUnderAnother && (policy == null || policy.isBlank())) {
                throw Refused.field("policy", Message.of("REPLAY_POLICY_UNKNOWN"));
            }
            RunReplaysResource.StartBody body = new RunReplaysResource.StartBody(isUnderAnother ? policy : null);
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(
                            key,
                            body,
                            () -> SeeOther.to(replays.ask(asking.known(), cycle, run, body.policy())
                                    .address())));
        } catch (Refused refused) {
            return Response.status(refused.problem().status())
                    .entity(list(cycle, run, new Paging(), policy == null ? NONE : policy, refused))
                    .build();
        }
    }
}
