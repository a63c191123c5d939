package io.plimsoll.service.master;

import io.plimsoll.service.master.AgreedTotals.AgreedTotal;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The figures of a retailer that others decide or derive, for programs. */
@Path("/api")
@Tag(name = "Retailers")
@RolesAllowed({
    Role.Name.RETAILER,
    Role.Name.CUSTOMER_MANAGER,
    Role.Name.MARKET_MANAGER,
    Role.Name.ORDER_DESK,
    Role.Name.PLANNER,
    Role.Name.AUDITOR
})
public class FiguresResource {

    private final RetailerRegister register;
    private final Standings standings;
    private final AgreedTotals totals;
    private final SizeClasses sizeClasses;

    FiguresResource(RetailerRegister register, Standings standings, AgreedTotals totals, SizeClasses sizeClasses) {
        this.register = register;
        this.standings = standings;
        this.totals = totals;
        this.sizeClasses = sizeClasses;
    }

    @GET
    @Path("retailers/{licence}/standing")
    @Operation(summary = "Agreed total, granted so far and ceiling of the present month")
    public Standing standing(@RestPath String licence) {
        return standings.of(register.read(licence));
    }

    @GET
    @Path("retailers/{licence}/agreed-totals")
    @Operation(summary = "All totals that were proposed, latest month first; neither orders nor targets")
    public PageOf<AgreedTotal> agreedTotals(@RestPath String licence, @Valid @BeanParam Paging paging) {
        register.read(licence);
        return page(totals.history(licence), paging);
    }

    @GET
    @Path("retailers/{licence}/size-classes")
    @Operation(summary = "The size class month by month, with its evidence")
    public PageOf<SizeClasses.Evidence> sizeClasses(@RestPath String licence, @Valid @BeanParam Paging paging) {
        register.read(licence);
        return page(sizeClasses.of(licence), paging);
    }

    /** One retailer has a dozen of these a year; so they are all read. */
    private static <T> PageOf<T> page(List<T> all, Paging paging) {
        List<T> items = all.stream().skip(paging.offset()).limit(paging.size).toList();
        return PageOf.of(items, paging, all.size());
    }
}
