package io.plimsoll.service.cycles;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What everybody wants to know first: can something be ordered, until when, and is there news. */
@ApplicationScoped
class CycleHomePart implements HomePart {

    private static final int PLACE = 10;

    private final CycleStatus status;
    private final Notices notices;
    private final Running running;

    CycleHomePart(CycleStatus status, Notices notices, Running running) {
        this.status = status;
        this.notices = notices;
        this.running = running;
    }

    @CheckedTemplate(basePath = "cycles")
    static class Templates {
        static native TemplateInstance home(
                CycleStatus.Present present, String address, long unread, boolean isPlanners, boolean isUnshared);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        if (viewer.role() == Role.ADMIN) {
            return Optional.empty();
        }
        CycleStatus.Present present = status.present().orElse(null);
        String address = present == null ? "/cycles" : CycleView.address(present.cycle());
        boolean isPlanners = viewer.role() == Role.PLANNER;
        boolean isUnshared = isPlanners
                && present != null
                && present.state() == CycleState.ALLOCATED
                && running.isCorrectedSinceItsRun(present.cycle());
        return Optional.of(Templates.home(present, address, notices.unread(viewer), isPlanners, isUnshared));
    }
}
