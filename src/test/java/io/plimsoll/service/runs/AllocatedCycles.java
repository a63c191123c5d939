package io.plimsoll.service.runs;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.right.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Cycles that are allocated, for the tests of other rooms. */
@ApplicationScoped
public class AllocatedCycles {

    private final TestRuns runs;
    private final Fixtures fixtures;
    private final List<String> allocated = new ArrayList<>();

    AllocatedCycles(TestRuns runs, Fixtures fixtures) {
        this.runs = runs;
        this.fixtures = fixtures;
    }

    public boolean isNone() {
        return allocated.isEmpty();
    }

    /** A cycle of a month of its own whose run is done; its name. */
    public String allocated() {
        String cycle = runs.closed();
        TestRuns.start(fixtures.person(Role.PLANNER), cycle, null).then().statusCode(201);
        runs.work();
        allocated.add(cycle);
        return cycle;
    }

    /** Another run of it, of half the supply. */
    public void allocateAnew(String cycle) {
        Fixtures.Somebody planner = fixtures.person(Role.PLANNER);
        String sku = runs.shortSku(cycle);
        long supply =
                Long.parseLong(fixtures.value("SELECT supply FROM supply WHERE cycle = ? AND sku = ?", cycle, sku));
        runs.correct(planner, cycle, sku, supply / 2);
        TestRuns.start(planner, cycle, "Half of it came.").then().statusCode(201);
        runs.work();
    }
}
