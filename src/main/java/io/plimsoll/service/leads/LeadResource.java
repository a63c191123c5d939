package io.plimsoll.service.leads;

import io.plimsoll.message.Message;
import io.plimsoll.service.leads.Bodies.Assignment;
import io.plimsoll.service.leads.Bodies.Closing;
import io.plimsoll.service.leads.Bodies.Comment;
import io.plimsoll.service.leads.Bodies.NewLead;
import io.plimsoll.service.leads.Bodies.NewSubject;
import io.plimsoll.service.leads.Bodies.Proposal;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Versions;
import io.plimsoll.text.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Leads, for programs. */
@Path("/api")
@Tag(name = "Leads")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.Name.CUSTOMER_MANAGER,
    Role.Name.MARKET_MANAGER,
    Role.Name.ORDER_DESK,
    Role.Name.PLANNER,
    Role.Name.AUDITOR
})
public class LeadResource {

    private static final String FORMATS =
            "csv (UTF-8), csv-marked (the same with a byte order mark), csv-gb18030, xlsx";

    private final Leads leads;
    private final LeadRaising raising;
    private final LeadActs acts;
    private final CaseFiles caseFiles;
    private final CaseFilePdf pdf;
    private final LeadFiles files;
    private final Rates rates;
    private final Violations violations;
    private final Prohibitions prohibitions;
    private final OwnComplaints complaints;
    private final Once once;
    private final Asking asking;

    LeadResource(
            Leads leads,
            LeadRaising raising,
            LeadActs acts,
            CaseFiles caseFiles,
            CaseFilePdf pdf,
            LeadFiles files,
            Rates rates,
            Violations violations,
            Prohibitions prohibitions,
            OwnComplaints complaints,
            Once once,
            Asking asking) {
        this.leads = leads;
        this.raising = raising;
        this.acts = acts;
        this.caseFiles = caseFiles;
        this.pdf = pdf;
        this.files = files;
        this.rates = rates;
        this.violations = violations;
        this.prohibitions = prohibitions;
        this.complaints = complaints;
        this.once = once;
        this.asking = asking;
    }

    @GET
    @Path("leads")
    @Operation(
            summary = "The leads that are yours to see",
            description =
                    "Auditors see all but those that are about themselves; others what they raised or are to check.")
    public PageOf<LeadSummary> list(@Valid @BeanParam LeadFilter filter, @Valid @BeanParam Paging paging) {
        return leads.list(filter, paging);
    }

