package io.plimsoll.finding;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.GrantsOnTrial.Stray;
import io.plimsoll.finding.Trial.Case;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.rule.Proposals;
import io.plimsoll.rule.fact.DemandOnRecord;
import io.plimsoll.rule.fact.GrantWithoutOrder;
import io.plimsoll.rule.fact.LineGrant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Each grant against what limits its own line: the order, the demand, the Sku ceiling; the worst per peers and Sku. */
final class LineTrial {

    private final Cycle cycle;
    private final Limits limits;
    private final GrantsOnTrial grants;
    private final int skus;

    LineTrial(Cycle cycle, Limits limits, GrantsOnTrial grants) {
        this.cycle = cycle;
        this.limits = limits;
        this.grants = grants;
        skus = cycle.skus().size();
    }

    void run(Trial trial) {
        WorstCases aboveDemand = new WorstCases(PeerGroup.COUNT * skus);
        WorstCases aboveCeiling = new WorstCases(PeerGroup.COUNT * skus);
        WorstCases altered = new WorstCases(1);
        Orders orders = cycle.orders();
        int[] retailerOf = new int[orders.lines()];
        for (int retailer = 0; retailer < orders.retailers(); retailer++) {
            int group = cycle.retailers().get(retailer).peers().index();
            for (int line = orders.firstLine()[retailer]; line < orders.firstLine()[retailer + 1]; line++) {
                retailerOf[line] = retailer;
                int granted = grants.granted()[line];
                if (granted > 0) {
                    int sku = orders.sku()[line];
                    int cell = group * skus + sku;
                    aboveDemand.look(cell, line, granted, orders.demand()[line]);
                    aboveCeiling.look(cell, line, granted, limits.sku(retailer, sku));
                }
                if (grants.recordedDemand().length > 0 && grants.recordedDemand()[line] != GrantsOnTrial.NOT_STATED) {
                    long difference = Math.abs((long) grants.recordedDemand()[line] - orders.demand()[line]);
                    altered.look(0, line, difference, 0);
                }
            }
        }
        aboveDemand.judgedBy(trial, (cell, line) -> aboveDemand(cell, retailerOf[line], line));
        aboveCeiling.judgedBy(trial, (cell, line) -> aboveCeiling(cell, retailerOf[line], line));
        altered.judgedBy(trial, (cell, line) -> altered(cell, retailerOf[line], line));
        trial.judge(withoutOrder());
        trial.judge(inventedDemand());
    }

    private Case aboveDemand(int cell, int retailer, int line) {
        return lineCase(cell, "DEMAND", retailer, line, cycle.orders().demand()[line]);
    }

    private Case aboveCeiling(int cell, int retailer, int line) {
        return lineCase(
                cell,
                "SKU_CEILING",
                retailer,
                line,
                limits.sku(retailer, cycle.orders().sku()[line]));
    }

    private Case lineCase(int cell, String limitKind, int retailerIndex, int line, long limit) {
        Retailer retailer = cycle.retailers().get(retailerIndex);
        String sku = sku(line);
        LineGrant fact = new LineGrant(
                limitKind,
                retailer.key(),
                retailer.sizeClass().name(),
                retailer.marketType().name(),
                sku,
                BigDecimal.valueOf(limit),
                BigDecimal.valueOf(grants.granted()[line]),
                new Proposals());
        return new Case(cell, Subjects.line(retailer.key(), sku), fact);
    }

    private Case altered(int cell, int retailerIndex, int line) {
        String retailer = cycle.retailers().get(retailerIndex).key();
        DemandOnRecord fact = new DemandOnRecord(
                retailer,
                sku(line),
                BigDecimal.valueOf(cycle.orders().demand()[line]),
                BigDecimal.valueOf(grants.recordedDemand()[line]),
                new Proposals());
        return new Case(cell, Subjects.line(retailer, sku(line)), fact);
    }

    private List<Case> withoutOrder() {
        List<Case> cases = new ArrayList<>();
        for (Stray stray : grants.strays()) {
            boolean ordered = stray.retailerIndex() >= 0 && cycle.orders().ordered(stray.retailerIndex());
            GrantWithoutOrder fact = new GrantWithoutOrder(
                    stray.retailer(),
                    stray.sku(),
                    stray.known(),
                    ordered,
                    BigDecimal.valueOf(stray.granted()),
                    new Proposals());
            cases.add(new Case(0, Subjects.line(stray.retailer(), stray.sku()), fact));
        }
        return cases;
    }

    /** Who ordered nothing reported a demand of nothing, whatever the grants state. */
    private List<Case> inventedDemand() {
        List<Case> cases = new ArrayList<>();
        for (Stray stray : grants.strays()) {
            if (stray.recordedDemand() != GrantsOnTrial.NOT_STATED) {
                DemandOnRecord fact = new DemandOnRecord(
                        stray.retailer(),
                        stray.sku(),
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(stray.recordedDemand()),
                        new Proposals());
                cases.add(new Case(0, Subjects.line(stray.retailer(), stray.sku()), fact));
            }
        }
        return cases;
    }

    private String sku(int line) {
        return cycle.skus().get(cycle.orders().sku()[line]).key();
    }
}
