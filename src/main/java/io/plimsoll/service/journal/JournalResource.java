package io.plimsoll.service.journal;

import io.plimsoll.service.right.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The journal, for the programs of auditors. */
@Path("/api")
@Tag(name = "Journal")
public class JournalResource {

    private final JournalReading reading;

    JournalResource(JournalReading reading) {
        this.reading = reading;
    }

    @GET
    @Path("journal")
    @RolesAllowed(Role.Name.AUDITOR)
    @Operation(summary = "The acts, newest first; go on with before=next")
    public JournalReading.Part journal(@Valid @BeanParam JournalFilter filter) {
        return reading.part(filter);
    }

    @GET
    @Path("journal/{number}")
    @RolesAllowed(Role.Name.AUDITOR)
    @Operation(summary = "One act")
    public JournalEntry entry(@RestPath long number) {
        return reading.one(number);
    }
}
