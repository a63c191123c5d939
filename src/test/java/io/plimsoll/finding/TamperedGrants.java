package io.plimsoll.finding;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.drools.TestRules;
import io.plimsoll.finding.GrantsOnTrial.Stray;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import io.plimsoll.sku.Sku;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the rules and the allocator granted in a cycle, and what somebody made of it afterwards. */
final class TamperedGrants {

    private static final CycleRun RUN = new CycleRun(TestRules.book(), 1);

    private final CycleResult honest;
    private final int[] granted;
    private final int[] recordedDemand;
    private final List<Stray> strays = new ArrayList<>();

    private TamperedGrants(CycleResult honest) {
        this.honest = honest;
        granted = honest.sharing().granted().clone();
        recordedDemand = new int[granted.length];
        Arrays.fill(recordedDemand, GrantsOnTrial.NOT_STATED);
    }

    static TamperedGrants of(Cycle cycle) {
        return new TamperedGrants(RUN.allocate(cycle, part -> {}));
    }

    Cycle cycle() {
        return honest.cycle();
    }

    CycleResult honest() {
        return honest;
    }

    /** Grants this instead, whether or not the shop ordered the Sku, or either is known. */
    TamperedGrants grant(String retailer, String sku, int cartons) {
        int line = line(retailer, sku);
        if (line < 0) {
            return addStray(new Stray(retailer, sku, retailerIndex(retailer), skuIndex(sku), cartons));
        }
        return grant(line, cartons);
    }

    TamperedGrants grant(int line, long cartons) {
        granted[line] = Math.toIntExact(cartons);
        return this;
    }

    TamperedGrants addStray(Stray stray) {
        strays.add(stray);
        return this;
    }

    /** States this demand beside the grant. */
    TamperedGrants state(String retailer, String sku, int demand) {
        return state(line(retailer, sku), demand);
    }

    TamperedGrants state(int line, int demand) {
        recordedDemand[line] = demand;
        return this;
    }

    int granted(String retailer, String sku) {
        return granted[line(retailer, sku)];
    }

    int granted(int line) {
        return granted[line];
    }

    GrantsOnTrial onTrial() {
        return new GrantsOnTrial(granted.clone(), recordedDemand.clone(), strays);
    }

    /** What an auditor is told. */
    Audit audit() {
        return new Audit(RUN.audit(cycle(), onTrial(), part -> {}));
    }

    private int line(String retailer, String sku) {
        Orders orders = cycle().orders();
        int shop = retailerIndex(retailer);
        for (int line = shop < 0 ? 0 : orders.firstLine()[shop];
                shop >= 0 && line < orders.firstLine()[shop + 1];
                line++) {
            if (orders.sku()[line] == skuIndex(sku)) {
                return line;
            }
        }
        return -1;
    }

    private int retailerIndex(String key) {
        return cycle().retailers().stream().map(Retailer::key).toList().indexOf(key);
    }

    private int skuIndex(String key) {
        return cycle().skus().stream().map(Sku::key).toList().indexOf(key);
    }
}
