package io.plimsoll.service.journal;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.plimsoll.service.web.WebSettings;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was done of late, for auditors: how often each kind of act, and the way to those acts. */
@ApplicationScoped
class ActsHomePart implements HomePart {

    private static final int PLACE = 30;
    private static final int DAYS = 7;

    /** Acts that change what has been published, who may do what, or what a later check judges by. */
    private static final Set<String> WORTH_A_LOOK = Stream.of(
                    Act.SUPPLY_CORRECTED,
                    Act.CYCLE_WINDOW_ENDED,
                    Act.CYCLE_CANCELLED,
                    Act.CYCLE_REPLACED,
                    Act.POLICY_APPROVED,
                    Act.POLICY_REFUSED,
                    Act.COMPLAINT_MADE,
                    Act.STOCK_CHECK_RECORDED,
                    Act.RETAILER_CHANGED,
                    Act.SIGN_IN_REFUSED,
                    Act.PASSWORD_RESET,
                    Act.LOCK_OUT_ENDED,
                    Act.PERSON_ADDED,
                    Act.PERSON_CHANGED,
                    Act.DATA_TAKEN_OUT,
                    Act.LEAD_ESCALATED,
                    Act.VIOLATION_CONFIRMED)
            .map(Act::name)
            .collect(Collectors.toUnmodifiableSet());

    private final Sql sql;
    private final Hidden hidden;
    private final Clock clock;
    private final WebSettings settings;

    ActsHomePart(Sql sql, Hidden hidden, Clock clock, WebSettings settings) {
        this.sql = sql;
        this.hidden = hidden;
        this.clock = clock;
        this.settings = settings;
    }

    /** Acts of one kind. */
    record Kind(String kind, long acts) {}

    @CheckedTemplate(basePath = "journal")
    static class Templates {
        static native TemplateInstance home(List<Kind> telling, List<Kind> others, String from, int days);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        if (viewer.role() != Role.AUDITOR) {
            return Optional.empty();
        }
        Instant since = clock.instant().minus(Duration.ofDays(DAYS));
        Where where = hidden.leaveOut(new Where().and("at >= ?", since));
        List<Kind> kinds = sql.list(
                "SELECT kind, COUNT(*) AS acts FROM journal" + where.sql() + " GROUP BY kind ORDER BY acts DESC, kind",
                where.values(),
                row -> new Kind(row.getString("kind"), row.getLong("acts")));
        Map<Boolean, List<Kind>> split =
                kinds.stream().collect(Collectors.partitioningBy(each -> WORTH_A_LOOK.contains(each.kind())));
        String from = LocalDate.ofInstant(since, settings.zone()).toString();
        return Optional.of(Templates.home(split.get(true), split.get(false), from, DAYS));
    }
}
