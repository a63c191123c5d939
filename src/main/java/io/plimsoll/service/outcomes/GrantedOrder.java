package io.plimsoll.service.outcomes;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.message.Message;
import io.plimsoll.run.Binding;
import io.plimsoll.service.cycles.CycleView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one retailer asked for and was granted in a cycle.
 *
 * @param run that granted it
 * @param number the how-manieth run of the cycle that is, from 1
 * @param policy version of the release policy that every ceiling cites
 * @param lines by rank; none where there was no order
 */
@Schema(name = "GrantedOrder")
public record GrantedOrder(
        @Schema(examples = "2026-W48") String cycle,
        @Schema(examples = "L620119") String licence,
        String name,
        long run,
        int number,
        Instant madeAt,
        String policy,
        List<Line> lines) {

    /**
     * One line.
     *
     * @param demand cartons asked for
     * @param granted cartons granted
     * @param cameBack cartons of them that were returned or never paid
     * @param binding why it got less; NONE where it did not
     * @param reason the same in a sentence; null where it got all
     */
    @Schema(name = "GrantedLine")
    public record Line(
            int rank,
            String sku,
            String name,
            int demand,
            int granted,
            int cameBack,
            Binding binding,
            @JsonIgnore Message reason) {

        @JsonIgnore
        public boolean isCut() {
            return binding != Binding.NONE;
        }
    }

    /** Cartons asked for over all lines. */
    @JsonIgnore
    public long asked() {
        return lines.stream().mapToLong(Line::demand).sum();
    }

    /** Cartons granted over all lines. */
    @JsonIgnore
    public long received() {
        return lines.stream().mapToLong(Line::granted).sum();
    }

    /** Lines that got less than was asked for. */
    @JsonIgnore
    public long cuts() {
        return lines.stream().filter(Line::isCut).count();
    }

    @JsonIgnore
    public boolean isAnythingBack() {
        return lines.stream().anyMatch(line -> line.cameBack() > 0);
    }

    /** Where its page is. */
    @JsonIgnore
    public String address() {
        return address(cycle, licence);
    }

    static String address(String cycle, String licence) {
        return "/grants/" + CycleView.segment(cycle) + "/" + CycleView.segment(licence);
    }
}
