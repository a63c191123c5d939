package io.plimsoll.service.cycles;

import static io.plimsoll.service.right.Role.Name.AUDITOR;
import static io.plimsoll.service.right.Role.Name.CUSTOMER_MANAGER;
import static io.plimsoll.service.right.Role.Name.MARKET_MANAGER;
import static io.plimsoll.service.right.Role.Name.ORDER_DESK;
import static io.plimsoll.service.right.Role.Name.PLANNER;
import static io.plimsoll.service.right.Role.Name.RETAILER;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The supply of a cycle, for programs. */
@Path("/api/cycles/{cycle}/supply")
@Tag(name = "Supply")
public class SupplyResource {

    private final Cycles cycles;
    private final Supplies supplies;
    private final Asking asking;

    SupplyResource(Cycles cycles, Supplies supplies, Asking asking) {
        this.cycles = cycles;
        this.supplies = supplies;
        this.asking = asking;
    }

    /** The supply of one Sku. One of supply and unlimited has to be there, so that a slip of the pen is not unlimited. */
    @Schema(name = "Supply", examples = """
            {"supply": 1200, "unlimited": false, "forecast": 1350.5, "reason": "A lorry came late."}""")
    public record SupplyBody(
            @Schema(examples = "1200", nullable = true, minimum = "0", description = "cartons to share")
            BigDecimal supply,

            @Schema(examples = "false", description = "true instead of a supply: as much as is asked for")
            boolean unlimited,

            @Schema(examples = "1350.5", nullable = true, minimum = "0", description = "forecast demand in cartons")
            BigDecimal forecast,

            @Schema(
                    examples = "A lorry came late.",
                    nullable = true,
                    maxLength = 500,
                    description = "needed once supply is published")
            String reason) {

        Supplies.Amounts amounts() {
            if ((supply == null) != unlimited) {
                throw Refused.field("supply", Message.of("SUPPLY_OR_UNLIMITED_EXPECTED"));
            }
            return new Supplies.Amounts(supply, forecast, reason);
        }
    }

    @GET
    @Path("")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    @Operation(summary = "Supply by Sku; a supply of null is unlimited")
    public PageOf<SupplyLine> list(@RestPath String cycle, @Valid @BeanParam Paging paging) {
        cycles.find(asking.known(), cycle);
        return PageOf.of(supplies.list(cycle, paging), paging, supplies.count(cycle));
    }

    @GET
    @Path("{sku}")
    @RolesAllowed({RETAILER, CUSTOMER_MANAGER, MARKET_MANAGER, ORDER_DESK, PLANNER, AUDITOR})
    @Operation(summary = "The supply of a Sku, with its ETag")
    public Response find(@RestPath String cycle, @RestPath String sku) {
        cycles.find(asking.known(), cycle);
        SupplyLine line = supplies.find(cycle, sku).orElseThrow(Refused::notFound);
        return Versions.show(line, line.version()).build();
    }

    @PUT
    @Path("{sku}")
    @RolesAllowed(PLANNER)
    @Operation(
            summary = "Sets the supply of a Sku; needs If-Match, or If-None-Match: * for one that has none yet."
                    + " Once it is published, a correction with a reason that everybody sees")
    public Response put(@RestPath String cycle, @RestPath String sku, SupplyBody body, @Context HttpHeaders headers) {
        CycleResource.requireBody(body);
        SupplyLine line =
                supplies.put(asking.known(), cycle, sku, body.amounts(), there -> requireMatch(headers, there));
        return Versions.show(line, line.version()).build();
    }

    @DELETE
    @Path("{sku}")
    @RolesAllowed(PLANNER)
    @Operation(summary = "Takes a Sku out of a cycle that is not published yet; needs If-Match")
    public Response remove(@RestPath String cycle, @RestPath String sku, @Context HttpHeaders headers) {
        supplies.remove(
                asking.known(),
                cycle,
                sku,
                there -> Versions.requireMatch(
                        headers, there.orElseThrow(Refused::notFound).version()));
        return Response.noContent().build();
    }

    private static void requireMatch(HttpHeaders headers, Optional<SupplyLine> there) {
        boolean isToBeNew = "*".equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        if (isToBeNew && there.isPresent()) {
            throw new Refused(Problem.STALE, Message.of("PROBLEM_STALE"));
        }
        if (!isToBeNew) {
            Versions.requireMatch(headers, there.map(SupplyLine::version).orElse(-1L));
        }
    }
}
