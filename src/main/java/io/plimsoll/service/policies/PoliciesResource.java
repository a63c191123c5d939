package io.plimsoll.service.policies;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.message.Message;
import io.plimsoll.policy.CellChange;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Release policies, for programs. */
@Path("/api/policies")
@Tag(name = "Policies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PoliciesResource {

    private static final String TEXT_CSV = "text/csv; charset=UTF-8";

    private final Policies policies;
    private final PolicyRecords records;
    private final PublishedPolicies published;
    private final Importing importing;
    private final Approval approval;
    private final Asking asking;
    private final Once once;

    PoliciesResource(
            Policies policies,
            PolicyRecords records,
            PublishedPolicies published,
            Importing importing,
            Approval approval,
            Asking asking,
            Once once) {
        this.policies = policies;
        this.records = records;
        this.published = published;
        this.importing = importing;
        this.approval = approval;
        this.asking = asking;
        this.once = once;
    }

    /** A policy to be imported. */
    @Schema(examples = """
                    {"tables":{"policy.csv":"name\\nspring\\n",\
                    "floats.csv":"size_class,percent\\nLARGE,10\\nMEDIUM,8\\nSMALL,15\\n",\
                    "weights.csv":"size_class,weight\\nLARGE,4\\nMEDIUM,2\\nSMALL,1\\n"}}""")
    public record NewPolicy(
            @Schema(required = true, description = "Tables as CSV, by the names of their files")
            Map<String, String> tables) {}

    /** What a planner decides about another's policy. */
    @Schema(
            examples = {
                "{\"decision\":\"REFUSED\",\"effectiveFrom\":null,\"reason\":\"The weight of SMALL was to stay 1.\"}",
                "{\"decision\":\"APPROVED\",\"effectiveFrom\":\"2026-12\"}"
            })
    public record Decision(
            @Schema(required = true) Verdict decision,

            @Schema(
                    maxLength = 64,
                    description = "A planned cycle, or a month in which none has begun; without one"
                            + " it is effective from the next cycle")
            String effectiveFrom,

            @Schema(maxLength = 500, description = "Why it is refused")
            String reason) {}

    /** What can be decided. */
    public enum Verdict {
        APPROVED,
        REFUSED
    }

    /**
     * A policy with what its tables are.
     *
     * @param tables those that have rows
     */
    public record PolicyAnswer(PolicyView policy, List<TableAnswer> tables) {}

    /** A table of a policy. */
    public record TableAnswer(String file, List<String> columns, int rows) {}

    /** Two policies, cell by cell. */
    public record ComparisonAnswer(
            String before, String after, int added, int removed, int changed, PageOf<CellAnswer> cells) {}

    /** One cell that two policies do not share; before or after is null where there is no such row. */
    public record CellAnswer(
            String table, Map<String, String> key, String column, CellChange.Kind change, String before, String after) {

        static CellAnswer of(CellChange change) {
            return new CellAnswer(
                    change.table(),
                    change.key(),
                    change.column(),
                    change.kind(),
                    change.before().orElse(null),
                    change.after().orElse(null));
        }
    }

    @GET
    @Path("/")
    @RolesAllowed({
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    @Operation(summary = "All policy versions, the latest first, in pages")
    public PageOf<PolicyView> list(@Valid @BeanParam Paging paging) {
        return records.list(paging);
    }

    @POST
    @Path("/")
    @RolesAllowed(Role.Name.PLANNER)
    @Transactional
    @Operation(
            summary = "Imports a policy",
            description = "Needs an Idempotency-Key. Content that is there already is answered with 200 and the version"
                    + " that is there, under the name that it has.")
    @APIResponse(
            responseCode = "201",
            description = "Imported; it binds once another planner has approved it",
            content = @Content(schema = @Schema(implementation = PolicyAnswer.class)))
    public Response add(NewPolicy policy) {
        if (policy == null || policy.tables() == null) {
            throw Refused.field("tables", Message.of("POLICY_FILES_EXPECTED"));
        }
        return store(importing.read(policy.tables()), policy);
    }

    @POST
    @Path("/")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Role.Name.PLANNER)
    @Transactional
    @Operation(
            summary = "Imports a policy out of files",
            description = "One or several files in the field files: CSV, XLSX or ZIP. Needs an Idempotency-Key.")
    public Response form(@RestForm("files") List<FileUpload> files) {
        PolicyVersion version = importing.read(PoliciesPage.sent(files));
        return store(version, version.digest());
    }

    @POST
    @Path("/")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Name.PLANNER)
    @Transactional
    @Operation(
            summary = "Imports a policy out of a file that is the body itself",
            description = "A ZIP of tables, or a workbook with a sheet for each. Needs an Idempotency-Key.")
    public Response raw(
            InputStream content,
            @Parameter(description = "What the file is called; says which table a table alone is") @RestQuery
                    String file) {
        PolicyVersion version = importing.read(content, file == null ? "" : file);
        return store(version, version.digest());
    }

    private Response store(PolicyVersion version, Object asked) {
        return once.create(asked, () -> {
            Policies.Stored stored = policies.store(version, Optional.of(asking.known()));
            return Response.status(stored.isNew() ? Response.Status.CREATED : Response.Status.OK)
                    .location(address(stored.digest()))
                    .entity(answer(stored.digest()))
                    .build();
        });
    }

    @GET
    @Path("{digest}")
    @RolesAllowed({
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    @Operation(summary = "One policy version: who handed it in, what was decided, which cycles it binds, its tables")
    public PolicyAnswer show(@RestPath String digest) {
        return answer(digest);
    }

    @GET
    @Path("{digest}/tables/{file}")
    @Produces(TEXT_CSV)
    @RolesAllowed({
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    @Operation(summary = "One table as CSV, byte for byte what the digest is made of")
    public byte[] table(@RestPath String digest, @RestPath String file) {
        byte[] table = version(digest).files().get("policy/" + file);
        if (table == null) {
            throw Refused.notFound();
        }
        return table;
    }

    @GET
    @Path("{digest}/comparison")
    @RolesAllowed({
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    @Operation(
            summary = "In which cells this policy differs from another, in pages",
            description = "Without another one: from the policy in force")
    public ComparisonAnswer compare(@RestPath String digest, @RestQuery String with, @Valid @BeanParam Paging paging) {
        Differences differences =
                Differences.between(version(published.other(with, digest)), version(digest), null, null);
        return new ComparisonAnswer(
                differences.before(),
                differences.after(),
                differences.added(),
                differences.removed(),
                differences.changed(),
                PageOf.of(
                        differences.part(paging).stream().map(CellAnswer::of).toList(),
                        paging,
                        differences.cells().size()));
    }

    @POST
    @Path("{digest}/approval")
    @RolesAllowed(Role.Name.PLANNER)
    @Transactional
    @Operation(
            summary = "Approves or refuses a policy that another planner imported",
            description =
                    "Needs an Idempotency-Key. An approval is final, and so is the cycle that it is effective from.")
    @APIResponse(
            responseCode = "201",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = PolicyAnswer.class)))
    public Response decide(@RestPath String digest, Decision decision) {
        if (decision == null || decision.decision() == null) {
            throw Refused.field("decision", Message.of("POLICY_DECISION_EXPECTED"));
        }
        return once.create(decision, () -> {
            if (decision.decision() == Verdict.APPROVED) {
                approval.approve(asking.known(), digest, decision.effectiveFrom());
            } else {
                approval.refuse(asking.known(), digest, decision.reason());
            }
            return Response.created(address(digest)).entity(answer(digest)).build();
        });
    }

    private PolicyAnswer answer(String digest) {
        PolicyView policy = records.find(digest).orElseThrow(Refused::notFound);
        List<TableAnswer> tables = version(digest).sheets().stream()
                .filter(sheet -> !sheet.rows().isEmpty())
                .map(sheet -> new TableAnswer(
                        Tables.file(sheet), sheet.columns(), sheet.rows().size()))
                .toList();
        return new PolicyAnswer(policy, tables);
    }

    private PolicyVersion version(String digest) {
        return policies.find(digest).orElseThrow(Refused::notFound);
    }

    private static URI address(String digest) {
        return URI.create("/api/policies/" + digest);
    }
}
