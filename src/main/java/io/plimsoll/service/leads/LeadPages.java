package io.plimsoll.service.leads;

import io.plimsoll.message.Message;
import io.plimsoll.rule.Severity;
import io.plimsoll.service.findings.Raised;
import io.plimsoll.service.leads.Bodies.Assignment;
import io.plimsoll.service.leads.Bodies.Closing;
import io.plimsoll.service.leads.Bodies.NewSubject;
import io.plimsoll.service.leads.Bodies.Proposal;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Page;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.plimsoll.text.Sha256;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The list of leads, the page of each, where everybody takes his own steps, and its case file. */
@Path("/leads")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Role.Name.CUSTOMER_MANAGER,
    Role.Name.MARKET_MANAGER,
    Role.Name.ORDER_DESK,
    Role.Name.PLANNER,
    Role.Name.AUDITOR
})
public class LeadPages {

    private static final List<Severity> SEVERITIES = List.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO);
    private static final int MEBI = 1 << 20;

    private final Leads leads;
    private final LeadRaising raising;
    private final LeadActs acts;
    private final CaseFiles caseFiles;
    private final CaseFilePdf pdf;
    private final LeadFiles files;
    private final Rates rates;
    private final Violations violations;
    private final Prohibitions prohibitions;
    private final RuleSentences rules;
    private final Staff staff;
    private final Once once;
    private final Asking asking;
    private final Page page;

    LeadPages(
            Leads leads,
            LeadRaising raising,
            LeadActs acts,
            CaseFiles caseFiles,
            CaseFilePdf pdf,
            LeadFiles files,
            Rates rates,
            Violations violations,
            Prohibitions prohibitions,
            RuleSentences rules,
            Staff staff,
            Once once,
            Asking asking,
            Page page) {
        this.leads = leads;
        this.raising = raising;
        this.acts = acts;
        this.caseFiles = caseFiles;
        this.pdf = pdf;
        this.files = files;
        this.rates = rates;
        this.violations = violations;
        this.prohibitions = prohibitions;
        this.rules = rules;
        this.staff = staff;
        this.once = once;
        this.asking = asking;
        this.page = page;
    }

    /** What can be chosen in the filters and forms. */
    record Choices(List<LeadState> states, List<Severity> severities, List<LeadSource> sources) {

        static Choices all() {
            return new Choices(List.of(LeadState.values()), SEVERITIES, List.of(LeadSource.values()));
        }
    }

    /** What the one who asks may do to a lead now. */
    record May(boolean comment, boolean assign, boolean name, boolean propose, boolean close) {

        static May of(Viewer viewer, Lead lead, boolean isChecker) {
            boolean isOpen = !lead.isClosed();
            boolean isAuditor = viewer.role() == Role.AUDITOR;
            return new May(
                    isOpen,
                    isOpen && isAuditor,
                    isOpen && (isAuditor || isChecker),
                    isOpen && isChecker,
                    isOpen && isAuditor);
        }
    }

    /**
     * What the page of a lead shows.
     *
     * @param law what the law book says of the rule that is cited
     * @param prohibition that was violated; null where none was
     * @param inForce what can be violated today
     */
    record Shown(
            Lead lead,
            List<String> law,
            Prohibitions.Prohibition prohibition,
            May may,
            List<Staff.Somebody> staff,
            List<Prohibitions.Prohibition> inForce,
            List<LeadResult> results,
            int mostMegabytes) {}

    @CheckedTemplate(basePath = "leads")
    static class Templates {
        static native TemplateInstance list(
                PageOf<LeadSummary> list, Filled form, LeadFilter filter, Choices choices, List<Staff.Somebody> staff);

        static native TemplateInstance raise(Raised finding, Filled form, Choices choices, List<Staff.Somebody> staff);

        static native TemplateInstance lead(Shown shown, StepForm.Shown form);

        static native TemplateInstance caseFile(CaseFile file);

        static native TemplateInstance caseFilePdf(CaseFile file);

        static native TemplateInstance violations(PageOf<Violations.Violation> list);

        static native TemplateInstance prohibitions(List<Prohibitions.Prohibition> list, LocalDate today);

        static native TemplateInstance rates(Rates.All rates);
    }

    @GET
    @Path("")
    public TemplateInstance list(@Valid @BeanParam LeadFilter filter, @Valid @BeanParam Paging paging) {
        return Templates.list(
                leads.list(filter, paging), Filled.with(filter.fields()), filter, Choices.all(), staff.all());
    }

    @GET
    @Path("file")
    @RolesAllowed(Role.Name.AUDITOR)
    public Response file(@Valid @BeanParam LeadFilter filter, @RestQuery @DefaultValue("csv-marked") String format) {
        return files.leads(filter, format);
    }

    @GET
    @Path("new")
    public TemplateInstance newLead(
            @RestQuery String run,
            @RestQuery String audit,
            @RestQuery String position,
            @RestQuery String licence,
            @RestQuery String sku,
            @RestQuery String cycle,
            @RestQuery String rule) {
        Map<String, String> fields = Filled.fields(
                "run",
                run,
                "audit",
                audit,
                "position",
                position,
                "licence",
                licence,
                "sku",
                sku,
                "cycle",
                cycle,
                "rule",
                rule,
                "severity",
                Severity.WARNING);
        return raise(Filled.with(fields));
    }

    private TemplateInstance raise(Filled form) {
        Checks checks = new Checks();
        Long run = checks.longIfAny("run", form.value("run"));
        Long audit = checks.longIfAny("audit", form.value("audit"));
        Integer position = checks.wholeIfAny("position", form.value("position"));
        return Templates.raise(
                raising.finding(asking.known(), run, audit, position).orElse(null), form, Choices.all(), staff.all());
    }

    @POST
    @Path("new")
    public Response raise(@BeanParam LeadForm form) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(
                            form.once,
                            form.fields(),
                            () -> SeeOther.to(
                                    raising.raise(asking.known(), form.body()).address())));
        } catch (Refused refused) {
            return Filled.again(refused, () -> raise(Filled.refused(form.fields(), refused)));
        }
    }

    @GET
    @Path("violations")
    @RolesAllowed(Role.Name.AUDITOR)
    public TemplateInstance violations(@Valid @BeanParam Paging paging) {
        return Templates.violations(violations.list(paging));
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
    public TemplateInstance prohibitions() {
        return Templates.prohibitions(prohibitions.all(), leads.today());
    }

    @GET
    @Path("rates")
    @RolesAllowed(Role.Name.AUDITOR)
    public TemplateInstance rates() {
        return Templates.rates(rates.all());
    }

    @GET
    @Path("rates/file")
    @RolesAllowed(Role.Name.AUDITOR)
    public Response ratesFile(
            @RestQuery @DefaultValue("source") String by, @RestQuery @DefaultValue("csv-marked") String format) {
        return files.rates(by, format);
    }

    @GET
    @Path("attachments/{attachment}")
    public Response attachment(@RestPath long attachment) {
        return attachment(leads, caseFiles, attachment);
    }

    static Response attachment(Leads leads, CaseFiles caseFiles, long attachment) {
        Leads.File file = leads.file(attachment);
        caseFiles.tookOut(file);
        return LeadFiles.answer(
                file.content(),
                file.attachment().name(),
                file.attachment().kind().mediaType());
    }

    @GET
    @Path("{lead}")
    public TemplateInstance lead(@RestPath long lead) {
        return Templates.lead(shown(lead), StepForm.Shown.fresh());
    }

    private Shown shown(long id) {
        Lead lead = leads.find(id);
        Viewer viewer = asking.known();
        May may = May.of(viewer, lead, leads.isCheckedBy(id, viewer));
        return new Shown(
                lead,
                rules.of(lead.rule(), page.language()),
                prohibitions.of(lead.violation()).orElse(null),
                may,
                may.assign() || may.name() ? staff.all() : List.of(),
                may.close() ? prohibitions.inForce(leads.today()) : List.of(),
                List.of(LeadResult.values()),
                LeadActs.MOST_BYTES / MEBI);
    }

    @GET
    @Path("{lead}/case-file")
    public TemplateInstance caseFile(@RestPath long lead) {
        return Templates.caseFile(caseFiles.of(lead));
    }

    @GET
    @Path("{lead}/case-file.pdf")
    @Produces({MediaType.TEXT_HTML, "application/pdf"})
    public Response caseFilePdf(@RestPath long lead) {
        return pdf(caseFiles, pdf, lead);
    }

    static Response pdf(CaseFiles caseFiles, CaseFilePdf pdf, long lead) {
        String html = Templates.caseFilePdf(caseFiles.takenOut(lead)).render();
        return LeadFiles.answer(pdf.of(html), "lead-" + lead + ".pdf", "application/pdf");
    }

    @POST
    @Path("{lead}/comments")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response comment(
            @RestPath long lead,
            @RestForm("words") String words,
            @RestForm("file") FileUpload file,
            @RestForm("once") String key) {
        StepForm form = new StepForm();
        form.words = words;
        form.once = key;
        leads.require(lead);
        List<LeadActs.Sent> sent;
        try {
            sent = file == null
                            || file.size() == 0
                                    && (file.fileName() == null
                                            || file.fileName().isBlank())
                    ? List.of()
                    : List.of(new LeadActs.Sent(file.fileName(), content(file)));
        } catch (Refused refused) {
            return again(lead, "comments", form, refused);
        }
        String digests =
                sent.stream().map(each -> Sha256.of(each.content())).toList().toString();
        return step(lead, "comments", form, digests, () -> acts.comment(asking.known(), lead, words, sent));
    }

    private static byte[] content(FileUpload file) {
        if (file.size() > LeadActs.MOST_BYTES) {
            throw Refused.field("file", Message.of("LEAD_FILE_LARGE", "most", LeadActs.MOST_BYTES / MEBI));
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @POST
    @Path("{lead}/subjects")
    public Response name(@RestPath long lead, @BeanParam StepForm form) {
        leads.require(lead);
        return step(
                lead,
                "subjects",
                form,
                "",
                () -> acts.name(asking.known(), lead, new NewSubject(form.person, form.licence, form.sku)));
    }

    @POST
    @Path("{lead}/assignment")
    @RolesAllowed(Role.Name.AUDITOR)
    public Response assign(@RestPath long lead, @BeanParam StepForm form) {
        leads.require(lead);
        return step(lead, "assignment", form, "", () -> {
            Checks checks = new Checks();
            LocalDate due = checks.dayIfAny("due", form.due);
            checks.refuseErrors();
            return acts.assign(asking.known(), lead, new Assignment(form.assignee, due, form.words));
        });
    }

    @POST
    @Path("{lead}/proposal")
    public Response propose(@RestPath long lead, @BeanParam StepForm form) {
        leads.require(lead);
        return step(
                lead,
                "proposal",
                form,
                "",
                () -> acts.propose(asking.known(), lead, new Proposal(form.result, form.words)));
    }

    @POST
    @Path("{lead}/closing")
    @RolesAllowed(Role.Name.AUDITOR)
    public Response close(@RestPath long lead, @BeanParam StepForm form) {
        leads.require(lead);
        return step(
                lead,
                "closing",
                form,
                "",
                () -> acts.close(
                        asking.known(), lead, new Closing(form.result, form.words, form.prohibition, form.answer)));
    }

    /** Done once however often the form is sent; whoever loses sight of the lead by it is led to the list. */
    private Response step(long lead, String act, StepForm form, String files, Supplier<Lead> work) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> once.create(form.once, Map.of("form", form.fields(), "files", files), () -> {
                        work.get();
                        return SeeOther.to(leads.isSeen(lead) ? Lead.address(lead) : "/leads");
                    }));
        } catch (Refused refused) {
            return again(lead, act, form, refused);
        }
    }

    private Response again(long lead, String act, StepForm form, Refused refused) {
        if (!leads.isSeen(lead)) {
            throw refused;
        }
        return Filled.again(
                refused,
                () -> Templates.lead(shown(lead), new StepForm.Shown(act, Filled.refused(form.fields(), refused))));
    }
}
