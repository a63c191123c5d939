package io.plimsoll.service.master;

import io.plimsoll.message.Message;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Shows a planner which shops would be of another class in the coming month, and lets him put the classes on record. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SizeClassPages {

    private final Classification classification;
    private final Asking asking;
    private final Once once;

    SizeClassPages(Classification classification, Asking asking, Once once) {
        this.classification = classification;
        this.asking = asking;
        this.once = once;
    }

    @CheckedTemplate(basePath = "master")
    static class Templates {
        static native TemplateInstance sizeClasses(Classification.Preview preview, Message obstacle, Filled form);
    }

    @GET
    @Path("size-classes")
    @RolesAllowed(Role.Name.PLANNER)
    public TemplateInstance preview(@Valid @BeanParam Paging paging) {
        return shown(paging, Filled.with(Map.of()));
    }

    @POST
    @Path("size-classes")
    @RolesAllowed(Role.Name.PLANNER)
    public Response compute(@FormParam("once") String key, @FormParam("period") String period) {
        Map<String, String> fields = Filled.fields("period", period);
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(key, fields, () -> {
                        classification.compute(asking.known(), period);
                        return SeeOther.to("/size-classes");
                    }));
        } catch (Refused refused) {
            return Filled.again(refused, () -> shown(new Paging(), Filled.refused(fields, refused)));
        }
    }

    private TemplateInstance shown(Paging paging, Filled form) {
        return Templates.sizeClasses(classification.preview(paging), classification.obstacle(), form);
    }
}
