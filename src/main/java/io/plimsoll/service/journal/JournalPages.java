package io.plimsoll.service.journal;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Filled;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** The journal, for auditors to read. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class JournalPages {

    private final JournalReading reading;

    JournalPages(JournalReading reading) {
        this.reading = reading;
    }

    @CheckedTemplate(basePath = "journal")
    static class Templates {
        static native TemplateInstance journal(
                JournalReading.Part part, Filled form, List<Act> acts, List<Subject.Kind> kinds);

        static native TemplateInstance entry(JournalEntry entry);
    }

    @GET
    @Path("journal")
    @RolesAllowed(Role.Name.AUDITOR)
    public TemplateInstance journal(@Valid @BeanParam JournalFilter filter) {
        return Templates.journal(
                reading.part(filter),
                Filled.with(filter.fields()),
                List.of(Act.values()),
                List.of(Subject.Kind.values()));
    }

    @GET
    @Path("journal/{number}")
    @RolesAllowed(Role.Name.AUDITOR)
    public TemplateInstance entry(@RestPath long number) {
        return Templates.entry(reading.one(number));
    }
}
