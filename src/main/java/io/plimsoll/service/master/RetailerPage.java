package io.plimsoll.service.master;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.JournalEntry;
import io.plimsoll.service.journal.JournalReading;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.master.AgreedTotals.AgreedTotal;
import io.plimsoll.service.master.GrantsOfCycles.GrantOfCycle;
import io.plimsoll.service.master.ShopRecord.Complaint;
import io.plimsoll.service.master.ShopRecord.Receiver;
import io.plimsoll.service.master.ShopRecord.StockCheck;
import io.plimsoll.service.master.ShopRecord.Visit;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** All that is known of one retailer. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class RetailerPage {

    private static final int MOST_ACTS = 20;

    private final RetailerRegister register;
    private final Standings standings;
    private final AgreedTotals totals;
    private final SizeClasses sizeClasses;
    private final GrantsOfCycles grants;
    private final ShopRecords records;
    private final Receivers receivers;
    private final JournalReading journal;
    private final Sql sql;
    private final Asking asking;
    private final List<BesideRetailer> others;

    RetailerPage(
            RetailerRegister register,
            Standings standings,
            AgreedTotals totals,
            SizeClasses sizeClasses,
            GrantsOfCycles grants,
            ShopRecords records,
            Receivers receivers,
            JournalReading journal,
            Sql sql,
            Asking asking,
            @All List<BesideRetailer> others) {
        this.register = register;
        this.standings = standings;
        this.totals = totals;
        this.sizeClasses = sizeClasses;
        this.grants = grants;
        this.records = records;
        this.receivers = receivers;
        this.journal = journal;
        this.sql = sql;
        this.asking = asking;
        this.others = others;
    }

    @CheckedTemplate(basePath = "master")
    static class Templates {
        static native TemplateInstance retailer(
                RegisteredRetailer retailer,
                Standing standing,
                List<String> beside,
                List<SizeClasses.Evidence> classes,
                List<AgreedTotal> totals,
                List<GrantOfCycle> grants,
                OnRecord onRecord,
                List<JournalEntry> acts,
                List<SignIn> signIns);
    }

    /** The latest of what is on record about the shop. */
    record OnRecord(
            PageOf<Receiver> receivers,
            PageOf<Complaint> complaints,
            PageOf<Visit> visits,
            PageOf<StockCheck> stockChecks) {}

    @GET
    @Path("retailers/{licence}")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public TemplateInstance retailer(@RestPath String licence) {
        RegisteredRetailer retailer = register.read(licence);
        return Templates.retailer(
                retailer,
                standings.of(retailer),
                others.stream()
                        .flatMap(other -> other.of(licence, asking.known()).stream())
                        .map(TemplateInstance::render)
                        .toList(),
                sizeClasses.of(licence),
                totals.history(licence),
                grants.of(licence),
                onRecord(licence),
                journal.timeline(Subject.retailer(licence), MOST_ACTS),
                signIns(licence));
    }

    /** Who may sign in for a shop: whoever is not of it is for its keeper to see. */
    record SignIn(String name, String displayName, Instant since) {}

    private List<SignIn> signIns(String licence) {
        return sql.list(
                "SELECT name, display_name, created_at FROM person WHERE role = 'RETAILER' AND active AND retailer = ?"
                        + " ORDER BY id",
                row -> new SignIn(row.getString(1), row.getString(2), Sql.moment(row, "created_at")),
                licence);
    }

    private OnRecord onRecord(String licence) {
        Paging latest = new Paging();
        return new OnRecord(
                receivers.list(licence, latest),
                records.complaints(licence, latest),
                records.visits(licence, latest),
                records.stockChecks(licence, latest));
    }
}
