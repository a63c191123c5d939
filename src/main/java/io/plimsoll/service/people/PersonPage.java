package io.plimsoll.service.people;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.plimsoll.service.web.Versions;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** One person: what he is, and his ways in. */
@Path("/people/{id: [0-9]+}")
@Produces(MediaType.TEXT_HTML)
public class PersonPage {

    private final Administration administration;
    private final Access access;
    private final Tokens tokens;
    private final Asking asking;

    PersonPage(Administration administration, Access access, Tokens tokens, Asking asking) {
        this.administration = administration;
        this.access = access;
        this.tokens = tokens;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "people")
    static class Templates {
        static native TemplateInstance person(
                PersonView person, PersonForm form, Refused refused, Role[] roles, long tokens, String done);

        static native TemplateInstance temporaryPassword(PersonView person, String password);
    }

    @GET
    @Path("/")
    @RolesAllowed(Role.Name.ADMIN)
    public TemplateInstance show(@RestPath long id, @RestQuery String done) {
        PersonView person = administration.show(id);
        return page(person, PersonForm.of(person), null, done);
    }

    private TemplateInstance page(PersonView person, PersonForm form, Refused refused, String done) {
        return Templates.person(person, form, refused, Role.values(), tokens.countValid(person.id()), done);
    }

    @POST
    @Path("/")
    @RolesAllowed(Role.Name.ADMIN)
    public Response change(@RestPath long id, @BeanParam PersonForm form) {
        try {
            administration.change(
                    asking.known(),
                    id,
                    version -> Versions.requireSame(form.seenVersion(), version),
                    form.draft(false));
            return done(id, "changed");
        } catch (Refused refused) {
            return Response.status(refused.problem().status())
                    .entity(page(administration.show(id), form, refused, null))
                    .build();
        }
    }

    @POST
    @Path("password")
    @RolesAllowed(Role.Name.ADMIN)
    public Response resetPassword(@RestPath long id, @BeanParam PersonForm form) {
        String password =
                access.resetPassword(asking.known(), id, version -> Versions.requireSame(form.seenVersion(), version));
        return Response.ok(Templates.temporaryPassword(administration.show(id), password))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("sessions/end")
    @RolesAllowed(Role.Name.ADMIN)
    public Response endSessions(@RestPath long id) {
        access.endSessions(asking.known(), id);
        return done(id, "sessions");
    }

    @POST
    @Path("tokens/revoke")
    @RolesAllowed(Role.Name.ADMIN)
    public Response revokeTokens(@RestPath long id) {
        access.revokeTokens(asking.known(), id);
        return done(id, "tokens");
    }

    @POST
    @Path("lock-out/end")
    @RolesAllowed(Role.Name.ADMIN)
    public Response endLockOut(@RestPath long id) {
        access.endLockOut(asking.known(), id);
        return done(id, "lockOut");
    }

    @POST
    @Path("single-sign-on/unbind")
    @RolesAllowed(Role.Name.ADMIN)
    public Response unbindSingleSignOn(@RestPath long id) {
        access.unbindSingleSignOn(asking.known(), id);
        return done(id, "unbound");
    }

    private static Response done(long id, String what) {
        return SeeOther.to("/people/" + id, "done", what);
    }
}
