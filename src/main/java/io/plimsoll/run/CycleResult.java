package io.plimsoll.run;

import io.plimsoll.allocation.Sharing;
import io.plimsoll.allocation.SkuLevels;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.Finding;
import java.util.List;

/**
 * What became of one cycle.
 *
 * @param cycle what went in
 * @param ceilings what the rules allowed
 * @param sharing what every line was granted
 * @param bindings why every line got what it got
 * @param levels what became of every Sku
 * @param findings what the rules say of it, sorted as in findings.csv
 * @param summary the same in a few figures
 */
public record CycleResult(
        Cycle cycle,
        Ceilings ceilings,
        Sharing sharing,
        Binding[] bindings,
        SkuLevels levels,
        List<Finding> findings,
        Summary summary) {}
