package io.plimsoll.service.demo;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CycleDetails;
import io.plimsoll.generation.County;
import io.plimsoll.generation.CountyPlan;
import io.plimsoll.generation.GeneratedCycle;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.people.SeededPeople;
import io.plimsoll.service.people.SeededPeople.SignIn;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws the county and puts it into the database, whole or not at all. */
@ApplicationScoped
class DemoCounty {

    static final int PAST_CYCLES = 3;

    /** A large county on a slow machine takes its time. */
    private static final int LONGEST_SECONDS = 3_600;

    private final DemoCycles cycles;
    private final SeededPeople people;
    private final Journal journal;

    DemoCounty(DemoCycles cycles, SeededPeople people, Journal journal) {
        this.cycles = cycles;
        this.people = people;
        this.journal = journal;
    }

    /**
     * Fills the database.
     *
     * @return one sign-in for each role, and those of the shops that a re-balancing of the three worst fits would change
     */
    @Transactional(rollbackOn = Exception.class)
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    List<SignIn> seed(DemoSettings settings) throws IOException {
        Map<String, Object> content = Map.of(
                "retailers", settings.retailers(), "skus", settings.skus(), "seed", Long.toString(settings.seed()));
        journal.appendBySystem(Act.DEMO_SEEDED, Subject.service(), content);
        List<SignIn> signIns = new ArrayList<>();
        CountyPlan plan = CountyPlan.of(settings.retailers(), settings.skus(), settings.seed());
        County county = County.of(plan);
        county.show(PAST_CYCLES + 1, new County.Visitor<IOException>() {

            private int[] granted;

            @Override
            public void begins(String cycle) {}

            @Override
            public void takes(GeneratedCycle generated) throws IOException {
                if (signIns.isEmpty()) {
                    signIns.addAll(addPeople(generated.cycle(), generated.details(), county));
                }
                granted = cycles.store(generated, county, signIns);
            }

            @Override
            public int[] allocates(Cycle cycle) {
                return granted;
            }
        });
        return signIns;
    }

    private List<SignIn> addPeople(Cycle cycle, CycleDetails details, County county) {
        DemoPeople drawn = new DemoPeople(cycle, details, county);
        List<SignIn> signIns =
                drawn.withPassword().stream().map(people::addWithPassword).toList();
        people.addWithoutPassword(drawn.withoutPassword());
        return signIns;
    }
}
