package io.plimsoll.service.web;

import io.plimsoll.service.right.Viewer;
import io.quarkus.qute.TemplateInstance;
import java.util.Optional;

/** A part of the page where everybody begins; each room brings its own for whom it has something to say. */
public interface HomePart {

    /** Parts stand in this order, from the top. */
    int place();

    Optional<TemplateInstance> of(Viewer viewer);
}
