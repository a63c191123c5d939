package io.plimsoll.service.demo;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CycleInput;
import io.plimsoll.files.CycleWriter;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.generation.County;
import io.plimsoll.generation.GeneratedCycle;
import io.plimsoll.order.Orders;
import io.plimsoll.results.ResultWriter;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import io.plimsoll.service.intake.CycleIntake;
import io.plimsoll.service.law.Law;
import io.plimsoll.service.people.SeededPeople.SignIn;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.RunWriting;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Stores the cycles of the county: those that are past with their grants, and the last one open, with some of its orders in. */
@ApplicationScoped
class DemoCycles {

    /** The cycle of which a list of others is brought. */
    private static final int AUDITED = 2;

    private final CycleIntake intake;
    private final DemoPolicy policies;
    private final DemoSizeClasses classes;
    private final DemoEarlierMonths earlier;
    private final DemoCalendar calendar;
    private final Law law;
    private final RunWriting writing;
    private final DemoAudit audit;
    private final DemoForecasts forecasts;
    private final DemoPlans plans;

    DemoCycles(
            CycleIntake intake,
            DemoPolicy policies,
            DemoSizeClasses classes,
            DemoEarlierMonths earlier,
            DemoCalendar calendar,
            Law law,
            RunWriting writing,
            DemoAudit audit,
            DemoForecasts forecasts,
            DemoPlans plans) {
        this.intake = intake;
        this.policies = policies;
        this.classes = classes;
        this.earlier = earlier;
        this.calendar = calendar;
        this.law = law;
        this.writing = writing;
        this.audit = audit;
        this.forecasts = forecasts;
        this.plans = plans;
    }

    /**
     * Stores one cycle.
     *
     * @return cartons granted on each line; of the open cycle none are yet
     */
    int[] store(GeneratedCycle generated, County county, List<SignIn> people) throws IOException {
        Cycle drawn = generated.cycle();
        intake.storeRegister(drawn, generated.details());
        plans.renew(drawn, DemoCalendar.FIRST_MONDAY);
        PolicyVersion policy = policies.publish(drawn.policy());
        if (drawn.head().number() == 1) {
            classes.compute(drawn, county);
            forecasts.seed(drawn);
            plans.seed(drawn, generated.details());
            earlier.store(drawn, county);
        }
        Cycle cycle = new Cycle(drawn.head(), drawn.retailers(), drawn.skus(), drawn.orders(), policy.releasePolicy());
        if (drawn.head().number() <= DemoCounty.PAST_CYCLES) {
            return storePast(new GeneratedCycle(cycle, generated.details()), policy, people);
        }
        storeOpen(new GeneratedCycle(cycle, generated.details()), policy, people);
        return new int[0];
    }

    private int[] storePast(GeneratedCycle generated, PolicyVersion policy, List<SignIn> people) throws IOException {
        Cycle cycle = generated.cycle();
        CycleIntake.Life life = calendar.past(cycle.head().number());
        intake.storeCycle(cycle, generated.details(), policy.digest(), life, false);
        intake.storeDetails(cycle, generated.details());
        calendar.storeSteps(cycle.head().cycle(), life);
        RuleBook rules = law.rules();
        CycleInput input = CycleWriter.input(cycle, policy, generated.details());
        int threads = Runtime.getRuntime().availableProcessors();
        CycleResult result = new CycleRun(rules, threads).allocate(cycle, part -> {});
        byte[] record = ResultWriter.recordOf(input, result, rules.texts()).bytes();
        writing.write(
                new CycleIntake.RunHead(policy, life.secondClosesAt(), null, null, null, record),
                result,
                null,
                lines -> {});
        if (cycle.head().number() == AUDITED) {
            audit.bring(cycle, result, people);
        }
        return result.sharing().granted();
    }

    private void storeOpen(GeneratedCycle generated, PolicyVersion policy, List<SignIn> people) {
        Cycle cycle = generated.cycle();
        String waits = people.stream()
                .filter(each -> each.role() == Role.RETAILER)
                .findFirst()
                .orElseThrow()
                .user();
        Cycle sofar =
                new Cycle(cycle.head(), cycle.retailers(), cycle.skus(), ordersSoFar(cycle, waits), cycle.policy());
        CycleIntake.Life life = calendar.open();
        intake.storeCycle(sofar, generated.details(), policy.digest(), life, false);
        calendar.storeSteps(cycle.head().cycle(), life);
    }

    /** Two shops in three have ordered; the one that can sign in has not. */
    private static Orders ordersSoFar(Cycle cycle, String waits) {
        Orders all = cycle.orders();
        int[] first = new int[all.firstLine().length];
        int[] rank = new int[all.lines()];
        int[] sku = new int[all.lines()];
        int[] demand = new int[all.lines()];
        int lines = 0;
        for (int i = 0; i < all.retailers(); i++) {
            boolean hasOrdered = i % 3 != 0 && !cycle.retailers().get(i).key().equals(waits);
            for (int line = all.firstLine()[i]; hasOrdered && line < all.firstLine()[i + 1]; line++) {
                rank[lines] = all.rank()[line];
                sku[lines] = all.sku()[line];
                demand[lines++] = all.demand()[line];
            }
            first[i + 1] = lines;
        }
        return new Orders(
                first,
                Arrays.copyOf(rank, lines),
                Arrays.copyOf(sku, lines),
                Arrays.copyOf(demand, lines),
                all.atMost());
    }
}
