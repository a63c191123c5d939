package io.plimsoll.service.journal;

import io.plimsoll.service.right.Viewer;
import java.util.Collection;

/** Hides acts even from auditors; a room in which there is something that a reader may not know of declares one as a bean. */
public interface Curtain {

    /** What somebody may read no acts of. */
    Collection<Subject> before(Viewer viewer);
}
