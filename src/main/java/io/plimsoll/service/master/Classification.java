package io.plimsoll.service.master;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.message.Message;
import io.plimsoll.policy.ClassCutoffs;
import io.plimsoll.policy.MonthVolume;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.database.Sql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.master.MonthFigures.Month;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.WebSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Computes the size classes of the coming month from what shops were supplied with before it, by the cut-offs of the policy
 * that binds it (R2). Once, between two months: when no order of an earlier month can be frozen any more, and before
 * anything of the month is published. From then on they hold for the whole month.
 */
@ApplicationScoped
public class Classification {

    private final Sql sql;
    private final MonthFigures figures;
    private final SizeClasses classes;
    private final RetailerChanges changes;
    private final Policies policies;
    private final Journal journal;
    private final Clock clock;
    private final WebSettings settings;

    Classification(
            Sql sql,
            MonthFigures figures,
            SizeClasses classes,
            RetailerChanges changes,
            Policies policies,
            Journal journal,
            Clock clock,
            WebSettings settings) {
        this.sql = sql;
        this.figures = figures;
        this.classes = classes;
        this.changes = changes;
        this.policies = policies;
        this.journal = journal;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * What computing the classes of the coming month would do now.
     *
     * @param policy the version whose cut-offs apply; null where none is approved for the month
     * @param cutoffs in cartons a month
     * @param months those before it, and whether their figures count
     * @param obstacle code of the sentence that says why they cannot be computed now; null where nothing stands in the way
     * @param recorded shops whose class for the month is on record already; these keep it
     * @param computed shops whose class follows from their volume
     * @param kept shops that keep the class that they have, for want of a volume or of cut-offs
     * @param changes shops whose class would change
     */
    public record Preview(
            String period,
            String policy,
            Map<MarketType, SortedMap<SizeClass, BigDecimal>> cutoffs,
            List<Month> months,
            String obstacle,
            int recorded,
            int computed,
            int kept,
            PageOf<ClassedShop> changes) {

        /** Whether nothing is left to be done for the month. */
        @JsonIgnore
        public boolean isDone() {
            return computed == 0 && kept == 0;
        }
    }

    /**
     * What was done.
     *
     * @param recorded shops whose class for the month was put on record
     * @param changed those of them whose class is another one than before
     */
    public record Done(String period, String policy, int recorded, int computed, int kept, int changed) {}

    private record Ground(String period, Optional<PolicyVersion> policy, List<Month> months, Message obstacle) {}

    /** The first month that nothing was published of: that of the next planned cycle, else the one after the present. */
    String comingMonth() {
        Optional<String> published = month("SELECT MAX(period) FROM cycle WHERE state NOT IN ('PLANNED', 'CANCELLED')");
        return month("SELECT MIN(period) FROM cycle WHERE state = 'PLANNED' AND period > ?", published.orElse(""))
                .or(() -> published.map(
                        latest -> YearMonth.parse(latest).plusMonths(1).toString()))
                .orElseGet(() ->
                        YearMonth.from(clock.instant().atZone(settings.zone())).toString());
    }

    private Optional<String> month(String query, Object... values) {
        return sql.list(query, row -> Optional.ofNullable(row.getString(1)), values)
                .get(0);
    }

    private Ground ground(String period) {
        Optional<PolicyVersion> policy =
                policies.approvedFor(period, 1).stream().findFirst().flatMap(named -> policies.find(named.digest()));
        return new Ground(period, policy, figures.before(period), obstacle(period, policy.isPresent()));
    }

    /** Why the classes of a month can't be computed now; null where nothing stands in the way. */
    Message obstacle(String period, boolean hasPolicy) {
        return cycle("period >= ? AND state NOT IN ('PLANNED', 'CANCELLED')", period)
                .map(cycle -> Message.of("SIZE_CLASSES_FIXED", "period", period, "cycle", cycle))
                .or(() -> cycle(
                                "period < ? AND (state IN ('PLANNED', 'PUBLISHED', 'OPEN', 'SECOND_WINDOW')"
                                        + " OR period >= ? AND state IN ('CLOSED', 'ALLOCATING'))",
                                period,
                                YearMonth.parse(period)
                                        .minusMonths(MonthFigures.MONTHS)
                                        .toString())
                        .map(cycle -> Message.of("SIZE_CLASSES_MONTH_NOT_OVER", "period", period, "cycle", cycle)))
                .orElse(hasPolicy ? null : Message.of("SIZE_CLASSES_NO_POLICY", "period", period));
    }

    private Optional<String> cycle(String where, Object... values) {
        return sql.first(
                "SELECT cycle FROM cycle WHERE " + where + " ORDER BY period, number_in_period LIMIT 1",
                row -> row.getString(1),
                values);
    }

    /** Those that have no class on record for the month. */
    private List<ClassedShop> classed(Ground ground, Set<String> recorded) {
        ClassCutoffs cutoffs = ground.policy().map(PolicyVersion::cutoffs).orElse(new ClassCutoffs(Map.of()));
        String version = ground.policy().map(PolicyVersion::version).orElse("");
        Map<String, List<MonthVolume>> volumes = figures.volumes(ground.months());
        return changes.all().values().stream()
                .filter(shop -> !recorded.contains(shop.licence()))
                .map(shop -> ClassedShop.of(
                        shop, ground.period(), volumes.getOrDefault(shop.licence(), List.of()), cutoffs, version))
                .toList();
    }

    private static int count(List<ClassedShop> shops, SizeClasses.Basis... bases) {
        return (int) shops.stream()
                .filter(shop -> Arrays.asList(bases).contains(shop.basis()))
                .count();
    }

    private static int computed(List<ClassedShop> shops) {
        return count(shops, SizeClasses.Basis.COMPUTED);
    }

    /** What would become of everybody's class in the coming month. */
    @Transactional
    public Preview preview(Paging paging) {
        Ground ground = ground(comingMonth());
        Set<String> recorded = classes.recordedFor(ground.period());
        List<ClassedShop> shops = classed(ground, recorded);
        List<ClassedShop> changed =
                shops.stream().filter(ClassedShop::isChanged).toList();
        List<ClassedShop> page =
                changed.stream().skip(paging.offset()).limit(paging.size).toList();
        return new Preview(
                ground.period(),
                ground.policy().map(PolicyVersion::version).orElse(null),
                ground.policy().map(version -> version.cutoffs().from()).orElse(Map.of()),
                ground.months(),
                ground.obstacle() == null ? null : ground.obstacle().code(),
                recorded.size(),
                computed(shops),
                shops.size() - computed(shops),
                PageOf.of(page, paging, changed.size()));
    }

    /** Why they cannot be computed now, in words; null where nothing stands in the way. */
    @Transactional
    Message obstacle() {
        return ground(comingMonth()).obstacle();
    }

    /**
     * Computes the classes of the coming month and puts them on record.
     *
     * @param period the month, as whoever asks has seen it
     * @throws Refused when it is another month that is coming, or this one cannot be computed now
     */
    @Transactional
    Done compute(Viewer planner, String period) {
        lock();
        String coming = comingMonth();
        if (!coming.equals(period)) {
            throw Refused.field("period", Message.of("SIZE_CLASSES_OTHER_MONTH", "period", coming));
        }
        return settle(planner, period);
    }

    /**
     * The same for a month that somebody knows to be coming, whatever the calendar says: the first one of a demo.
     *
     * @throws Refused when something of the month or a later one is published, or an earlier one is not over
     */
    @Transactional
    public Done computeFirst(Viewer planner, String period) {
        lock();
        return settle(planner, period);
    }

    /**
     * Lets nothing be published, frozen or classified meanwhile; in the order in which those lock too, and before anything
     * is read, so that what is read is the latest.
     */
    private void lock() {
        sql.list("SELECT cycle FROM cycle FOR SHARE", row -> row.getString(1));
        sql.list("SELECT licence FROM retailer FOR UPDATE", row -> row.getString(1));
    }

    private Done settle(Viewer planner, String period) {
        Ground ground = ground(period);
        if (ground.obstacle() != null) {
            throw new Refused(Problem.CONFLICT, ground.obstacle());
        }
        PolicyVersion policy = ground.policy().orElseThrow();
        List<ClassedShop> shops = classed(ground, classes.recordedFor(period));
        List<ClassedShop> changed =
                shops.stream().filter(ClassedShop::isChanged).toList();
        Done done = new Done(
                period,
                policy.version(),
                shops.size(),
                computed(shops),
                shops.size() - computed(shops),
                changed.size());
        if (!shops.isEmpty()) {
            classes.record(period, policy.digest(), policy.version(), shops);
            journal.append(planner, Act.SIZE_CLASSES_COMPUTED, Subject.policy(policy.digest()), content(done, ground));
            changed.forEach(shop -> journal.append(
                    planner,
                    Act.RETAILER_CHANGED,
                    Subject.retailer(shop.licence()),
                    Changes.between(Map.of("sizeClass", shop.before()), Map.of("sizeClass", shop.after()))));
        }
        return done;
    }

    private static Map<String, Object> content(Done done, Ground ground) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("period", done.period());
        content.put("recorded", done.recorded());
        content.put("computed", done.computed());
        content.put("kept", done.kept());
        content.put("changed", done.changed());
        Map<String, Object> months = new TreeMap<>();
        ground.months().forEach(month -> months.put(month.period(), month.counts()));
        content.put("months", months);
        return content;
    }
}
