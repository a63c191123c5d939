package io.plimsoll.service.policies;

import io.plimsoll.exchange.Uploads;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.service.right.Role;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The list of policy versions, and the form that hands one in. */
@Path("/policies")
@Produces(MediaType.TEXT_HTML)
public class PoliciesPage {

    private final Policies policies;
    private final PolicyRecords records;
    private final PublishedPolicies published;
    private final Importing importing;
    private final Asking asking;
    private final Once once;

    PoliciesPage(
            Policies policies,
            PolicyRecords records,
            PublishedPolicies published,
            Importing importing,
            Asking asking,
            Once once) {
        this.policies = policies;
        this.records = records;
        this.published = published;
        this.importing = importing;
        this.asking = asking;
        this.once = once;
    }

    @CheckedTemplate(basePath = "policies")
    static class Templates {
        static native TemplateInstance list(PageOf<PolicyView> policies, String inForce, boolean mayImport);

        static native TemplateInstance add(Refused refused, int most);
    }

    @GET
    @Path("/")
    @RolesAllowed({
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public TemplateInstance list(@Valid @BeanParam Paging paging) {
        String inForce =
                published.present().map(PublishedPolicies.Present::digest).orElse("");
        return Templates.list(records.list(paging), inForce, asking.is(Role.PLANNER));
    }

    @GET
    @Path("new")
    @RolesAllowed(Role.Name.PLANNER)
    public TemplateInstance form() {
        return Templates.add(null, PolicyFiles.MOST_BYTES >> 20);
    }

    @POST
    @Path("/")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    @RolesAllowed(Role.Name.PLANNER)
    public Response add(@RestForm("files") List<FileUpload> files, @RestForm("once") String key) {
        try {
            PolicyVersion policy = importing.read(sent(files));
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(key, policy.digest(), () -> {
                        Policies.Stored stored = policies.store(policy, Optional.of(asking.known()));
                        String done = stored.isNew() ? "imported" : "there";
                        return SeeOther.to("/policies/" + stored.digest(), "done", done);
                    }));
        } catch (Refused refused) {
            return Response.status(refused.problem().status())
                    .entity(Templates.add(refused, PolicyFiles.MOST_BYTES >> 20))
                    .build();
        }
    }

    /** Fields of a form that nobody filled come as files without content. */
    static List<Uploads.Sent> sent(List<FileUpload> uploads) {
        return (uploads == null ? List.<FileUpload>of() : uploads)
                .stream()
                        .filter(upload -> upload.size() > 0)
                        .map(upload -> new Uploads.Sent(upload.uploadedFile(), upload.fileName()))
                        .toList();
    }
}
