package io.plimsoll.service.leads;

import io.plimsoll.service.database.Where;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;

/**
 * Who sees a lead: auditors, whoever checks it and whoever raised it; and nobody whom it is about, whatever else he is. For
 * anybody else it does not exist.
 */
public final class LeadSight {

    private static final String IS_ABOUT =
            "EXISTS (SELECT 1 FROM lead_subject s WHERE s.of_lead = l.id AND (s.person = ? OR s.manager = ?))";

    private LeadSight() {}

    /** Leaves only the leads that somebody may see; their table is {@code l}. */
    public static Where of(Viewer viewer) {
        Where where = new Where().and("NOT " + IS_ABOUT, viewer.personId(), manager(viewer));
        if (viewer.role() == Role.AUDITOR) {
            return where;
        }
        return where.and("(l.raised_by = ? OR l.assignee = ?)", viewer.personId(), viewer.personId());
    }

    /** Leaves only the leads that are about somebody. */
    static Where about(Viewer viewer) {
        return new Where().and(IS_ABOUT, viewer.personId(), manager(viewer));
    }

    /** The key of a customer manager; of anybody else a text that no key is. */
    private static String manager(Viewer viewer) {
        return viewer.scope() instanceof Scope.OfManager of ? of.manager() : "";
    }
}
