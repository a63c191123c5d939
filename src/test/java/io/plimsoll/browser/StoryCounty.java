package io.plimsoll.browser;

import static io.restassured.RestAssured.given;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.generation.GeneratedCycle;
import io.plimsoll.order.Orders;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.Fixtures.Somebody;
import io.plimsoll.service.TestClock;
import io.plimsoll.service.cycles.TestCycles;
import io.plimsoll.service.intake.CycleIntake;
import io.plimsoll.service.policies.Policies;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.runs.TestRuns;
import io.plimsoll.service.web.Forms;
import io.restassured.http.ContentType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small county with a policy, ready for a week: what the stories in the browser are about. */
@ApplicationScoped
class StoryCounty {

    static final Instant OPENS = Instant.parse("2096-11-05T00:00:00Z");
    static final Instant CLOSES = Instant.parse("2096-11-06T10:00:00Z");
    static final Instant SECOND_CLOSES = Instant.parse("2096-11-07T02:00:00Z");

    private final Fixtures fixtures;
    private final CycleIntake intake;
    private final Policies policies;
    private final TestCycles cycles;
    private final TestClock clock;

    StoryCounty(Fixtures fixtures, CycleIntake intake, Policies policies, TestCycles cycles, TestClock clock) {
        this.fixtures = fixtures;
        this.intake = intake;
        this.policies = policies;
        this.cycles = cycles;
        this.clock = clock;
    }

    /** The county as it was drawn, its register stored, and the digest of its policy, which binds. */
    record Story(GeneratedCycle drawn, String policy) {

        /** A shop that has many lines to order. */
        int busyShop() {
            Orders orders = drawn.cycle().orders();
            int busiest = 0;
            for (int i = 0; i < orders.retailers(); i++) {
                boolean isActive =
                        drawn.cycle().retailers().get(i).status().name().equals("ACTIVE");
                if (isActive && lines(i) > lines(busiest)) {
                    busiest = i;
                }
            }
            return busiest;
        }

        private int lines(int shop) {
            return drawn.cycle().orders().firstLine()[shop + 1]
                    - drawn.cycle().orders().firstLine()[shop];
        }

        /** Its supply as a planner has it in a file. */
        byte[] supplyFile() {
            StringBuilder file = new StringBuilder("sku,supply,forecast\n");
            drawn.cycle()
                    .skus()
                    .forEach(sku -> file.append(sku.key())
                            .append(',')
                            .append(
                                    sku.supply().isPresent()
                                            ? Long.toString(sku.supply().getAsLong())
                                            : "")
                            .append(',')
                            .append(sku.forecast().map(Object::toString).orElse(""))
                            .append('\n'));
            return file.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Transactional
    Story begin() {
        cycles.alone();
        GeneratedCycle drawn = TestRuns.drawn();
        intake.storeRegister(drawn.cycle(), drawn.details());
        PolicyVersion policy = PolicyVersion.of(drawn.cycle().policy());
        if (policies.store(policy, Optional.empty()).isNew()) {
            fixtures.execute(
                    "INSERT INTO policy_step (digest, number, step, by_person, at) VALUES (?, 1, 'APPROVED', ?, UTC_TIMESTAMP(6))",
                    policy.digest(),
                    fixtures.person(Role.PLANNER).id());
        }
        return new Story(drawn, policy.digest());
    }

    /** Time passes until a moment, and the schedule does what is due; who signed in long ago does so anew. */
    void until(Instant moment) {
        clock.set(moment);
        cycles.goOn(moment);
        fixtures.execute("DELETE FROM sign_in_guard");
    }

    /** All shops but one order what they want. */
    void othersOrder(Story story, String cycle, int but) {
        Cycle drawn = story.drawn().cycle();
        for (int i = 0; i < drawn.retailers().size(); i++) {
            if (i != but && drawn.orders().ordered(i) && i % 5 != 0) {
                order(fixtures.retailer(drawn.retailers().get(i).key()), cycle, lines(drawn, i));
            }
        }
    }

    private static List<Map<String, Object>> lines(Cycle cycle, int shop) {
        List<Map<String, Object>> lines = new ArrayList<>();
        Orders orders = cycle.orders();
        for (int line = orders.firstLine()[shop]; line < orders.firstLine()[shop + 1]; line++) {
            lines.add(Map.of("sku", cycle.skus().get(orders.sku()[line]).key(), "demand", orders.demand()[line]));
        }
        return lines;
    }

    private static void order(Somebody retailer, String cycle, List<Map<String, Object>> lines) {
        given().header("Authorization", "Bearer " + retailer.token())
                .header("Idempotency-Key", Forms.random())
                .contentType(ContentType.JSON)
                .body(Map.of("lines", lines))
                .post("/api/cycles/" + cycle + "/orders")
                .then()
                .statusCode(201);
    }
}
