package io.plimsoll.service.policies;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.message.Message;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Lets a planner decide about a policy that another has handed in. An approval is final, its first cycle too; after a
 * refusal the same content may still be approved, since there is no second version of it.
 */
@ApplicationScoped
public class Approval {

    private static final int LONGEST_REASON = 500;

    private final Policies policies;
    private final PolicyRecords records;
    private final Beginnings beginnings;
    private final Sql sql;
    private final Journal journal;
    private final Clock clock;

    Approval(Policies policies, PolicyRecords records, Beginnings beginnings, Sql sql, Journal journal, Clock clock) {
        this.policies = policies;
        this.records = records;
        this.beginnings = beginnings;
        this.sql = sql;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Lets a policy bind.
     *
     * @param from the cycle, or the month, from which on; null: from the next cycle
     * @throws Refused when it is the planner's own, was approved before, serves not all classes in use, or when that cycle
     *     has begun
     */
    @Transactional
    public void approve(Viewer planner, String digest, String from) {
        PolicyView policy = decidable(planner, digest);
        Set<SizeClass> unserved = unservedClasses(digest);
        if (!unserved.isEmpty()) {
            throw new Refused(Problem.INVALID, classesExpected(unserved));
        }
        Beginning beginning = beginnings.of(from);
        step(
                policy,
                "INSERT IGNORE INTO policy_step (digest, number, step, by_person, at, effective_from, effective_period,"
                        + " effective_number) VALUES (?, ?, 'APPROVED', ?, ?, ?, ?, ?)",
                planner.personId(),
                clock.instant(),
                beginning.said(),
                beginning.period(),
                beginning.number());
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("effectiveFrom", beginning.said());
        content.put("period", beginning.period());
        content.put("number", beginning.number());
        journal.append(planner, Act.POLICY_APPROVED, Subject.policy(digest), content);
    }

    /**
     * Says why a policy shall not bind.
     *
     * @throws Refused when it is the planner's own or was approved before
     */
    @Transactional
    public void refuse(Viewer planner, String digest, String reason) {
        PolicyView policy = decidable(planner, digest);
        String words = reason == null ? "" : reason.strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST_REASON) {
            throw Refused.field("reason", Message.of("POLICY_REASON_EXPECTED", "most", LONGEST_REASON));
        }
        step(
                policy,
                "INSERT IGNORE INTO policy_step (digest, number, step, by_person, at, reason)"
                        + " VALUES (?, ?, 'REFUSED', ?, ?, ?)",
                planner.personId(),
                clock.instant(),
                words);
        journal.append(planner, Act.POLICY_REFUSED, Subject.policy(digest), Map.of("reason", words));
    }

    /** Why this planner can't decide about a policy; nothing where he can. */
    Optional<Message> obstacle(Viewer planner, PolicyView policy) {
        if (policy.state() == PolicyState.APPROVED) {
            return Optional.of(Message.of("POLICY_APPROVED_BEFORE"));
        }
        if (policy.isOwn(planner.personId())) {
            return Optional.of(Message.of("POLICY_IS_YOUR_OWN"));
        }
        return policy.hasAuthor() ? Optional.empty() : Optional.of(Message.of("POLICY_WITHOUT_AUTHOR"));
    }

    /** Who could decide about a policy of this planner, as a sentence. */
    Message whoElse(Viewer author) {
        long others = sql.count(
                "SELECT COUNT(*) FROM person WHERE role = 'PLANNER' AND active AND id <> ?"
                        + " AND (password_hash IS NOT NULL OR oidc_subject IS NOT NULL)",
                author.personId());
        return others == 0
                ? Message.of("POLICY_NOBODY_ELSE_CAN_DECIDE")
                : Message.of("POLICY_OTHERS_CAN_DECIDE", "count", others);
    }

    /** The classes of the register that lack a float or a weight under this policy. */
    Set<SizeClass> unservedClasses(String digest) {
        Set<SizeClass> served =
                policies.find(digest).map(PolicyVersion::servedClasses).orElse(Set.of());
        return sql.list("SELECT DISTINCT size_class FROM retailer", row -> SizeClass.valueOf(row.getString(1))).stream()
                .filter(sizeClass -> !served.contains(sizeClass))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Message classesExpected(Set<SizeClass> unserved) {
        String names = unserved.stream().map(SizeClass::name).collect(Collectors.joining(", "));
        return Message.of("POLICY_CLASSES_EXPECTED", "classes", names);
    }

    private PolicyView decidable(Viewer planner, String digest) {
        PolicyView policy = records.find(digest).orElseThrow(Refused::notFound);
        obstacle(planner, policy).ifPresent(obstacle -> {
            boolean own = obstacle.code().equals("POLICY_IS_YOUR_OWN");
            throw new Refused(own ? Problem.FORBIDDEN : Problem.CONFLICT, obstacle);
        });
        return policy;
    }

    /** Takes the next step behind those that were seen; who comes second finds its place taken. */
    private void step(PolicyView policy, String insert, Object... values) {
        Object[] all = new Object[values.length + 2];
        all[0] = policy.digest();
        all[1] = policy.steps().size() + 1;
        System.arraycopy(values, 0, all, 2, values.length);
        if (sql.update(insert, all) == 0) {
            throw new Refused(Problem.CONFLICT, Message.of("POLICY_DECIDED_MEANWHILE"));
        }
    }
}
