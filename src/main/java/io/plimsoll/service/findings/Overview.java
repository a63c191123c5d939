package io.plimsoll.service.findings;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.rule.Severity;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many findings there are of those that were asked for.
 *
 * @param cycles of the latest cycles that have any, the earliest first
 * @param rules by id, those with most first
 * @param managers by key, those with most first; findings that are of no shop stand in none
 */
@Schema(name = "FindingsOverview")
public record Overview(List<Count> severities, List<Count> cycles, List<Count> rules, List<Count> managers) {

    /** Findings that have something in common. */
    @Schema(name = "FindingsCount")
    public record Count(
            @Schema(examples = "D19") String key,
            @Schema(examples = "2") long critical,
            @Schema(examples = "5") long warning,
            @Schema(examples = "0") long info) {

        @JsonIgnore
        public long all() {
            return critical + warning + info;
        }
    }

    /** Findings of one severity. */
    public long of(Severity severity) {
        return severities.stream()
                .filter(count -> count.key().equals(severity.name()))
                .mapToLong(Count::all)
                .sum();
    }

    @JsonIgnore
    public long critical() {
        return of(Severity.CRITICAL);
    }

    @JsonIgnore
    public long warning() {
        return of(Severity.WARNING);
    }

    @JsonIgnore
    public long info() {
        return of(Severity.INFO);
    }
}
