package io.plimsoll.service.people;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who a program is to the service. */
@Path("/api/me")
@Tag(name = "People")
public class Me {

    private final Asking asking;

    Me(Asking asking) {
        this.asking = asking;
    }

    /** As whom a token acts. */
    public record Answer(String name, String displayName, Role role) {}

    @GET
    @Authenticated
    @Operation(summary = "As whom this token acts")
    public Answer me() {
        Viewer viewer = asking.known();
        return new Answer(viewer.name(), viewer.displayName(), viewer.role());
    }
}
