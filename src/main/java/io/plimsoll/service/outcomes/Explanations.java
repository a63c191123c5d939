package io.plimsoll.service.outcomes;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.explanation.Explainer;
import io.plimsoll.explanation.Explanation;
import io.plimsoll.message.Message;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.CycleRun;
import io.plimsoll.run.WhatIf;
import io.plimsoll.service.frozen.FrozenFolders;
import io.plimsoll.service.law.Law;
import io.plimsoll.service.orders.CycleSkus;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.sku.Sku;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The long answer to "why": the run is recomputed from what it read, which takes as long as the run did, and is kept for
 * the next who asks. It explains nothing that the stored grants do not say too.
 */
@ApplicationScoped
class Explanations {

    private static final int MOST_KEPT = 2;

    private final FrozenFolders folders;
    private final Law law;
    private final CycleSkus skus;
    private final int threads = Runtime.getRuntime().availableProcessors();

    private final Map<Long, CycleResult> kept = new LinkedHashMap<>(4, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, CycleResult> eldest) {
            return size() > MOST_KEPT;
        }
    };

    Explanations(FrozenFolders folders, Law law, CycleSkus skus) {
        this.folders = folders;
        this.law = law;
        this.skus = skus;
    }

    /**
     * Why a retailer got what the run granted him.
     *
     * @throws Refused where this build, by its rules, would grant something else: then it can't say why
     */
    Explanation of(GrantedOrder granted) {
        CycleResult result = result(granted.cycle(), granted.run());
        int retailer = position(result.cycle(), granted.licence());
        requireSame(result, retailer, granted);
        return new Explainer(
                        result, law.rules(), WhatIf.about(result, threads), names(result.cycle(), granted), retailer)
                .order();
    }

    private synchronized CycleResult result(String cycle, long run) {
        CycleResult known = kept.get(run);
        if (known == null) {
            known = new CycleRun(law.rules(), threads).allocateUnjudged(folders.cycle(cycle, run), part -> {});
            kept.put(run, known);
        }
        return known;
    }

    private static int position(Cycle cycle, String licence) {
        List<Retailer> retailers = cycle.retailers();
        for (int i = 0; i < retailers.size(); i++) {
            if (retailers.get(i).key().equals(licence)) {
                return i;
            }
        }
        throw Refused.notFound();
    }

    private static void requireSame(CycleResult result, int retailer, GrantedOrder granted) {
        Orders orders = result.cycle().orders();
        int first = orders.firstLine()[retailer];
        boolean isSame =
                orders.firstLine()[retailer + 1] - first == granted.lines().size();
        for (int i = 0; isSame && i < granted.lines().size(); i++) {
            isSame = result.sharing().granted()[first + i]
                    == granted.lines().get(i).granted();
        }
        if (!isSame) {
            throw new Refused(Problem.CONFLICT, Message.of("WHY_OTHER_RULES"));
        }
    }

    private Explainer.Names names(Cycle cycle, GrantedOrder granted) {
        Map<String, CycleSkus.Named> named = skus.of(cycle.head().cycle());
        return new Explainer.Names() {
            @Override
            public String of(Retailer retailer) {
                return retailer.key() + (granted.name() == null ? "" : " " + granted.name());
            }

            @Override
            public String of(Sku sku) {
                CycleSkus.Named name = named.get(sku.key());
                return sku.key() + " " + (name == null ? sku.brand() : name.name());
            }

            @Override
            public String shown(String text) {
                return text;
            }
        };
    }
}
