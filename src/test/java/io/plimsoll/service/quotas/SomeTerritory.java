package io.plimsoll.service.quotas;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.TestRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A customer manager with some shops, three months of which are known, and everybody whom a change of totals takes. Its months lie
 * beyond those of all other tests, so for it they are the present ones; it is to be put away afterwards.
 */
@ApplicationScoped
public class SomeTerritory {

    private static final AtomicInteger YEARS = new AtomicInteger();

    private final Fixtures fixtures;
    private final Policies policies;

    SomeTerritory(Fixtures fixtures, Policies policies) {
        this.fixtures = fixtures;
        this.policies = policies;
    }

    /**
     * What there is.
     *
     * @param manager his key
     * @param year of its months: the first three are over, the fourth is the present one
     * @param retailers who keep the shops, by licence
     */
    public record Territory(
            String manager,
            String code,
            int year,
            String policy,
            Somebody customerManager,
            Somebody marketManager,
            Somebody planner,
            Map<String, Somebody> retailers) {

        public String month(int number) {
            return "%04d-%02d".formatted(year, number);
        }

        public String cycle(int month) {
            return "Q-" + year + "-" + month;
        }

        /** The shop with this name. */
        public String shop(String name) {
            return "Q" + year + "-" + name;
        }
    }

    /**
     * A shop to be made.
     *
     * @param demand cartons a month
     */
    public record Wanted(String name, int total, int demand, boolean keyAccount) {

        public Wanted(String name, int total, int demand) {
            this(name, total, demand, false);
        }
    }

