package io.plimsoll.service.web;

import io.plimsoll.service.right.Viewer;
import java.time.Instant;
import java.util.Optional;

/** The cycle that the shell of every page speaks of; the room of cycles knows it. */
public interface PresentCycle {

    /**
     * What is said of it.
     *
     * @param sentence code of a sentence with {@code cycle} and {@code until}
     * @param until when that ends by schedule; null where nothing is planned
     * @param address its page
     */
    record Line(String sentence, String cycle, Instant until, String address) {}

    /** The cycle that matters now, to somebody who may see it; nothing where there is none. */
    Optional<Line> of(Viewer viewer);
}
