package io.plimsoll.service.uploads;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Data as files, for people: what each may take out, and in which ways. */
@Path("/downloads")
public class DownloadsPage {

    private final TakingOut out;
    private final Sql sql;
    private final Asking asking;

    DownloadsPage(TakingOut out, Sql sql, Asking asking) {
        this.out = out;
        this.sql = sql;
        this.asking = asking;
    }

    /**
     * A cycle that data can be taken of.
     *
     * @param isWhole whether it is frozen and goes out as a whole
     * @param run the one in force, which goes out with it to be verified; null: none
     * @param tables those that are there for the one who asks
     */
    public record CycleFiles(String cycle, String state, boolean isWhole, Long run, List<String> tables) {

        /** The name as an address holds it. */
        public String segment() {
            return URLEncoder.encode(cycle, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    @CheckedTemplate(basePath = "uploads")
    static class Templates {
        static native TemplateInstance downloads(PageOf<CycleFiles> cycles, List<String> registers);
    }

    @GET
    @Path("/")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public TemplateInstance list(@Valid @BeanParam Paging paging) {
        Role role = asking.known().role();
        boolean seesAll = role == Role.PLANNER || role == Role.AUDITOR;
        String shown = seesAll ? "TRUE" : "state NOT IN ('PLANNED', 'CANCELLED')";
        record Found(String cycle, String state, boolean isFrozen, Long run) {}
        List<CycleFiles> cycles = sql
                .list(
                        "SELECT c.cycle, c.state, EXISTS (SELECT 1 FROM cycle_retailer f WHERE f.cycle = c.cycle),"
                                + " (SELECT a.id FROM allocation_run a WHERE a.cycle = c.cycle AND a.in_force) AS run"
                                + " FROM cycle c WHERE " + shown
                                + " ORDER BY c.period DESC, c.number_in_period DESC LIMIT ? OFFSET ?",
                        row -> new Found(row.getString(1), row.getString(2), row.getBoolean(3), Sql.whole(row, "run")),
                        paging.size,
                        paging.offset())
                .stream()
                .map(each -> new CycleFiles(
                        each.cycle(),
                        each.state(),
                        each.isFrozen() && seesAll,
                        seesAll ? each.run() : null,
                        Arrays.stream(OutTable.values())
                                .filter(table -> table.isFor(role))
                                .filter(table -> each.run() != null || table != OutTable.GRANTS)
                                .filter(table -> each.isFrozen() || table != OutTable.RETAILERS)
                                .map(OutTable::fileName)
                                .toList()))
                .toList();
        List<String> registers =
                seesAll ? List.of("retailers", "skus") : role == Role.RETAILER ? List.of() : List.of("retailers");
        return Templates.downloads(
                PageOf.of(cycles, paging, sql.count("SELECT COUNT(*) FROM cycle WHERE " + shown)), registers);
    }

    @GET
    @Path("cycles/{cycle}")
    @RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
    public Response cycle(@RestPath String cycle, @RestQuery @DefaultValue("exact") String form) {
        return out.cycle(asking.known(), cycle, form);
    }

    @GET
    @Path("cycles/{cycle}/runs/{run}")
    @RolesAllowed({Role.Name.PLANNER, Role.Name.AUDITOR})
    public Response run(@RestPath String cycle, @RestPath long run) {
        return out.run(asking.known(), cycle, run);
    }

    @GET
    @Path("cycles/{cycle}/{table}")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public Response table(
            @RestPath String cycle, @RestPath String table, @RestQuery @DefaultValue("csv-marked") String format) {
        return out.table(asking.known(), cycle, table, format);
    }

    @GET
    @Path("register/{table}")
    @RolesAllowed({Role.Name.CUSTOMER_MANAGER, Role.Name.MARKET_MANAGER, Role.Name.PLANNER, Role.Name.AUDITOR})
    public Response register(@RestPath String table, @RestQuery @DefaultValue("csv-marked") String format) {
        return out.register(asking.known(), table, format);
    }
}
