package io.plimsoll.service.leads;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.database.Where;
import io.plimsoll.service.journal.Curtain;
import io.plimsoll.service.journal.Subject;
import io.plimsoll.service.right.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/** Nobody reads in the journal of a lead that is about himself. */
@ApplicationScoped
class LeadCurtain implements Curtain {

    private final Sql sql;

    LeadCurtain(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Collection<Subject> before(Viewer viewer) {
        Where where = LeadSight.about(viewer);
        return sql.list(
                "SELECT l.id FROM raised_lead l" + where.sql(), where.values(), row -> Subject.lead(row.getLong(1)));
    }
}
