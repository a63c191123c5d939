package io.plimsoll.service.people;

import io.plimsoll.message.Message;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** People, for programs of admins. */
@Path("/api/people")
@Tag(name = "People")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

    private final Administration administration;
    private final Access access;
    private final Asking asking;
    private final Once once;

    PeopleResource(Administration administration, Access access, Asking asking, Once once) {
        this.administration = administration;
        this.access = access;
        this.asking = asking;
        this.once = once;
    }

    /** Somebody to be added. */
    @Schema(examples = """
                    {"name":"wang.min","displayName":"Wang Min","role":"MARKET_MANAGER","retailer":null,"manager":null,
                    "territories":["East"]}""")
    public record NewPerson(
            @Schema(maxLength = 80, required = true, description = "What he signs in with; never changes")
            String name,

            @Schema(maxLength = 120, required = true) String displayName,
            @Schema(required = true) Role role,

            @Schema(maxLength = 64, description = "Of a RETAILER: the licence number of his shop")
            String retailer,

            @Schema(maxLength = 64, description = "Of a CUSTOMER_MANAGER: the key by which retailers name him")
            String manager,

            @Schema(description = "Of a MARKET_MANAGER") List<String> territories) {

        private PersonDraft draft() {
            return new PersonDraft(name, displayName, role, retailer, manager, territories, true);
        }
    }

    /** All that can be changed of a person. */
    @Schema(examples = """
                    {"displayName":"Wang Min","role":"MARKET_MANAGER","retailer":null,"manager":null,
                    "territories":["East","North"],"active":true}""")
    public record PersonChange(
            @Schema(maxLength = 120, required = true) String displayName,
            @Schema(required = true) Role role,
            @Schema(maxLength = 64) String retailer,
            @Schema(maxLength = 64) String manager,
            List<String> territories,
            @Schema(required = true) Boolean active) {

        private PersonDraft draft() {
            return new PersonDraft(null, displayName, role, retailer, manager, territories, active);
        }
    }

    /** A password that another has made; nobody can be told it again. */
    @Schema(examples = "{\"password\":\"7k3m-p2qa-x9tc-04hd\"}")
    public record TemporaryPassword(String password) {}

    @GET
    @Path("/")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(summary = "People by name, in pages")
    public PageOf<PersonView> list(@BeanParam PeopleFilter filter, @Valid @BeanParam Paging paging) {
        return administration.list(filter, paging);
    }

    @POST
    @Path("/")
    @RolesAllowed(Role.Name.ADMIN)
    @Transactional
    @Operation(
            summary = "Adds a person",
            description = "Needs an Idempotency-Key. The person has no password until one is made for him.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response add(NewPerson person) {
        requireBody(person);
        return once.create(person, () -> {
            PersonView added = administration.add(asking.known(), person.draft());
            return Response.created(URI.create("/api/people/" + added.id()))
                    .tag(Versions.tag(added.version()))
                    .entity(added)
                    .build();
        });
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(summary = "One person, with the ETag that a change needs")
    @APIResponse(
            responseCode = "200",
            description = "The person",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response show(@RestPath long id) {
        PersonView person = administration.show(id);
        return Versions.show(person, person.version()).build();
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(
            summary = "Changes a person",
            description = "Needs If-Match. Another role, or no longer being active, ends his sessions;"
                    + " who is no longer active loses his tokens for good.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response change(@RestPath long id, PersonChange change, @Context HttpHeaders headers) {
        requireBody(change);
        PersonView person = administration.change(
                asking.known(), id, version -> Versions.requireMatch(headers, version), change.draft());
        return Versions.show(person, person.version()).build();
    }

    @POST
    @Path("{id}/password")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(
            summary = "Makes a temporary password for a person, and ends his sessions",
            description = "Needs If-Match. The password is told in this answer and never again.")
    @APIResponse(
            responseCode = "200",
            description = "The password",
            content = @Content(schema = @Schema(implementation = TemporaryPassword.class)))
    public Response resetPassword(@RestPath long id, @Context HttpHeaders headers) {
        String password = access.resetPassword(asking.known(), id, version -> Versions.requireMatch(headers, version));
        return Response.ok(new TemporaryPassword(password))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("{id}/sessions")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(summary = "Ends all sessions of a person")
    public void endSessions(@RestPath long id) {
        access.endSessions(asking.known(), id);
    }

    @DELETE
    @Path("{id}/tokens")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(summary = "Revokes all tokens of a person")
    public void revokeTokens(@RestPath long id) {
        access.revokeTokens(asking.known(), id);
    }

    @DELETE
    @Path("{id}/lock-out")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(summary = "Lets a person try to sign in again who was locked out after wrong passwords")
    public void endLockOut(@RestPath long id) {
        access.endLockOut(asking.known(), id);
    }

    @DELETE
    @Path("{id}/single-sign-on")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(summary = "Unbinds a person's account at the provider of single sign-on, and ends his sessions")
    public void unbindSingleSignOn(@RestPath long id) {
        access.unbindSingleSignOn(asking.known(), id);
    }

    private static void requireBody(Object body) {
        if (body == null) {
            throw new Refused(Problem.MALFORMED, Message.of("PROBLEM_MALFORMED"));
        }
    }
}