    @POST
    @Path("leads")
    @Transactional
    @Operation(
            summary = "Raise a lead: by a finding of a run, or by what you saw or heard",
            description = "Planners and auditors, who see what runs raised, give run and position.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Lead.class)))
    public Response raise(NewLead body) {
        NewLead given = Checks.present(body);
        return once.create(given, () -> created(raising.raise(asking.known(), given)));
    }

    @GET
    @Path("leads/{lead}")
    @Operation(summary = "A lead, with all that was done to it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Lead.class)))
    public Response find(@RestPath long lead) {
        return shown(leads.find(lead));
    }

    @GET
    @Path("leads/{lead}/case-file.pdf")
    @Produces({MediaType.APPLICATION_JSON, "application/pdf"})
    @Operation(summary = "The case file of a lead as PDF, in the language that is accepted")
    public Response caseFile(@RestPath long lead) {
        return LeadPages.pdf(caseFiles, pdf, lead);
    }

    @POST
    @Path("leads/{lead}/comments")
    @Transactional
    @Operation(summary = "Comment on a lead")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Lead.class)))
    public Response comment(@RestPath long lead, Comment body) {
        Comment given = Checks.present(body);
        leads.require(lead);
        return once.create(given, () -> created(acts.comment(asking.known(), lead, given.words(), List.of())));
    }

    @POST
    @Path("leads/{lead}/attachments")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Attach a file that is the body itself",
            description = "PDF, PNG, JPEG, text or a workbook without macros, told by its content; at most 5 MB.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Lead.class)))
    public Response attach(
            @RestPath long lead,
            InputStream content,
            @Parameter(description = "what the file is called") @RestQuery String file,
            @Parameter(description = "a comment on it") @RestQuery String words) {
        leads.require(lead);
        LeadActs.Sent sent = new LeadActs.Sent(file, read(content));
        String asked = file + "\n" + words + "\n" + Sha256.of(sent.content());
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        once.create(asked, () -> created(acts.comment(asking.known(), lead, words, List.of(sent)))));
    }

    private static byte[] read(InputStream content) {
        try {
            byte[] read = content == null ? new byte[0] : content.readNBytes(LeadActs.MOST_BYTES + 1);
            if (read.length > LeadActs.MOST_BYTES) {
                throw new Refused(Problem.TOO_LARGE, Message.of("LEAD_FILE_LARGE", "most", LeadActs.MOST_BYTES >> 20));
            }
            return read;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @GET
    @Path("leads/attachments/{attachment}")
    @Produces({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "A file that was attached to a lead that is yours to see")
    public Response attachment(@RestPath long attachment) {
        return LeadPages.attachment(leads, caseFiles, attachment);
    }

    @POST
    @Path("leads/{lead}/subjects")
    @Transactional
    @Operation(
            summary = "Say whom or what a lead is about",
            description = "For auditors and whoever checks it. A person who is named does not see it from now on.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Lead.class)))
    public Response name(@RestPath long lead, NewSubject body) {
        NewSubject given = Checks.present(body);
        leads.require(lead);
        return once.create(given, () -> created(acts.name(asking.known(), lead, given)));
    }

    @POST
    @Path("leads/{lead}/assignment")
    @RolesAllowed(Role.Name.AUDITOR)
    @Operation(summary = "Say who checks a lead, and until when")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Lead.class)))
    public Response assign(@RestPath long lead, Assignment body) {
        return shown(acts.assign(asking.known(), lead, Checks.present(body)));
    }

    @POST
    @Path("leads/{lead}/proposal")
    @Operation(summary = "Whoever checks a lead says what he found")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Lead.class)))
    public Response propose(@RestPath long lead, Proposal body) {
        return shown(acts.propose(asking.known(), lead, Checks.present(body)));
    }

    @POST
    @Path("leads/{lead}/closing")
    @RolesAllowed(Role.Name.AUDITOR)
    @Operation(summary = "An auditor closes a lead; one that is verified is a violation from then on")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Lead.class)))
    public Response close(@RestPath long lead, Closing body) {
        return shown(acts.close(asking.known(), lead, Checks.present(body)));
    }

    @GET
    @Path("leads/file")
    @RolesAllowed(Role.Name.AUDITOR)
    @Produces({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "The leads that are asked for, as a table")
    public Response file(
            @Valid @BeanParam LeadFilter filter,
            @Parameter(description = FORMATS) @RestQuery @DefaultValue("csv") String format) {
        return files.leads(filter, format);
    }

    @GET
    @Path("leads/rates")
    @RolesAllowed(Role.Name.AUDITOR)
    @Operation(summary = "The verified rate by what raised leads, and by who did")
    public Rates.All rates() {
        return rates.all();
    }

    @GET
    @Path("leads/rates/file")
    @RolesAllowed(Role.Name.AUDITOR)
    @Produces({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @Operation(summary = "The same as a table")
    public Response ratesFile(
            @Parameter(description = "source or person") @RestQuery @DefaultValue("source") String by,
            @Parameter(description = FORMATS) @RestQuery @DefaultValue("csv") String format) {
        return files.rates(by, format);
    }

    @GET
    @Path("violations")
    @RolesAllowed(Role.Name.AUDITOR)
    @Operation(summary = "Leads that were verified, each with what was violated; the latest first")
    public PageOf<Violations.Violation> violations(@Valid @BeanParam Paging paging) {
        return violations.list(paging);
    }

    @GET
    @Path("prohibitions")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    @Operation(summary = "What is prohibited (R23)")
    public List<Prohibitions.Prohibition> prohibitions() {
        return prohibitions.all();
    }

    @GET
    @Path("complaints")
    @RolesAllowed(Role.Name.RETAILER)
    @Operation(summary = "What became of your complaints")
    public PageOf<OwnComplaints.OwnComplaint> complaints(@Valid @BeanParam Paging paging) {
        return complaints.list(asking.known(), paging);
    }

    private static Response created(Lead lead) {
        return Response.created(URI.create("/api/leads/" + lead.id()))
                .tag(Versions.tag(lead.version()))
                .entity(lead)
                .build();
    }

    private static Response shown(Lead lead) {
        return Versions.show(lead, lead.version()).build();
    }
}
