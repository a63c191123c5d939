package io.plimsoll.service.cycles;

import io.plimsoll.service.web.Checks;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jboss.resteasy.reactive.RestForm;

/** The form in which a cycle is planned, as it was typed. */
public class CycleForm {

    @RestForm
    public String cycle = "";

    @RestForm
    public String seed = "";

    @RestForm
    public String period = "";

    @RestForm
    public String number = "";

    @RestForm
    public String of = "";

    @RestForm
    public String opensAt = "";

    @RestForm
    public String closesAt = "";

    @RestForm
    public String secondClosesAt = "";

    @RestForm
    public String policy = "";

    @RestForm
    public String once = "";

    @RestForm
    public String version = "";

    static CycleForm of(CycleView cycle, ZoneId zone) {
        CycleForm form = new CycleForm();
        form.cycle = cycle.cycle();
        form.seed = cycle.seed();
        form.period = cycle.period();
        form.number = Integer.toString(cycle.number());
        form.of = Integer.toString(cycle.of());
        form.opensAt = typed(cycle.opensAt(), zone);
        form.closesAt = typed(cycle.closesAt(), zone);
        form.secondClosesAt = typed(cycle.secondClosesAt(), zone);
        form.policy = cycle.policy() == null ? "" : cycle.policy();
        form.version = Long.toString(cycle.version());
        return form;
    }

    /** The form of a cycle that is not planned yet, as far as it can be foreseen. */
    static CycleForm of(CyclePlan plan, ZoneId zone) {
        CycleForm form = new CycleForm();
        form.cycle = plan.cycle();
        form.period = plan.period();
        form.number = Integer.toString(plan.number());
        form.of = Integer.toString(plan.of());
        form.opensAt = typed(plan.opensAt(), zone);
        form.closesAt = typed(plan.closesAt(), zone);
        return form;
    }

    private static String typed(Instant moment, ZoneId zone) {
        return moment == null
                ? ""
                : LocalDateTime.ofInstant(moment, zone)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    CyclePlan plan(ZoneId zone) {
        return new CyclePlan(
                text(cycle).strip(),
                text(seed).strip(),
                text(period).strip(),
                whole(number),
                whole(of),
                moment(opensAt, zone),
                moment(closesAt, zone),
                moment(secondClosesAt, zone),
                text(policy).isBlank() ? null : policy.strip());
    }

    long seenVersion() {
        try {
            return Long.parseLong(text(version));
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** What is no number is none that a cycle can have. */
    private static int whole(String typed) {
        try {
            return Integer.parseInt(text(typed).strip());
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** What is no moment is one that no plan can have. */
    private static Instant moment(String typed, ZoneId zone) {
        if (text(typed).isBlank()) {
            return null;
        }
        try {
            Instant moment = LocalDateTime.parse(typed.strip()).atZone(zone).toInstant();
            return Checks.isStorable(moment) ? moment : Instant.MIN;
        } catch (DateTimeParseException none) {
            return Instant.MIN;
        }
    }
}
