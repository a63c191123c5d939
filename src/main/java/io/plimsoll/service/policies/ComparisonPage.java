package io.plimsoll.service.policies;

import io.plimsoll.exchange.ExchangeRefused;
import io.plimsoll.exchange.Exports;
import io.plimsoll.exchange.TableFormat;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.policy.CellChange;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Page;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Two policies beside each other: the cells in which they differ, by table. */
@Path("/policies")
@Produces(MediaType.TEXT_HTML)
public class ComparisonPage {

    private static final List<String> KINDS = List.of("ADDED", "REMOVED", "CHANGED");

    private final Policies policies;
    private final PolicyRecords records;
    private final PublishedPolicies published;
    private final Page page;

    ComparisonPage(Policies policies, PolicyRecords records, PublishedPolicies published, Page page) {
        this.policies = policies;
        this.records = records;
        this.published = published;
        this.page = page;
    }

    @CheckedTemplate(basePath = "policies")
    static class Templates {
        static native TemplateInstance comparison(PolicyView policy, Compared compared, Choices choices);
    }

    /**
     * What came of comparing.
     *
     * @param groups the changes of this page by table
     * @param part which part of all that the filter left
     * @param query the filter as a part of the address
     */
    record Compared(Differences differences, List<Group> groups, PageOf<CellChange> part, String query) {}

    /** The changes of one table. */
    record Group(String key, List<Tables.Change> changes) {}

    /** What there is to choose from, and what is chosen. */
    record Choices(
            List<PolicyRecords.Choice> versions, List<String> tables, String with, String table, String change) {}

    @GET
    @Path("{digest}/comparison")
    @RolesAllowed({
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public TemplateInstance compare(
            @RestPath String digest,
            @RestQuery String with,
            @RestQuery String table,
            @RestQuery String change,
            @Valid @BeanParam Paging paging) {
        PolicyView policy = records.find(digest).orElseThrow(Refused::notFound);
        PolicyVersion after = version(digest);
        String other = published.other(with, digest);
        Differences differences = Differences.between(version(other), after, table, kind(change));
        List<CellChange> part = differences.part(paging);
        List<String> tables = after.sheets().stream().map(Tables::file).toList();
        Compared compared = new Compared(
                differences,
                groups(part),
                PageOf.of(part, paging, differences.cells().size()),
                "?with=" + other + filter("table", known(table, tables)) + filter("change", known(change, KINDS))
                        + "&");
        return Templates.comparison(
                policy,
                compared,
                new Choices(records.choices(), tables, other, known(table, tables), known(change, KINDS)));
    }

    private static String known(String value, List<String> values) {
        return value != null && values.contains(value) ? value : "";
    }

    private static String filter(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + value;
    }

    private static CellChange.Kind kind(String change) {
        return known(change, KINDS).isEmpty() ? null : CellChange.Kind.valueOf(change);
    }

    private List<Group> groups(List<CellChange> part) {
        Map<String, List<Tables.Change>> groups = part.stream()
                .collect(Collectors.groupingBy(
                        cell -> Tables.key(cell.table()),
                        LinkedHashMap::new,
                        Collectors.mapping(cell -> Tables.change(page, cell), Collectors.toList())));
        List<Group> list = new ArrayList<>();
        groups.forEach((key, changes) -> list.add(new Group(key, changes)));
        return list;
    }

    @GET
    @Path("{digest}/comparison.csv")
    @Produces("text/csv; charset=UTF-8")
    @RolesAllowed({
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public Response export(@RestPath String digest, @RestQuery String with) {
        PolicyVersion after = version(digest);
        PolicyVersion before = version(published.other(with, digest));
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try {
            Exports.table(
                    TableFormat.CSV,
                    "changes",
                    List.of("table", "key", "column", "change", "before", "after"),
                    before.comparedWith(after).changes().stream()
                            .map(ComparisonPage::row)
                            .iterator(),
                    csv);
        } catch (IOException | ExchangeRefused impossible) {
            throw new IllegalStateException(impossible);
        }
        String name = "changes-" + before.version() + "-" + after.version() + ".csv";
        return Response.ok(csv.toByteArray())
                .header(HttpHeaders.CONTENT_DISPOSITION, Downloads.named(name))
                .build();
    }

    private static List<String> row(CellChange change) {
        return List.of(
                change.table(),
                change.keyText(),
                change.column(),
                change.kind().name(),
                change.before().orElse(""),
                change.after().orElse(""));
    }

    private PolicyVersion version(String digest) {
        return policies.find(digest).orElseThrow(Refused::notFound);
    }
}
