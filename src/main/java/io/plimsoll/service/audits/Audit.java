package io.plimsoll.service.audits;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.service.cycles.CycleView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Grants that others made, with what was found in them.
 *
 * @param run key of the run whose reading of the cycle they are judged against; null where there was none
 * @param runNumber the same within its cycle
 * @param source whose grants these are
 * @param file as it was called
 * @param digest SHA-256 of the file as it was sent
 * @param lines it holds
 * @param cartons it grants
 * @param policy version that it was judged under; null before
 * @param failure what the engine said when it broke off, or null
 * @param critical findings of this severity
 */
@Schema(name = "Audit")
public record Audit(
        long id,
        String cycle,
        Long run,
        Integer runNumber,
        String source,
        String file,
        String digest,
        long lines,
        long cartons,
        String broughtBy,
        Instant broughtAt,
        AuditState state,
        String policy,
        String failure,
        Instant finishedAt,
        long critical,
        long warnings,
        long infos) {

    @JsonIgnore
    public boolean isWaiting() {
        return state == AuditState.WAITING;
    }

    @JsonIgnore
    public boolean isJudged() {
        return state == AuditState.JUDGED;
    }

    /** All its findings. */
    @JsonIgnore
    public long findings() {
        return critical + warnings + infos;
    }

    /** Where its page is. */
    @JsonIgnore
    public String address() {
        return "/audits/" + id;
    }

    @JsonIgnore
    public String cycleAddress() {
        return CycleView.address(cycle);
    }
}
