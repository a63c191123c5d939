package io.plimsoll.service.cycles;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A cycle as it is shown.
 *
 * @param policy digest of the release policy that binds, or that was chosen for it
 * @param version for its ETag
 */
@Schema(name = "Cycle")
public record CycleView(
        @Schema(examples = "2026-W48") String cycle,

        @Schema(examples = "winter-48", description = "breaks ties (R34)")
        String seed,

        @Schema(examples = "2026-11") String period,
        @Schema(examples = "4") int number,
        @Schema(examples = "4") int of,
        CycleState state,
        String policy,
        Instant publishedAt,
        Instant opensAt,
        Instant closesAt,
        Instant secondClosesAt,
        long version) {

    static CycleView of(CycleEntity cycle) {
        return new CycleView(
                cycle.cycle,
                cycle.seed,
                cycle.period,
                cycle.number,
                cycle.of,
                cycle.state,
                cycle.policy,
                cycle.publishedAt,
                cycle.opensAt,
                cycle.closesAt,
                cycle.secondClosesAt,
                cycle.version);
    }

    /** Its state and times. */
    public CycleLife life() {
        return new CycleLife(state, opensAt, closesAt, secondClosesAt);
    }

    /** Where its page is. */
    public String address() {
        return address(cycle);
    }

    /** Its name as one step of an address. */
    @JsonIgnore
    public String segment() {
        return segment(cycle);
    }

    /** Where the form is in which it is changed. */
    public String planAddress() {
        return "/plan-cycle/" + segment(cycle);
    }

    public static String address(String cycle) {
        return "/cycles/" + segment(cycle);
    }

    /** A text as one step of an address. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
