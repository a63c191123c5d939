package io.plimsoll.service.leads;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.message.Language;
import io.plimsoll.service.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The catalogue of what is prohibited (R23): rows of a table, each with the days on which it holds. */
@ApplicationScoped
class Prohibitions {

    private static final String IN_FORCE = " WHERE valid_from <= ? AND (valid_to IS NULL OR valid_to > ?)";

    private final Sql sql;

    Prohibitions(Sql sql) {
        this.sql = sql;
    }

    /**
     * Something that is prohibited.
     *
     * @param validTo the first day on which it no longer holds; null: it holds until further notice
     * @param detectors ids of the rules and detectors that serve it
     */
    @Schema(name = "Prohibition")
    public record Prohibition(
            @Schema(examples = "PROXY_ORDERING") String code,
            LocalDate validFrom,
            LocalDate validTo,
            String textEn,
            String textZh,
            String sourceEn,
            String sourceZh,
            List<String> detectors) {

        private static Prohibition read(ResultSet row) throws SQLException {
            return new Prohibition(
                    row.getString("code"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class),
                    row.getString("text_en"),
                    row.getString("text_zh"),
                    row.getString("source_en"),
                    row.getString("source_zh"),
                    List.of(row.getString("detectors").split(",")));
        }

        /** In the language of a reader. */
        @JsonIgnore
        public String text(Language language) {
            return language == Language.ZH ? textZh : textEn;
        }

        /** In the language of a reader. */
        @JsonIgnore
        public String source(Language language) {
            return language == Language.ZH ? sourceZh : sourceEn;
        }
    }

    /** All there ever were; those that hold no longer too. */
    List<Prohibition> all() {
        return sql.list("SELECT * FROM prohibition_in_time ORDER BY code, valid_from", Prohibition::read);
    }

    /** Those that hold on a day. */
    List<Prohibition> inForce(LocalDate day) {
        return sql.list("SELECT * FROM prohibition_in_time" + IN_FORCE + " ORDER BY code", Prohibition::read, day, day);
    }

    /** One of them by its code. */
    Optional<Prohibition> inForce(String code, LocalDate day) {
        return code == null
                ? Optional.empty()
                : sql.first(
                        "SELECT * FROM prohibition_in_time" + IN_FORCE + " AND code = ?",
                        Prohibition::read,
                        day,
                        day,
                        code);
    }

    /** The version of one that was violated. */
    Optional<Prohibition> of(Lead.Violation violation) {
        return violation == null
                ? Optional.empty()
                : sql.first(
                        "SELECT * FROM prohibition_in_time WHERE code = ? AND valid_from = ?",
                        Prohibition::read,
                        violation.prohibition(),
                        violation.prohibitionFrom());
    }
}
