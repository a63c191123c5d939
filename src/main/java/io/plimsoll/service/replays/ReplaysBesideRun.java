package io.plimsoll.service.replays;

import io.plimsoll.service.runs.BesideRun;
import io.plimsoll.service.runs.Run;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The button that replays a run, and the latest replays of it. */
@ApplicationScoped
class ReplaysBesideRun implements BesideRun {

    private static final int MOST = 3;

    private final Replays replays;

    ReplaysBesideRun(Replays replays) {
        this.replays = replays;
    }

    @CheckedTemplate(basePath = "replays")
    static class Templates {
        static native TemplateInstance beside(Run run, String address, List<Replay> latest);
    }

    @Override
    public Optional<TemplateInstance> of(Run run) {
        // Of grants that came in without the rest of a result there is nothing to recompute.
        return run.policyDigest() == null
                ? Optional.empty()
                : Optional.of(Templates.beside(run, Replay.all(run.cycle(), run.id()), replays.latest(run.id(), MOST)));
    }
}
