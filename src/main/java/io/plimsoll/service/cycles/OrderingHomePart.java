package io.plimsoll.service.cycles;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How many of the shops that somebody looks after have ordered, while they still can (R17). */
@ApplicationScoped
class OrderingHomePart implements HomePart {

    private static final int PLACE = 20;
    private static final Set<Role> READERS =
            EnumSet.of(Role.CUSTOMER_MANAGER, Role.MARKET_MANAGER, Role.ORDER_DESK, Role.PLANNER);

    private final CycleStatus status;
    private final Participation participation;

    OrderingHomePart(CycleStatus status, Participation participation) {
        this.status = status;
        this.participation = participation;
    }

    @CheckedTemplate(basePath = "cycles")
    static class Templates {
        static native TemplateInstance ordering(Participation.Counted ordered, String address, String withoutOrder);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        if (!READERS.contains(viewer.role())) {
            return Optional.empty();
        }
        return status.ordering()
                .map(present -> Templates.ordering(
                        participation.of(viewer, present.cycle()),
                        CycleView.address(present.cycle()),
                        "/retailers?withoutOrderIn=" + URLEncoder.encode(present.cycle(), StandardCharsets.UTF_8)));
    }
}
