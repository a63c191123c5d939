package io.plimsoll.service.figures;

import io.plimsoll.service.master.Territories;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** Indicators over time, managers and territories. */
@Path("/indicators")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
public class IndicatorPages {

    private final Indicators indicators;
    private final IndicatorsOut out;
    private final Territories territories;
    private final Page page;

    IndicatorPages(Indicators indicators, IndicatorsOut out, Territories territories, Page page) {
        this.indicators = indicators;
        this.out = out;
        this.territories = territories;
        this.page = page;
    }

    @CheckedTemplate(basePath = "figures")
    static class Templates {
        static native TemplateInstance indicators(
                List<IndicatorChart> charts, Filled form, List<By> ways, List<Territories.Choice> territories);
    }

    @GET
    public TemplateInstance show(@BeanParam IndicatorFilter filter) {
        List<IndicatorSheet> sheets = indicators.all(filter);
        return Templates.indicators(
                IndicatorChart.of(sheets, page), Filled.with(filter.fields()), List.of(By.values()), territories.all());
    }

    @GET
    @Path("table")
    @Produces(MediaType.WILDCARD)
    public Response table(@BeanParam IndicatorFilter filter, @RestQuery String format) {
        return out.table(filter, format);
    }
}
