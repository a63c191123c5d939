package io.plimsoll.service.policies;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.message.Message;
import io.plimsoll.policy.PolicySheet;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Page;
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
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** One policy version: what became of it, what it says, and the forms to decide about it. */
@Path("/policies")
@Produces(MediaType.TEXT_HTML)
public class PolicyPage {

    private static final int ROWS_SHOWN = 12;

    private final Policies policies;
    private final PolicyRecords records;
    private final PublishedPolicies published;
    private final Approval approval;
    private final Beginnings beginnings;
    private final PolicyFiles files;
    private final Asking asking;
    private final Once once;
    private final Page page;

    PolicyPage(
            Policies policies,
            PolicyRecords records,
            PublishedPolicies published,
            Approval approval,
            Beginnings beginnings,
            PolicyFiles files,
            Asking asking,
            Once once,
            Page page) {
        this.policies = policies;
        this.records = records;
        this.published = published;
        this.approval = approval;
        this.beginnings = beginnings;
        this.files = files;
        this.asking = asking;
        this.once = once;
        this.page = page;
    }

    @CheckedTemplate(basePath = "policies")
    static class Templates {
        static native TemplateInstance policy(
                PolicyView policy, List<Tables.Shown> tables, Deciding deciding, String inForce, String done);

        static native TemplateInstance table(PolicyView policy, Tables.Shown table, PageOf<String> part);
    }

    /**
     * What a planner can decide about a policy.
     *
     * @param obstacle why he can't; null where he can
     * @param whoElse where it is his own, who could; else null
     * @param unserved why nobody can approve it; null where it can be
     * @param choices cycles and months from which on it could bind
     * @param refused what was wrong with the form that he sent, or null
     * @param from as he chose it
     * @param reason as he typed it
     */
    record Deciding(
            Message obstacle,
            Message whoElse,
            Message unserved,
            List<String> choices,
            Refused refused,
            String from,
            String reason) {}

    @GET
    @Path("{digest}")
    @RolesAllowed({
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public TemplateInstance show(@RestPath String digest, @RestQuery String done) {
        return template(digest, null, "", "", done);
    }

    private TemplateInstance template(String digest, Refused refused, String from, String reason, String done) {
        PolicyView policy = records.find(digest).orElseThrow(Refused::notFound);
        List<Tables.Shown> tables = version(digest).sheets().stream()
                .map(sheet -> Tables.shown(page, sheet, 0, ROWS_SHOWN))
                .toList();
        String inForce =
                published.present().map(PublishedPolicies.Present::digest).orElse("");
        return Templates.policy(policy, tables, deciding(policy, refused, from, reason), inForce, done);
    }

    private Deciding deciding(PolicyView policy, Refused refused, String from, String reason) {
        if (!asking.is(Role.PLANNER)) {
            return null;
        }
        Set<SizeClass> unserved = approval.unservedClasses(policy.digest());
        boolean waitsForAnother = policy.state() == PolicyState.PROPOSED
                && policy.isOwn(asking.known().personId());
        return new Deciding(
                approval.obstacle(asking.known(), policy).orElse(null),
                waitsForAnother ? approval.whoElse(asking.known()) : null,
                unserved.isEmpty() ? null : Approval.classesExpected(unserved),
                beginnings.choices(),
                refused,
                from,
                reason);
    }

    @POST
    @Path("{digest}/approval")
    @RolesAllowed(Role.Name.PLANNER)
    public Response decide(
            @RestPath String digest,
            @FormParam("decision") String decision,
            @FormParam("effectiveFrom") String from,
            @FormParam("reason") String reason,
            @FormParam("once") String key) {
        try {
            requireVerdict(decision);
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(key, List.of("" + decision, "" + from, "" + reason), () -> {
                        decide(digest, decision, from, reason);
                        return SeeOther.to("/policies/" + digest, "done", decision);
                    }));
        } catch (Refused refused) {
            return Response.status(refused.problem().status())
                    .entity(template(digest, refused, text(from), text(reason), null))
                    .build();
        }
    }

    private static void requireVerdict(String decision) {
        if (!"APPROVED".equals(decision) && !"REFUSED".equals(decision)) {
            throw Refused.field("decision", Message.of("POLICY_DECISION_EXPECTED"));
        }
    }

    private void decide(String digest, String decision, String from, String reason) {
        if ("APPROVED".equals(decision)) {
            approval.approve(asking.known(), digest, from);
        } else {
            approval.refuse(asking.known(), digest, reason);
        }
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }

    @GET
    @Path("{digest}/tables/{file}")
    @RolesAllowed({
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public TemplateInstance table(@RestPath String digest, @RestPath String file, @Valid @BeanParam Paging paging) {
        PolicyView policy = records.find(digest).orElseThrow(Refused::notFound);
        PolicySheet sheet = version(digest).sheets().stream()
                .filter(each -> Tables.file(each).equals(file))
                .findFirst()
                .orElseThrow(Refused::notFound);
        Tables.Shown table = Tables.shown(page, sheet, paging.offset(), paging.size);
        return Templates.table(policy, table, PageOf.of(List.of(), paging, table.total()));
    }

    @GET
    @Path("{digest}/download")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public Response download(@RestPath String digest, @RestQuery @DefaultValue("spreadsheets") String form) {
        PolicyFiles.Form way = PolicyFiles.Form.named(form);
        PolicyVersion version = version(digest);
        return Response.ok(files.out(version.files(), way), way.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.named("policy-" + version.version() + way.ending()))
                .build();
    }

    private PolicyVersion version(String digest) {
        return policies.find(digest).orElseThrow(Refused::notFound);
    }
}
