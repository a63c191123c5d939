package io.plimsoll.service.leads;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.plimsoll.service.web.Paging;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Which leads wait for somebody: first of all those that auditors have since nobody verified them. */
@ApplicationScoped
class LeadsHomePart implements HomePart {

    private static final int PLACE = 4;
    private static final int MOST = 5;

    private final Leads leads;
    private final OwnComplaints complaints;

    LeadsHomePart(Leads leads, OwnComplaints complaints) {
        this.leads = leads;
        this.complaints = complaints;
    }

    /** How many leads wait for an auditor. */
    record Waiting(long escalated, long overdue, long unassigned, long proposed) {}

    /** How many leads somebody is to check. */
    record Mine(long all, long overdue) {}

    @CheckedTemplate(basePath = "leads")
    static class Templates {
        static native TemplateInstance home(Waiting waiting, Mine mine, List<LeadSummary> escalated);

        static native TemplateInstance ownHome(List<OwnComplaints.OwnComplaint> complaints);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        if (viewer.role() == Role.RETAILER) {
            Paging latest = new Paging();
            latest.size = MOST;
            List<OwnComplaints.OwnComplaint> own =
                    complaints.list(viewer, latest).items();
            return own.isEmpty() ? Optional.empty() : Optional.of(Templates.ownHome(own));
        }
        if (!Staff.CHECKING.contains(viewer.role())) {
            return Optional.empty();
        }
        Mine mine = new Mine(count(filter -> filter.mine = "true"), count(filter -> {
            filter.mine = "true";
            filter.overdue = "true";
        }));
        if (viewer.role() != Role.AUDITOR) {
            return mine.all() == 0 ? Optional.empty() : Optional.of(Templates.home(null, mine, List.of()));
        }
        LeadFilter escalated = new LeadFilter();
        escalated.escalated = "true";
        Paging first = new Paging();
        first.size = MOST;
        Waiting waiting = new Waiting(
                leads.count(escalated),
                count(filter -> filter.overdue = "true"),
                count(filter -> filter.state = LeadState.OPEN.name()),
                count(filter -> filter.state = LeadState.PROPOSED.name()));
        return Optional.of(
                Templates.home(waiting, mine, leads.list(escalated, first).items()));
    }

    private long count(Consumer<LeadFilter> wish) {
        LeadFilter filter = new LeadFilter();
        wish.accept(filter);
        return leads.count(filter);
    }
}
