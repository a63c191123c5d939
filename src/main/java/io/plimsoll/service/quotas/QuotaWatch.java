package io.plimsoll.service.quotas;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.finding.Finding;
import io.plimsoll.quota.ReasonForChange;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.rule.Proposals;
import io.plimsoll.rule.fact.RebalancingSum;
import io.plimsoll.rule.fact.TotalChange;
import io.plimsoll.service.database.Locks;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.policies.Policies;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Judges every total that comes into force, and every re-balancing as a whole, once and by the same rules that refuse what is
 * forbidden: so what came in by another way than through this room, as a row written behind the service's back, is found.
 */
@ApplicationScoped
class QuotaWatch {

    private static final Logger LOG = Logger.getLogger(QuotaWatch.class);

    /** The first total of a shop that came in with data was agreed elsewhere; whatever follows it is a change, and judged. */
    private static final String TOTALS = """
            SELECT t.id, t.licence, t.period, t.number_in_period, t.cartons, t.manager, t.reason, t.rebalancing, t.proposed_at,
                r.manager AS own_manager, r.size_class, COALESCE(r.key_account, FALSE) AS key_account,
                COALESCE(t.total_before, (SELECT e.cartons FROM agreed_total e WHERE e.licence = t.licence
                    AND e.state = 'APPROVED' AND e.id < t.id AND e.period <= t.period
                    ORDER BY e.period DESC, e.number_in_period DESC, e.id DESC LIMIT 1), t.cartons) AS total_before,
                EXISTS (SELECT 1 FROM person p WHERE p.id = t.agreed_by AND p.role = 'RETAILER'
                    AND p.retailer = t.licence) AS agreed,
                EXISTS (SELECT 1 FROM person p WHERE p.id = t.approved_by AND p.role = 'MARKET_MANAGER') AS approved,
                EXISTS (SELECT 1 FROM person p WHERE p.id = t.second_by AND p.role = 'PLANNER') AS second,
                (SELECT COALESCE(SUM(m.cartons), 0) FROM granted_movement m WHERE m.licence = t.licence
                    AND m.period = t.period AND m.number_in_period < t.number_in_period) AS granted,
                COALESCE(b.policy, (SELECT c.policy FROM cycle c WHERE c.period = t.period
                    AND c.number_in_period = t.number_in_period AND c.state <> 'CANCELLED')) AS policy,
                (SELECT MAX(k.checked_at) FROM stock_check k WHERE k.licence = t.licence
                    AND k.checked_at <= t.proposed_at) AS checked_at,
                (SELECT MAX(k.made_at) FROM complaint k WHERE k.licence = t.licence
                    AND k.made_at <= t.proposed_at) AS complained_at
            FROM agreed_total t JOIN retailer r ON r.licence = t.licence
            LEFT JOIN rebalancing b ON b.id = t.rebalancing
            LEFT JOIN quota_judged j ON j.kind = 'TOTAL' AND j.id = t.id
            WHERE t.state = 'APPROVED' AND j.id IS NULL AND (t.manager IS NOT NULL OR t.rebalancing IS NOT NULL
                OR EXISTS (SELECT 1 FROM agreed_total e WHERE e.licence = t.licence AND e.id < t.id
                    AND (e.state = 'APPROVED' OR e.manager IS NOT NULL)))
            ORDER BY t.id LIMIT 500
            """;

    private static final String SUMS = """
            SELECT b.id, b.manager, COUNT(t.id) AS all_lines, COALESCE(SUM(t.cartons - t.total_before), 0) AS total_sum,
                COALESCE(b.effective_period, MIN(t.period), '') AS period
            FROM rebalancing b LEFT JOIN agreed_total t ON t.rebalancing = b.id AND t.state = 'APPROVED'
            LEFT JOIN quota_judged j ON j.kind = 'REBALANCING' AND j.id = b.id
            WHERE b.state = 'APPROVED' AND j.id IS NULL GROUP BY b.id, b.manager, b.effective_period ORDER BY b.id LIMIT 500
            """;

    private final Sql sql;
    private final ChangeLaw law;
    private final Policies policies;
    private final Locks locks;
    private final Clock clock;

    QuotaWatch(Sql sql, ChangeLaw law, Policies policies, Locks locks, Clock clock) {
        this.sql = sql;
        this.law = law;
        this.policies = policies;
        this.locks = locks;
        this.clock = clock;
    }

    private record Total(long id, Long rebalancing, String period, String policy, TotalChange fact) {}

    private record Whole(long id, String period, RebalancingSum fact) {}

    @Scheduled(
            every = "${plimsoll.quotas.judge-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void beat() {
        try {
            judge();
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Totals cannot be judged; that will be tried again");
        }
    }

