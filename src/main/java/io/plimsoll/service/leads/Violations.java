package io.plimsoll.service.leads;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.message.Language;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Leads that were verified, each with what was violated. */
@ApplicationScoped
class Violations {

    private static final String FROM = " FROM violation v JOIN raised_lead l ON l.id = v.of_lead"
            + " JOIN prohibition b ON b.code = v.prohibition AND b.valid_from = v.prohibition_from";

    private final Sql sql;
    private final Asking asking;

    Violations(Sql sql, Asking asking) {
        this.sql = sql;
        this.asking = asking;
    }

    /**
     * One of them.
     *
     * @param about people, licences and Skus that it is about, with commas; blank for none
     */
    @Schema(name = "Violation")
    public record Violation(
            @Schema(examples = "12") long lead,
            @Schema(examples = "PROXY_ORDERING") String prohibition,
            String textEn,
            String textZh,
            String about,
            @Schema(examples = "D5") String rule,
            @Schema(examples = "2026-W48") String cycle,
            Instant confirmedAt) {

        /** What was violated, in the language of a reader. */
        @JsonIgnore
        public String text(Language language) {
            return language == Language.ZH ? textZh : textEn;
        }

        /** Where its lead is. */
        @JsonIgnore
        public String address() {
            return Lead.address(lead);
        }
    }

    /** Those that the one who asks may see, the latest first. */
    PageOf<Violation> list(Paging paging) {
        Where where = LeadSight.of(asking.known());
        List<Violation> found = sql.list(
                "SELECT v.of_lead, v.prohibition, b.text_en, b.text_zh, l.rule, l.cycle, v.confirmed_at,"
                        + " (SELECT GROUP_CONCAT(COALESCE(s.licence, s.sku, p.display_name) ORDER BY s.id SEPARATOR ', ')"
                        + " FROM lead_subject s LEFT JOIN person p ON p.id = s.person WHERE s.of_lead = l.id) AS about"
                        + FROM + where.sql() + " ORDER BY v.confirmed_at DESC, v.of_lead DESC LIMIT ? OFFSET ?",
                where.valuesAnd(paging.size, paging.offset()),
                row -> new Violation(
                        row.getLong("of_lead"),
                        row.getString("prohibition"),
                        row.getString("text_en"),
                        row.getString("text_zh"),
                        Optional.ofNullable(row.getString("about")).orElse(""),
                        row.getString("rule"),
                        row.getString("cycle"),
                        Sql.moment(row, "confirmed_at")));
        return PageOf.of(found, paging, sql.number("SELECT COUNT(*)" + FROM + where.sql(), where.values()));
    }
}
