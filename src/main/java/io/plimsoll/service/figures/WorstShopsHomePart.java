package io.plimsoll.service.figures;

import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which shops need a manager today: the ten with most concerns of those that he looks after. */
@ApplicationScoped
class WorstShopsHomePart implements HomePart {

    private static final int PLACE = 2;
    private static final int SHOWN = 10;

    private final Shops shops;

    WorstShopsHomePart(Shops shops) {
        this.shops = shops;
    }

    @CheckedTemplate(basePath = "figures")
    static class Templates {
        static native TemplateInstance home(List<WatchedShop> worst, Instant derivedAt);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        if (viewer.role() != Role.CUSTOMER_MANAGER && viewer.role() != Role.MARKET_MANAGER) {
            return Optional.empty();
        }
        return Optional.of(Templates.home(
                shops.worst(viewer.scope(), SHOWN), shops.derivedAt().orElse(null)));
    }
}
