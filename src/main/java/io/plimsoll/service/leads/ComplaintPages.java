package io.plimsoll.service.leads;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a retailer sees what became of his complaints. */
@Path("/complaints")
@Produces(MediaType.TEXT_HTML)
public class ComplaintPages {

    private final OwnComplaints complaints;
    private final Asking asking;

    ComplaintPages(OwnComplaints complaints, Asking asking) {
        this.complaints = complaints;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "leads")
    static class Templates {
        static native TemplateInstance complaints(PageOf<OwnComplaints.OwnComplaint> list, String form);
    }

    @GET
    @Path("")
    @RolesAllowed(Role.Name.RETAILER)
    public TemplateInstance complaints(@Valid @BeanParam Paging paging) {
        if (!(asking.known().scope() instanceof Scope.OneRetailer own)) {
            throw Refused.forbidden();
        }
        String shop = URLEncoder.encode(own.licence(), StandardCharsets.UTF_8).replace("+", "%20");
        return Templates.complaints(complaints.list(asking.known(), paging), "/retailers/" + shop + "/new-complaint");
    }
}
