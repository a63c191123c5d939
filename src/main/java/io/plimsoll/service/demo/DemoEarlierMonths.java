package io.plimsoll.service.demo;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.generation.County;
import io.plimsoll.service.master.EarlierMonths;
import io.plimsoll.service.master.EarlierMonths.EarlierMonth;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Brings the twelve months before the county's first, so that its shops have a past to be looked at. */
@ApplicationScoped
class DemoEarlierMonths {

    private final EarlierMonths months;

    DemoEarlierMonths(EarlierMonths months) {
        this.months = months;
    }

    /** Once the register is there. */
    void store(Cycle first, County county) {
        List<EarlierMonth> all = new ArrayList<>();
        for (int i = 0; i < first.retailers().size(); i++) {
            String licence = first.retailers().get(i).key();
            county.earlierMonths(i)
                    .forEach(month -> all.add(new EarlierMonth(
                            licence, month.period(), month.demand(), month.granted(), month.ceiling())));
        }
        months.store(all);
    }
}
