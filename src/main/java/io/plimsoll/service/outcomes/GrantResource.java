package io.plimsoll.service.outcomes;

import io.plimsoll.explanation.Explanation;
import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.master.ShopScope;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Page;
import io.plimsoll.service.web.Refused;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What retailers asked for and got, for programs. */
@Path("/api/cycles/{cycle}/grants/{licence}")
@Tag(name = "Grants")
@RolesAllowed({
    Role.Name.RETAILER,
    Role.Name.CUSTOMER_MANAGER,
    Role.Name.MARKET_MANAGER,
    Role.Name.ORDER_DESK,
    Role.Name.PLANNER,
    Role.Name.AUDITOR
})
public class GrantResource {

    private final Grants grants;
    private final Explanations explanations;
    private final Cycles cycles;
    private final ShopScope scope;
    private final Asking asking;
    private final Page page;

    GrantResource(Grants grants, Explanations explanations, Cycles cycles, ShopScope scope, Asking asking, Page page) {
        this.grants = grants;
        this.explanations = explanations;
        this.cycles = cycles;
        this.scope = scope;
        this.asking = asking;
        this.page = page;
    }

    /**
     * What was granted, in words too.
     *
     * @param reasons a sentence for each line that was cut, by rank
     */
    @Schema(name = "GrantsInWords")
    public record InWords(GrantedOrder order, Map<Integer, String> reasons) {}

    @GET
    @Path("")
    @Operation(summary = "What a retailer asked for and was granted, with a sentence for every cut")
    public InWords granted(@RestPath String cycle, @RestPath String licence) {
        GrantedOrder granted = find(cycle, licence);
        Map<Integer, String> reasons = new LinkedHashMap<>();
        granted.lines().stream()
                .filter(GrantedOrder.Line::isCut)
                .forEach(line -> reasons.put(line.rank(), page.say(line.reason())));
        return new InWords(granted, reasons);
    }

    @GET
    @Path("explanation")
    @Operation(
            summary = "Why, in full: paragraphs to be read aloud",
            description =
                    "Recomputed from what the run read, so the first answer about a run takes as long as the run.")
    public List<List<String>> explanation(@RestPath String cycle, @RestPath String licence) {
        Explanation explanation = explanations.of(find(cycle, licence));
        List<List<Message>> paragraphs = new ArrayList<>();
        paragraphs.add(explanation.heading());
        paragraphs.add(explanation.order().sentences());
        paragraphs.addAll(explanation.story());
        paragraphs.add(explanation.order().caution());
        return paragraphs.stream()
                .filter(paragraph -> !paragraph.isEmpty())
                .map(paragraph -> paragraph.stream().map(page::say).toList())
                .toList();
    }

    private GrantedOrder find(String cycle, String licence) {
        scope.require(licence);
        cycles.find(asking.known(), cycle);
        return grants.of(cycle, licence).orElseThrow(Refused::notFound);
    }
}