    /** Makes one; its present month has an only cycle, which is not yet published: changes hold from it on. */
    @Transactional
    public Territory make(List<Wanted> shops) {
        int year = 9100 + YEARS.getAndIncrement();
        String manager = "M-Q" + year;
        String code = "T-Q" + year;
        String policy = policy();
        fixtures.execute("INSERT INTO territory (code, name) VALUES (?, ?)", code, "Town " + year);
        Map<String, Somebody> retailers = new TreeMap<>();
        Territory territory = new Territory(
                manager,
                code,
                year,
                policy,
                fixtures.manager(manager),
                fixtures.marketManager(code),
                fixtures.person(Role.PLANNER),
                retailers);
        for (Wanted wanted : shops) {
            String licence = territory.shop(wanted.name());
            fixtures.execute(
                    "INSERT INTO retailer (licence, name, manager, territory, market_type, size_class, status,"
                            + " order_interval, key_account) VALUES (?, ?, ?, ?, 'RURAL', 'SMALL', 'ACTIVE', 1, ?)",
                    licence,
                    "Shop " + wanted.name(),
                    manager,
                    code,
                    wanted.keyAccount());
            fixtures.execute(
                    "INSERT INTO agreed_total (licence, period, cartons, state, proposed_at, agreed_at, approved_at)"
                            + " VALUES (?, ?, ?, 'APPROVED', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))",
                    licence,
                    territory.month(1),
                    wanted.total());
            fixtures.execute(
                    "INSERT INTO shop_indicator (licence, period, agreed_total, monthly_demand, misfit, starved, starved_now, orders,"
                            + " at_headroom, missing, concern) VALUES (?, ?, ?, ?, FALSE, FALSE, FALSE, 0, 0, 0, 0)",
                    licence,
                    territory.month(4),
                    wanted.total(),
                    wanted.demand());
            retailers.put(licence, fixtures.retailer(licence));
        }
        for (int month = 1; month <= 3; month++) {
            over(territory, month, shops);
        }
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state, policy)"
                        + " VALUES (?, 'x', ?, 1, 4, 'PLANNED', ?)",
                territory.cycle(4),
                territory.month(4),
                policy);
        return territory;
    }

    private String policy() {
        PolicyVersion policy = PolicyVersion.of(TestRuns.drawn().cycle().policy());
        if (policies.store(policy, Optional.empty()).isNew()) {
            fixtures.execute(
                    "INSERT INTO policy_step (digest, number, step, by_person, at) VALUES (?, 1, 'APPROVED', ?, UTC_TIMESTAMP(6))",
                    policy.digest(),
                    fixtures.person(Role.PLANNER).id());
        }
        return policy.digest();
    }

    /** A month of one cycle, in which every shop asked for what it asks for, and was granted it. */
    private void over(Territory territory, int month, List<Wanted> shops) {
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state, policy)"
                        + " VALUES (?, 'x', ?, 1, 1, 'DELIVERED', ?)",
                territory.cycle(month),
                territory.month(month),
                territory.policy());
        long run = run(territory.cycle(month));
        for (Wanted shop : shops) {
            grant(run, territory.cycle(month), territory.shop(shop.name()), shop.demand(), "NONE");
        }
    }

    private long run(String cycle) {
        return fixtures.execute(
                "INSERT INTO allocation_run (cycle, made_at, in_force, record) VALUES (?, UTC_TIMESTAMP(6), TRUE, '')",
                cycle);
    }

    private void grant(long run, String cycle, String licence, int cartons, String binding) {
        if (cartons == 0) {
            return;
        }
        fixtures.execute(
                "INSERT INTO grant_line (run, licence, line_rank, sku, demand, granted, binding) VALUES (?, ?, 1, 'S', ?, ?, ?)",
                run,
                licence,
                cartons,
                cartons,
                binding);
        fixtures.execute(
                "INSERT INTO grant_total (run, licence, cycle, granted) VALUES (?, ?, ?, ?)",
                run,
                licence,
                cycle,
                cartons);
    }

    /** The first cycle of the present month is over: shops were granted something in it, and changes hold from the second on. */
    void allocate(Territory territory, Map<String, Integer> grantedByName) {
        fixtures.execute("UPDATE cycle SET state = 'ALLOCATED' WHERE cycle = ?", territory.cycle(4));
        long run = run(territory.cycle(4));
        grantedByName.forEach((name, cartons) -> grant(run, territory.cycle(4), territory.shop(name), cartons, "NONE"));
    }

    /** After the first cycle of the present month was shared, its supply turned out to be another. */
    void correctSupply(Territory territory) {
        String sku = "S-" + territory.year();
        fixtures.execute("INSERT INTO sku (sku, brand, tier, status) VALUES (?, 'Harbour', 'TIER_2', 'NORMAL')", sku);
        fixtures.execute("INSERT INTO supply (cycle, sku, supply) VALUES (?, ?, 100)", territory.cycle(4), sku);
        fixtures.execute(
                "INSERT INTO run_sku (run, sku, supply, claimed, granted) SELECT id, ?, 50, 0, 0 FROM allocation_run"
                        + " WHERE cycle = ? AND in_force",
                sku,
                territory.cycle(4));
    }

    /** The first cycle of the present month takes orders now. */
    public void open(Territory territory) {
        fixtures.execute(
                "UPDATE cycle SET state = 'OPEN', opens_at = UTC_TIMESTAMP(6) - INTERVAL 1 DAY,"
                        + " closes_at = UTC_TIMESTAMP(6) + INTERVAL 300 DAY, second_closes_at = UTC_TIMESTAMP(6) + INTERVAL 301 DAY"
                        + " WHERE cycle = ?",
                territory.cycle(4));
    }

    /** The total of a shop that would hold in a cycle of the present month. */
    public int total(Territory territory, String name, int number) {
        return Integer.parseInt(fixtures.value(
                "SELECT cartons FROM agreed_total WHERE licence = ? AND state = 'APPROVED' AND (period < ? OR period = ?"
                        + " AND number_in_period <= ?) ORDER BY period DESC, number_in_period DESC, id DESC LIMIT 1",
                territory.shop(name),
                territory.month(4),
                territory.month(4),
                number));
    }

    /** Takes its cycles out of the sight of other tests. */
    public void putAway(Territory territory) {
        fixtures.execute("UPDATE cycle SET state = 'CANCELLED' WHERE cycle LIKE ?", "Q-" + territory.year() + "-%");
    }
}
