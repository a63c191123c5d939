package io.plimsoll.service.journal;

import io.plimsoll.service.database.Where;
import io.plimsoll.service.web.Asking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Collections;
import java.util.List;

/** What the one who asks may read no acts of. */
@ApplicationScoped
class Hidden {

    private final Instance<Curtain> curtains;
    private final References references;
    private final Asking asking;

    Hidden(Instance<Curtain> curtains, References references, Asking asking) {
        this.curtains = curtains;
        this.references = references;
        this.asking = asking;
    }

    /** Leaves out the acts that are hidden from the one who asks. */
    Where leaveOut(Where where) {
        List<String> hidden = curtains.stream()
                .flatMap(each -> each.before(asking.known()).stream())
                .map(references::of)
                .toList();
        if (hidden.isEmpty()) {
            return where;
        }
        String marks = String.join(", ", Collections.nCopies(hidden.size(), "?"));
        return where.and("subject NOT IN (" + marks + ")", hidden.toArray());
    }
}
