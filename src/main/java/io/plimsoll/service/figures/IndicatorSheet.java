package io.plimsoll.service.figures;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One indicator: its share in each month, or with each manager.
 *
 * @param rule that it serves
 * @param rows by time the earliest first, else those that need looking at first
 */
@Schema(name = "IndicatorSheet")
public record IndicatorSheet(
        Measure measure, @Schema(examples = "R8") String rule, By by, List<IndicatorRow> rows) {

    static IndicatorSheet of(Measure measure, By by, List<IndicatorRow> rows) {
        Comparator<IndicatorRow> order = by.isTime() ? Comparator.comparing(IndicatorRow::key) : worstFirst(measure);
        return new IndicatorSheet(
                measure, measure.rule(), by, rows.stream().sorted(order).toList());
    }

    private static Comparator<IndicatorRow> worstFirst(Measure measure) {
        Comparator<IndicatorRow> lowest = Comparator.comparing(IndicatorRow::share);
        return (measure.isBetterHigh() ? lowest : lowest.reversed()).thenComparing(IndicatorRow::key);
    }

    /** The one that most needs looking at. */
    @JsonIgnore
    public Optional<IndicatorRow> worst() {
        return rows.stream().min(worstFirst(measure));
    }

    /** How things are: at last, or altogether. */
    @JsonIgnore
    public Optional<IndicatorRow> now() {
        if (rows.isEmpty() || by.isTime()) {
            return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
        }
        return Optional.of(IndicatorRow.of(
                "",
                rows.stream().mapToLong(IndicatorRow::part).sum(),
                rows.stream().mapToLong(IndicatorRow::whole).sum()));
    }
}
