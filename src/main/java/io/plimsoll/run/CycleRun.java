package io.plimsoll.run;

import io.plimsoll.allocation.Allocator;
import io.plimsoll.allocation.Draw;
import io.plimsoll.allocation.Sharing;
import io.plimsoll.allocation.SharingTask;
import io.plimsoll.allocation.SkuLevels;
import io.plimsoll.ceiling.CeilingSetter;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.finding.Finding;
import io.plimsoll.finding.GrantsOnTrial;
import io.plimsoll.finding.Judge;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.work.Workers;
import java.util.List;

/**
 * Runs cycles. It takes one partition (company x cycle) in, gives its result out, and keeps nothing, so that many can
 * run side by side, here or on another engine.
 *
 * @param rules sets the ceilings and judges the outcome
 * @param threads how many threads may share supply; the result is the same for any number
 */
public record CycleRun(RuleBook rules, int threads) {

    public CycleRun {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads);
        }
    }

    /** Called when a part of the work begins. */
    @FunctionalInterface
    public interface Progress {
        /** The parts, in their order. */
        enum Part {
            CEILINGS,
            SHARING,
            JUDGING
        }

        void begins(Part part);
    }

    /** Sets the ceilings and shares, and leaves it at the grants: what rehearsals and properties need. */
    public Sharing share(Cycle cycle) {
        try (Workers workers = new Workers(threads)) {
            return Allocator.share(TaskSetting.of(cycle, CeilingSetter.set(cycle, rules), workers), workers);
        }
    }

    /** Sets the ceilings, shares, and judges the outcome. */
    public CycleResult allocate(Cycle cycle, Progress progress) {
        return allocate(cycle, progress, true);
    }

    /** Sets the ceilings and shares, without judging the outcome: the result has no findings, whatever it is like. */
    public CycleResult allocateUnjudged(Cycle cycle, Progress progress) {
        return allocate(cycle, progress, false);
    }

    private CycleResult allocate(Cycle cycle, Progress progress, boolean judged) {
        progress.begins(Progress.Part.CEILINGS);
        Ceilings ceilings = CeilingSetter.set(cycle, rules);
        progress.begins(Progress.Part.SHARING);
        try (Workers workers = new Workers(threads)) {
            SharingTask task = TaskSetting.of(cycle, ceilings, workers);
            Sharing sharing = Allocator.share(task, workers);
            Binding[] bindings = new Bindings(cycle, ceilings, task, sharing.granted(), sharing.bound()).all(workers);
            SkuLevels levels = SkuLevels.of(task, sharing);
            List<Finding> findings = List.of();
            if (judged) {
                progress.begins(Progress.Part.JUDGING);
                findings = new Judge(cycle, ceilings, task.draw(), rules).judge(GrantsOnTrial.own(sharing.granted()));
            }
            Summary summary = Summary.of(cycle, sharing.granted(), bindings, findings);
            return new CycleResult(cycle, ceilings, sharing, bindings, levels, findings, summary);
        }
    }

    /** Judges grants that somebody else made, against this cycle's orders, supply and policy. */
    public List<Finding> audit(Cycle cycle, GrantsOnTrial grants, Progress progress) {
        progress.begins(Progress.Part.CEILINGS);
        Ceilings ceilings = CeilingSetter.set(cycle, rules);
        progress.begins(Progress.Part.JUDGING);
        Draw draw = TaskSetting.draw(cycle);
        return new Judge(cycle, ceilings, draw, rules).judge(grants);
    }
}
