package io.plimsoll.service.cycles;

import io.plimsoll.message.Message;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publishes what decides a cycle, before its window opens, and fixes it (R31, R34). */
@ApplicationScoped
class Publishing {

    private final Policies policies;
    private final Sequence sequence;
    private final Sql sql;
    private final Clock clock;

    Publishing(Policies policies, Sequence sequence, Sql sql, Clock clock) {
        this.policies = policies;
        this.sequence = sequence;
        this.sql = sql;
        this.clock = clock;
    }

    /** What still stands in the way of publishing a cycle, each with the field it is about; none when nothing does. */
    @Transactional
    List<FieldError> missing(CycleEntity cycle) {
        List<FieldError> missing = new ArrayList<>();
        if (policy(cycle).isEmpty()) {
            missing.add(new FieldError("policy", whyNoPolicy(cycle)));
        }
        if (sql.count("SELECT COUNT(*) FROM supply WHERE cycle = ?", cycle.cycle) == 0) {
            missing.add(new FieldError("supply", Message.of("CYCLE_NO_SUPPLY")));
        }
        if (!cycle.life().isTimed()) {
            missing.add(new FieldError("opensAt", Message.of("CYCLE_NO_TIMES")));
        } else if (!clock.instant().isBefore(cycle.closesAt)) {
            missing.add(new FieldError("closesAt", Message.of("CYCLE_CLOSES_IN_THE_PAST")));
        }
        if (cycle.life().isTimed()) {
            missing.addAll(sequence.againstPublishing(cycle));
        }
        return missing;
    }

    /**
     * How many Skus a cycle has supply of.
     *
     * @param withSupply those of the register that have
     * @param skus all of the register
     * @param last the cycle before it that was published, or null
     * @param ofLast how many had supply there
     */
    public record Covered(long withSupply, long skus, String last, long ofLast) {

        public long without() {
            return skus - withSupply;
        }
    }

    /** How many Skus can be ordered once a cycle is published, beside the cycle before it. */
    @Transactional
    Covered covered(CycleEntity cycle) {
        String last = sql.first(
                        "SELECT cycle FROM cycle WHERE state NOT IN ('PLANNED', 'CANCELLED')"
                                + " AND (period < ? OR period = ? AND number_in_period < ?)"
                                + " ORDER BY period DESC, number_in_period DESC LIMIT 1",
                        row -> row.getString(1),
                        cycle.period,
                        cycle.period,
                        cycle.number)
                .orElse(null);
        return new Covered(
                withSupply(cycle.cycle),
                sql.count("SELECT COUNT(*) FROM sku"),
                last,
                last == null ? 0 : withSupply(last));
    }

    private long withSupply(String cycle) {
        return sql.count("SELECT COUNT(*) FROM supply WHERE cycle = ?", cycle);
    }

    /** The digest of the policy that is to bind: the one that was chosen, if it may, else the one in force. */
    private Optional<String> policy(CycleEntity cycle) {
        return policies.approvedFor(cycle.period, cycle.number).stream()
                .map(Policies.Named::digest)
                .filter(digest -> cycle.policy == null || cycle.policy.equals(digest))
                .findFirst();
    }

    private Message whyNoPolicy(CycleEntity cycle) {
        if (cycle.policy == null) {
            return Message.of("CYCLE_NO_POLICY_IN_FORCE");
        }
        return sql.first(
                        "SELECT COALESCE(effective_from, effective_period) FROM policy_step"
                                + " WHERE digest = ? AND step = 'APPROVED'",
                        row -> Message.of("CYCLE_POLICY_NOT_YET_IN_FORCE", "from", row.getString(1)),
                        cycle.policy)
                .orElse(Message.of("CYCLE_POLICY_NOT_APPROVED"));
    }

    /**
     * Fixes policy, seed, Skus and supply.
     *
     * @return what was fixed, for the journal
     */
    @Transactional(TxType.MANDATORY)
    Map<String, Object> publish(CycleEntity cycle) {
        List<FieldError> missing = missing(cycle);
        if (!missing.isEmpty()) {
            throw Refused.fields(missing);
        }
        cycle.policy = policy(cycle).orElseThrow();
        cycle.publishedAt = clock.instant();
        sql.update("DELETE FROM cycle_sku WHERE cycle = ?", cycle.cycle);
        int skus = sql.update(
                "INSERT INTO cycle_sku (cycle, sku, brand, tier, status)"
                        + " SELECT p.cycle, s.sku, s.brand, s.tier, s.status FROM supply p JOIN sku s ON s.sku = p.sku"
                        + " WHERE p.cycle = ?",
                cycle.cycle);
        Map<String, Object> fixed = new LinkedHashMap<>(Cycles.content(cycle));
        fixed.put("skus", skus);
        fixed.put("supply", supply(cycle.cycle));
        return fixed;
    }

    private List<Map<String, Object>> supply(String cycle) {
        return sql.list(
                "SELECT sku, supply, forecast FROM supply WHERE cycle = ? ORDER BY sku",
                row -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("sku", row.getString("sku"));
                    line.put("supply", Sql.whole(row, "supply"));
                    line.put("forecast", SupplyLine.plain(row.getBigDecimal("forecast")));
                    return line;
                },
                cycle);
    }
}
