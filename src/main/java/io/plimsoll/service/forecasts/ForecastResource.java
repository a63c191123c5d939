package io.plimsoll.service.forecasts;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Versions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Forecasts, for programs. */
@Path("/api/forecasts")
@Tag(name = "Forecasts")
@RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
public class ForecastResource {

    private final Sheets sheets;
    private final Forecasts forecasts;
    private final Months months;

    ForecastResource(Sheets sheets, Forecasts forecasts, Months months) {
        this.sheets = sheets;
        this.forecasts = forecasts;
        this.months = months;
    }

    @GET
    @Operation(summary = "How far customer managers are with a month")
    public PageOf<Sheets.Summary> list(
            @Parameter(description = "Without it: the next month that can be forecast", example = "2026-12") @RestQuery
                    String period,
            @Valid @BeanParam Paging paging) {
        return sheets.of(months.asked(period), paging);
    }

    @GET
    @Path("{period}/{manager}")
    @Operation(summary = "What a customer manager forecasts for a month, per brand for all his shops together")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ForecastSheet.class)))
    public Response one(@RestPath String period, @RestPath String manager) {
        return show(sheets.of(period, manager));
    }

    @PUT
    @Path("{period}/{manager}")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    @Operation(
            summary = "Say or change forecasts, until the month begins",
            description = "Brands that are not named stay as they are; cartons null takes a forecast back.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ForecastSheet.class)))
    public Response say(
            @RestPath String period, @RestPath String manager, SheetEdit body, @Context HttpHeaders headers) {
        forecasts.say(period, manager, version -> Versions.requireMatch(headers, version), body);
        return show(sheets.of(period, manager));
    }

    private static Response show(ForecastSheet sheet) {
        return Versions.show(sheet, sheet.version()).build();
    }

    @GET
    @Path("{period}/{manager}/versions")
    @Operation(summary = "Everything that was ever said of it, the latest first")
    public PageOf<Sheets.Said> versions(
            @RestPath String period, @RestPath String manager, @Valid @BeanParam Paging paging) {
        return sheets.history(period, manager, paging);
    }
}
