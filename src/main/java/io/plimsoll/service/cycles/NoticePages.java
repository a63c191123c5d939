package io.plimsoll.service.cycles;

import static io.plimsoll.service.right.Role.Name.AUDITOR;
import static io.plimsoll.service.right.Role.Name.CUSTOMER_MANAGER;
import static io.plimsoll.service.right.Role.Name.MARKET_MANAGER;
import static io.plimsoll.service.right.Role.Name.ORDER_DESK;
import static io.plimsoll.service.right.Role.Name.PLANNER;
import static io.plimsoll.service.right.Role.Name.RETAILER;

import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.SeeOther;
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
import org.jboss.resteasy.reactive.RestPath;

/** Notices to read, and who has read them. */
@Path("/notices")
@Produces(MediaType.TEXT_HTML)
public class NoticePages {

    private final Notices notices;
    private final Coverage coverage;
    private final Cycles cycles;
    private final Policies policies;
    private final Asking asking;

    NoticePages(Notices notices, Coverage coverage, Cycles cycles, Policies policies, Asking asking) {
        this.notices = notices;
        this.coverage = coverage;
        this.cycles = cycles;
        this.policies = policies;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "cycles")
    static class Templates {
        static native TemplateInstance notices(PageOf<Notice> found, long unread);

        static native TemplateInstance notice(Notice notice, CycleView cycle, Ceilings ceilings);

        static native TemplateInstance coverage(Notice notice, List<Coverage.Line> lines, long retailers, long read);
    }

    @GET
    @Path("")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    public TemplateInstance list(@Valid @BeanParam Paging paging) {
        Notices.Found found = notices.list(asking.known(), paging);
        return Templates.notices(PageOf.of(found.notices(), paging, found.total()), notices.unread(asking.known()));
    }

    /** Whoever opens the page of a notice has it before his eyes: that is noted (R31). */
    @GET
    @Path("{notice}")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    public TemplateInstance notice(@RestPath long notice) {
        Notice read = notices.read(asking.known(), notice);
        if (read.kind() != Notice.Kind.CYCLE_PUBLISHED) {
            return Templates.notice(read, null, null);
        }
        CycleView cycle = cycles.find(asking.known(), read.cycle());
        return Templates.notice(read, cycle, Ceilings.of(policies.releasePolicy(cycle.policy())));
    }

    @POST
    @Path("{notice}/reading")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    public Response read(@RestPath long notice) {
        notices.read(asking.known(), notice);
        return SeeOther.to("/notices");
    }

    @POST
    @Path("{notice}/publication")
    @RolesAllowed(PLANNER)
    public Response publish(@RestPath long notice) {
        notices.publish(asking.known(), notice);
        return SeeOther.to("/notices/" + notice);
    }

    @GET
    @Path("{notice}/coverage")
    @RolesAllowed({CUSTOMER_MANAGER, MARKET_MANAGER, PLANNER, AUDITOR})
    public TemplateInstance coverage(@RestPath long notice) {
        Notice found = notices.find(asking.known(), notice);
        List<Coverage.Line> lines = coverage.of(asking.known(), notice);
        return Templates.coverage(
                found,
                lines,
                lines.stream().mapToLong(Coverage.Line::retailers).sum(),
                lines.stream().mapToLong(Coverage.Line::read).sum());
    }
}
