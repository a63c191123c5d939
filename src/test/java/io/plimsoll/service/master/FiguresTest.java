package io.plimsoll.service.master;

import static io.plimsoll.service.master.Shops.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.master.Shops.Shop;
import io.plimsoll.service.quotas.SomeTerritory;
import io.plimsoll.service.quotas.SomeTerritory.Territory;
import io.plimsoll.service.quotas.SomeTerritory.Wanted;
import io.plimsoll.service.web.Forms;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The figures of a retailer are those of the records, whatever these are. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class FiguresTest {

    private static final int MOST_CYCLES = 4;

    @Inject
    Fixtures fixtures;

    @Inject
    GrantedInPeriod granted;

    @Inject
    AgreedTotals totals;

    @Inject
    SomeTerritory territories;

    private final SplittableRandom random = new SplittableRandom(20261124);

    private int below(int bound) {
        return (int) Long.remainderUnsigned(random.nextLong(), bound);
    }

    @Test
    void whatWasGrantedIsTheSumOfTheRunsInForceLessWhatCameBack() {
        for (int history = 0; history < 15; history++) {
            String period = "1%03d-01".formatted(below(999));
            if (fixtures.value("SELECT cycle FROM cycle WHERE period = ?", period) == null) {
                checkOneHistory(period);
            }
        }
    }

    private void checkOneHistory(String period) {
        Shop shop = Shops.make(fixtures);
        List<String> licences =
                List.of(shop.licence(), shop.licence() + "-2", shop.licence() + "-3", shop.licence() + "-4");
        licences.stream().skip(1).forEach(licence -> Shops.add(fixtures, shop, licence));
        String sku = "S-" + Forms.random().substring(0, 10);
        fixtures.execute("INSERT INTO sku (sku, brand, tier, status) VALUES (?, 'Harbour', 'TIER_2', 'NORMAL')", sku);
        Map<String, Long> expected = new TreeMap<>();
        int cycles = 1 + below(MOST_CYCLES);
        for (int number = 1; number <= cycles; number++) {
            String cycle = makeCycle(period, number, cycles);
            Map<String, Long> ofCycle = runs(cycle, licences);
            comeBack(cycle, sku, licences, ofCycle);
            ofCycle.forEach((licence, cartons) -> expected.merge(licence, cartons, Long::sum));
        }
        assertEquals(expected, granted.ofAll(period));
        for (String licence : licences) {
            assertEquals(expected.getOrDefault(licence, 0L), granted.of(licence, period), licence);
        }
    }

    private String makeCycle(String period, int number, int of) {
        String cycle = "C-" + Forms.random().substring(0, 10);
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state)"
                        + " VALUES (?, 'x', ?, ?, ?, 'PLANNED')",
                cycle,
                period,
                number,
                of);
        return cycle;
    }

    /** Up to three runs; only the last is in force. */
    private Map<String, Long> runs(String cycle, List<String> licences) {
        Map<String, Long> inForce = new TreeMap<>();
        int runs = below(4);
        for (int i = 1; i <= runs; i++) {
            long run = fixtures.execute(
                    "INSERT INTO allocation_run (cycle, made_at, in_force, record) VALUES (?, UTC_TIMESTAMP(6), ?, '')",
                    cycle,
                    i == runs ? Boolean.TRUE : null);
            for (String licence : licences) {
                if (below(3) > 0) {
                    int cartons = below(100);
                    fixtures.execute(
                            "INSERT INTO grant_total (run, licence, cycle, granted) VALUES (?, ?, ?, ?)",
                            run,
                            licence,
                            cycle,
                            cartons);
                    if (i == runs) {
                        inForce.put(licence, (long) cartons);
                    }
                }
            }
        }
        return inForce;
    }

    private void comeBack(String cycle, String sku, List<String> licences, Map<String, Long> ofCycle) {
        for (String licence : licences) {
            for (String kind : List.of("RETURNED", "PAYMENT_FAILED")) {
                if (ofCycle.containsKey(licence) && below(3) == 0) {
                    int cartons = 1 + below(10);
                    fixtures.execute(
                            "INSERT INTO came_back (cycle, licence, sku, cartons, kind, recorded_at)"
                                    + " VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6))",
                            cycle,
                            licence,
                            sku,
                            cartons,
                            kind);
                    ofCycle.merge(licence, (long) -cartons, Long::sum);
                }
            }
        }
    }

    @Test
    void theApprovedTotalOfTheLatestMonthHoldsAndNoOther() {
        Shop shop = Shops.make(fixtures);
        agree(shop, "2026-03", 100, "APPROVED");
        agree(shop, "2026-05", 120, "APPROVED");
        agree(shop, "2026-06", 999, "PROPOSED");
        agree(shop, "2026-06", 998, "AGREED");
        assertTrue(totals.inForce(shop.licence(), "2026-02").isEmpty());
        assertEquals(
                100, totals.inForce(shop.licence(), "2026-04").orElseThrow().cartons());
        assertEquals(
                120, totals.inForce(shop.licence(), "2026-07").orElseThrow().cartons());
        assertEquals(120, totals.inForce("2026-07").get(shop.licence()));
        as(fixtures.retailer(shop.licence()))
                .get("/api/retailers/" + shop.licence() + "/agreed-totals")
                .then()
                .body("total", equalTo(4))
                .body("items[0].state", equalTo("AGREED"));
    }

    @Test
    void anApprovedTotalThatIsToComeIsShownWithItsCeilingAndOneThatHoldsIsNot() {
        Territory town = territories.make(List.of(new Wanted("a", 100, 70)));
        try {
            String licence = town.shop("a");
            String standing = "/api/retailers/" + licence + "/standing";
            as(fixtures.retailer(licence)).get(standing).then().body("coming", nullValue());
            agree(new Shop(licence, null, null), town.month(4), 61, "APPROVED");
            Response shown = as(fixtures.retailer(licence)).get(standing);
            shown.then()
                    .body("agreedTotal", equalTo(100))
                    .body("coming.period", equalTo(town.month(4)))
                    .body("coming.cartons", equalTo(61));
            double percent = ((Number) shown.path("floatPercent")).doubleValue();
            assertEquals((int) Math.floor(61 * (100 + percent) / 100), shown.<Integer>path("coming.ceiling"));
            territories.open(town);
            as(fixtures.retailer(licence))
                    .get(standing)
                    .then()
                    .body("agreedTotal", equalTo(61))
                    .body("coming", nullValue());
        } finally {
            territories.putAway(town);
        }
    }

    private void agree(Shop shop, String period, int cartons, String state) {
        fixtures.execute(
                "INSERT INTO agreed_total (licence, period, cartons, state, proposed_at)"
                        + " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))",
                shop.licence(),
                period,
                cartons,
                state);
    }

    @Test
    void aMonthThatIsOnlyPublishedIsNotThePresentOne() {
        fixtures.execute("UPDATE cycle SET state = 'CANCELLED' WHERE state <> 'CANCELLED'");
        Shop shop = Shops.make(fixtures);
        cycle("2950-01", "DELIVERED");
        cycle("2950-02", "PUBLISHED");
        String standing = "/api/retailers/" + shop.licence() + "/standing";
        as(fixtures.retailer(shop.licence()))
                .get(standing)
                .then()
                .statusCode(200)
                .body("period", equalTo("2950-01"));
    }

    private void cycle(String period, String state) {
        fixtures.execute(
                "INSERT INTO cycle (cycle, seed, period, number_in_period, of_period, state) VALUES (?, 'x', ?, 1, 4, ?)",
                "C-" + Forms.random().substring(0, 10),
                period,
                state);
    }
}
