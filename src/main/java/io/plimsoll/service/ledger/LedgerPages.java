package io.plimsoll.service.ledger;

import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.SealedDay;
import io.plimsoll.service.right.Role;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The ledger for auditors: its head to be printed and kept, its days, and all of it to be taken away. */
@Path("/ledger")
@Produces(MediaType.TEXT_HTML)
public class LedgerPages {

    private static final int DAYS_SHOWN = 400;

    private final Ledger ledger;

    LedgerPages(Ledger ledger) {
        this.ledger = ledger;
    }

    @CheckedTemplate(basePath = "ledger")
    static class Templates {
        static native TemplateInstance ledger(Head head, List<SealedDay> days);
    }

    @GET
    @RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
    public TemplateInstance ledger() {
        return Templates.ledger(ledger.head(), ledger.lastDays(DAYS_SHOWN));
    }
}
