package io.plimsoll.service.ledger;

import io.plimsoll.ledger.Head;
import io.plimsoll.ledger.Malformed;
import io.plimsoll.ledger.Proof;
import io.plimsoll.message.Message;
import io.plimsoll.proof.ProofVerification;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Refused;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What proves a retailer's grants: looked at, checked on his own device, and taken away. */
@Path("/grants")
@Produces(MediaType.TEXT_HTML)
public class ProofPages {

    private final ProofsOfGrants proofs;
    private final Ledger ledger;
    private final Cycles cycles;
    private final Asking asking;

    ProofPages(ProofsOfGrants proofs, Ledger ledger, Cycles cycles, Asking asking) {
        this.proofs = proofs;
        this.ledger = ledger;
        this.cycles = cycles;
        this.asking = asking;
    }

    /**
     * A proof as its page shows it.
     *
     * @param number of the entry in the journal
     * @param kept the line that somebody typed; blank where none
     * @param unreadable why that line is no head; null where it is one, or none was typed
     * @param said what the service itself finds in the proof
     * @param holds whether it finds nothing wrong
     * @param reached the head that the proof reaches, to be kept with it
     */
    public record ProofSheet(
            String cycle,
            String licence,
            Proof proof,
            long number,
            String kept,
            Message unreadable,
            List<Message> said,
            boolean holds,
            Head reached) {

        /** Where the file is. */
        public String file() {
            return GrantsAddress.of(cycle, licence) + "/proof.txt"
                    + (kept.isBlank() || unreadable != null
                            ? ""
                            : "?head=" + URLEncoder.encode(kept, StandardCharsets.UTF_8));
        }
    }

    @CheckedTemplate(basePath = "ledger")
    static class Templates {
        static native TemplateInstance proof(ProofSheet sheet, CycleView cycle, String back);
    }

    @GET
    @Path("{cycle}/{licence}/proof")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public TemplateInstance proof(@RestPath String cycle, @RestPath String licence, @RestQuery String head) {
        Kept kept = Kept.of(head);
        Optional<Proof> proof = proofs.find(cycle, licence, kept.position());
        CycleView found = cycles.find(asking.known(), cycle);
        return Templates.proof(
                proof.map(each -> sheet(cycle, licence, each, kept)).orElse(null),
                found,
                GrantsAddress.of(cycle, licence));
    }

    /** The proof as a file that can be kept; {@code plimsoll verify-proof} checks it. */
    @GET
    @Path("{cycle}/{licence}/proof.txt")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public Response file(@RestPath String cycle, @RestPath String licence, @RestQuery String head) {
        Proof proof = proofs.find(cycle, licence, Kept.of(head).position()).orElseThrow(Refused::notFound);
        return Response.ok(proof.text())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"plimsoll-proof-run-"
                                + proof.leaf().run() + ".txt\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    private ProofSheet sheet(String cycle, String licence, Proof proof, Kept kept) {
        ProofVerification verification =
                ProofVerification.of(proof.text().getBytes(StandardCharsets.UTF_8), kept.heads());
        return new ProofSheet(
                cycle,
                licence,
                proof,
                proof.entry().entry().number(),
                kept.typed(),
                kept.unreadable(),
                verification.holds() ? verification.confirmations() : verification.findings(),
                verification.holds(),
                ledger.headAt(proof.reaches()).orElseThrow());
    }

    /** A head that somebody has kept, as he typed it. */
    private record Kept(String typed, Head head, Message unreadable) {

        static Kept of(String typed) {
            String line = typed == null ? "" : typed.strip();
            try {
                return new Kept(line, line.isEmpty() ? null : Head.parse(line), null);
            } catch (Malformed flawed) {
                return new Kept(line, null, flawed.reason());
            }
        }

        Long position() {
            return head == null ? null : head.position();
        }

        List<Head> heads() {
            return head == null ? List.of() : List.of(head);
        }
    }
}
