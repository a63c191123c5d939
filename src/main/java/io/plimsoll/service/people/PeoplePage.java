package io.plimsoll.service.people;

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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/** The list of people, and the form to add one. */
@Path("/people")
@Produces(MediaType.TEXT_HTML)
public class PeoplePage {

    private final Administration administration;
    private final Asking asking;
    private final Once once;

    PeoplePage(Administration administration, Asking asking, Once once) {
        this.administration = administration;
        this.asking = asking;
        this.once = once;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance list(PageOf<PersonView> people, PeopleFilter filter, Role[] roles, String query);

        static native TemplateInstance add(PersonForm form, Refused refused, Role[] roles);
    }

    @GET
    @Path("/")
    @RolesAllowed(Role.Name.ADMIN)
    public TemplateInstance list(@BeanParam PeopleFilter filter, @Valid @BeanParam Paging paging) {
        return Templates.list(administration.list(filter, paging), filter, Role.values(), query(filter));
    }

    /** The filter as a part of an address, so that the next page keeps to it. */
    private static String query(PeopleFilter filter) {
        UriBuilder query = UriBuilder.fromPath("");
        if (filter.search != null) {
            query.queryParam("search", "{search}").resolveTemplate("search", filter.search);
        }
        if (filter.role != null) {
            query.queryParam("role", filter.role);
        }
        if (filter.active != null) {
            query.queryParam("active", filter.active);
        }
        String text = query.build().toString();
        return text.isEmpty() ? "?" : text + "&";
    }

    @GET
    @Path("new")
    @RolesAllowed(Role.Name.ADMIN)
    public TemplateInstance form() {
        return Templates.add(PersonForm.empty(), null, Role.values());
    }

    @POST
    @Path("/")
    @RolesAllowed(Role.Name.ADMIN)
    public Response add(@BeanParam PersonForm form) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(form.once(), form, () -> {
                        PersonView added = administration.add(asking.known(), form.draft(true));
                        return SeeOther.to("/people/" + added.id(), "done", "added");
                    }));
        } catch (Refused refused) {
            return Response.status(refused.problem().status())
                    .entity(Templates.add(form, refused, Role.values()))
                    .build();
        }
    }
}
