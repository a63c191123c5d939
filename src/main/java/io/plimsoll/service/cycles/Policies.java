package io.plimsoll.service.cycles;

import de.siegmar.fastcsv.reader.CsvReader;
import io.plimsoll.message.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which release policies may bind a cycle, and what they say. */
@ApplicationScoped
class Policies {

    /** A version binds once another than its importer has approved it, from the cycle on that the approval names. */
    private static final String IN_FORCE = """
            SELECT v.digest, v.name FROM policy_approval a
            JOIN policy_version v ON v.digest = a.digest
            LEFT JOIN cycle e ON e.cycle = a.effective_from
            WHERE (v.imported_by IS NULL OR v.imported_by <> a.approved_by)
              AND (a.effective_from IS NULL OR a.effective_from = ? OR (e.period, e.number_in_period) <= (?, ?))
            ORDER BY COALESCE(e.period, '') DESC, COALESCE(e.number_in_period, 0) DESC, a.approved_at DESC, v.digest
            """;

    private final Sql sql;

    Policies(Sql sql) {
        this.sql = sql;
    }

    /** A release policy by its name and digest. */
    record Policy(String digest, String name) {

        /** As ceilings cite it. */
        public String shown() {
            return name + "@" + digest.substring(0, 12);
        }
    }

    /** What came of looking for the policy of a cycle: one of the two is null. */
    record Found(Policy policy, Message refusal) {}

    /** Those that may bind a cycle; the one that does unless another is chosen comes first. */
    List<Policy> inForce(String cycle, String period, int number) {
        return sql.list(
                IN_FORCE, row -> new Policy(row.getString("digest"), row.getString("name")), cycle, period, number);
    }

    /** The policy that is to bind a cycle, or why there is none. */
    Found forPublishing(CycleEntity cycle) {
        List<Policy> inForce = inForce(cycle.cycle, cycle.period, cycle.number);
        if (cycle.policy == null) {
            return inForce.isEmpty()
                    ? new Found(null, Message.of("CYCLE_NO_POLICY_IN_FORCE"))
                    : new Found(inForce.get(0), null);
        }
        return inForce.stream()
                .filter(each -> each.digest().equals(cycle.policy))
                .findFirst()
                .map(policy -> new Found(policy, null))
                .orElseGet(() -> new Found(null, whyNot(cycle.policy)));
    }

    private Message whyNot(String digest) {
        Optional<String> approval = sql.first(
                "SELECT COALESCE(effective_from, '') FROM policy_approval a JOIN policy_version v ON v.digest = a.digest"
                        + " WHERE a.digest = ? AND (v.imported_by IS NULL OR v.imported_by <> a.approved_by)",
                row -> row.getString(1),
                digest);
        return approval.map(from -> Message.of("CYCLE_POLICY_NOT_YET_IN_FORCE", "cycle", from))
                .orElse(Message.of("CYCLE_POLICY_NOT_APPROVED"));
    }

    boolean exists(String digest) {
        return sql.count("SELECT COUNT(*) FROM policy_version WHERE digest = ?", digest) > 0;
    }

    Optional<Policy> named(String digest) {
        return digest == null
                ? Optional.empty()
                : sql.first(
                        "SELECT digest, name FROM policy_version WHERE digest = ?",
                        row -> new Policy(row.getString("digest"), row.getString("name")),
                        digest);
    }

    /** The rows of one table of a policy by the names of their columns; none where the policy has no such table. */
    List<Map<String, String>> rows(String digest, String file) {
        return sql.first(
                        "SELECT content FROM policy_table WHERE digest = ? AND file IN (?, CONCAT('policy/', ?))",
                        row -> new String(row.getBytes("content"), StandardCharsets.UTF_8),
                        digest,
                        file,
                        file)
                .map(Policies::parsed)
                .orElse(List.of());
    }

    private static List<Map<String, String>> parsed(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream()
                .map(row -> row.getFieldsAsMap())
                .toList();
    }
}
