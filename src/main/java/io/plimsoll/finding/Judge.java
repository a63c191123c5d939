package io.plimsoll.finding;

import io.plimsoll.allocation.Draw;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.rule.RuleBook;
import java.util.List;

/** Judges the grants of one cycle by the rules, under the ceilings that the same rules set. */
public final class Judge {

    private final Cycle cycle;
    private final Ceilings ceilings;
    private final Limits limits;
    private final Draw draw;
    private final RuleBook rules;

    /**
     * A judge for one cycle.
     *
     * @param draw breaks ties between equal keys, as it did when supply was shared
     */
    public Judge(Cycle cycle, Ceilings ceilings, Draw draw, RuleBook rules) {
        this(cycle, ceilings, Limits.of(cycle, ceilings), draw, rules);
    }

    Judge(Cycle cycle, Ceilings ceilings, Limits limits, Draw draw, RuleBook rules) {
        this.cycle = cycle;
        this.ceilings = ceilings;
        this.limits = limits;
        this.draw = draw;
        this.rules = rules;
    }

    /** Everything the rules find in these grants, sorted as in findings.csv. */
    public List<Finding> judge(GrantsOnTrial grants) {
        Trial trial = new Trial(rules, cycle.policy().version());
        Tally tally = new Tally(cycle, grants);
        new LineTrial(cycle, limits, grants).run(trial);
        new RetailerTrial(cycle, ceilings, limits, tally).run(trial);
        new SupplyTrial(cycle, ceilings, tally).run(trial);
        new RivalryTrial(cycle, ceilings, limits, draw, grants, tally).run(trial);
        new PolicyTrial(cycle, ceilings, limits).run(trial);
        return trial.findings();
    }
}
