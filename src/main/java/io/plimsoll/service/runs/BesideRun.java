package io.plimsoll.service.runs;

import io.quarkus.qute.TemplateInstance;
import java.util.Optional;

/** What another room has to say of a run, below it on the page of a cycle's runs. */
public interface BesideRun {

    Optional<TemplateInstance> of(Run run);
}
