package io.plimsoll.finding;

import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.Trial.Case;
import io.plimsoll.rule.Proposals;
import io.plimsoll.rule.fact.SkuTotal;
import io.plimsoll.sku.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What was granted of each Sku in all against what there was of it. */
final class SupplyTrial {

    private final Cycle cycle;
    private final Ceilings ceilings;
    private final Tally tally;

    SupplyTrial(Cycle cycle, Ceilings ceilings, Tally tally) {
        this.cycle = cycle;
        this.ceilings = ceilings;
        this.tally = tally;
    }

    void run(Trial trial) {
        List<Case> cases = new ArrayList<>();
        for (int s = 0; s < cycle.skus().size(); s++) {
            Sku sku = cycle.skus().get(s);
            if (tally.ofSku(s) > 0) {
                if (sku.supply().isPresent()) {
                    cases.add(skuCase("SUPPLY", s, sku.supply().getAsLong()));
                }
                if (ceilings.released(s) < sku.supply().orElse(Ceilings.NONE)) {
                    cases.add(skuCase("TIGHT_BALANCE", s, ceilings.released(s)));
                }
            }
        }
        trial.judge(cases);
    }

    private Case skuCase(String limitKind, int index, long limit) {
        Sku sku = cycle.skus().get(index);
        SkuTotal fact = new SkuTotal(
                limitKind,
                sku.key(),
                sku.tier().name(),
                BigDecimal.valueOf(limit),
                BigDecimal.valueOf(tally.ofSku(index)),
                new Proposals());
        return new Case(index, sku.key(), fact);
    }
}