    /**
     * Judges what has not been judged yet.
     *
     * @return how many findings there were
     */
    int judge() {
        Optional<Locks.Held> lock = locks.take("quota watch");
        if (lock.isEmpty()) {
            return 0;
        }
        try {
            int found = 0;
            Part part;
            do {
                part = QuarkusTransaction.requiringNew().call(this::judgeSome);
                found += part.found();
            } while (part.judged() > 0);
            return found;
        } finally {
            lock.get().close();
        }
    }

    private record Part(int judged, int found) {}

    private Part judgeSome() {
        List<Whole> wholes = sql.list(SUMS, QuotaWatch::whole);
        List<Total> totals = sql.list(TOTALS, this::total);
        int found = 0;
        for (Whole whole : wholes) {
            for (Finding finding : law.judge("", List.of(whole.fact()), List.of())) {
                store(finding, null, whole.id(), whole.period(), whole.fact().manager());
                found++;
            }
            note("REBALANCING", whole.id());
        }
        for (Total total : totals) {
            for (Finding finding : law.judge(total.policy(), List.of(), List.of(total.fact()))) {
                store(
                        finding,
                        total.id(),
                        total.rebalancing(),
                        total.period(),
                        total.fact().manager());
                found++;
            }
            note("TOTAL", total.id());
        }
        return new Part(wholes.size() + totals.size(), found);
    }

    private static Whole whole(ResultSet row) throws SQLException {
        return new Whole(
                row.getLong("id"),
                row.getString("period"),
                ChangeLaw.sum(
                        Long.toString(row.getLong("id")),
                        row.getString("manager"),
                        row.getInt("all_lines"),
                        row.getLong("total_sum")));
    }

    private Total total(ResultSet row) throws SQLException {
        String period = row.getString("period");
        Long rebalancing = Sql.whole(row, "rebalancing");
        int number = row.getInt("number_in_period");
        Optional<PolicyVersion> policy = Optional.ofNullable(row.getString("policy"))
                .or(() -> policies.approvedFor(period, number).stream()
                        .findFirst()
                        .map(Policies.Named::digest))
                .flatMap(policies::find);
        SizeClass sizeClass = SizeClass.valueOf(row.getString("size_class"));
        BigDecimal percent = policy.map(
                        each -> each.releasePolicy().floatPercents().get(sizeClass))
                .orElse(BigDecimal.ZERO);
        long days = policy.map(QuotaThresholds::daysAfterCheck).orElse(0L);
        String manager = row.getString("manager");
        String reason = row.getString("reason");
        TotalChange fact = new TotalChange(
                rebalancing == null ? ChangeLaw.Manner.PROPOSAL.name() : ChangeLaw.Manner.REBALANCING.name(),
                manager == null ? "" : manager,
                row.getString("licence"),
                row.getString("own_manager"),
                BigDecimal.valueOf(row.getLong("total_before")),
                BigDecimal.valueOf(row.getLong("cartons")),
                percent,
                // Without a policy nobody knows the ceiling, and nothing can be said of it.
                BigDecimal.valueOf(policy.isEmpty() ? 0 : Math.max(0, row.getLong("granted"))),
                reason == null ? "" : reason,
                reason != null && ReasonForChange.of(reason).isPresent(),
                row.getBoolean("key_account"),
                row.getBoolean("agreed"),
                row.getBoolean("approved"),
                row.getBoolean("second"),
                isOfLate(row, "checked_at", days) || isOfLate(row, "complained_at", days),
                BigDecimal.valueOf(days),
                new Proposals());
        return new Total(
                row.getLong("id"),
                rebalancing,
                period,
                policy.map(PolicyVersion::version).orElse(""),
                fact);
    }

    private static boolean isOfLate(ResultSet row, String column, long days) throws SQLException {
        Instant at = Sql.moment(row, column);
        return at != null && at.isAfter(Sql.moment(row, "proposed_at").minus(Duration.ofDays(days)));
    }

    private void store(Finding finding, Long total, Long rebalancing, String period, String manager) {
        sql.update(
                "INSERT INTO quota_finding (agreed_total, rebalancing, period, found_at, rule, severity, subject, manager,"
                        + " code, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                total,
                rebalancing,
                period,
                clock.instant(),
                finding.rule(),
                finding.severity(),
                finding.subject(),
                manager.isEmpty() ? null : manager,
                finding.code(),
                finding.evidenceText());
    }

    private void note(String kind, long id) {
        sql.update("INSERT INTO quota_judged (kind, id, judged_at) VALUES (?, ?, ?)", kind, id, clock.instant());
    }
}
