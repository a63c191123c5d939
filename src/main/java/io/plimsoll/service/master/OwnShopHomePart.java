package io.plimsoll.service.master;

import io.plimsoll.service.master.GrantsOfCycles.GrantOfCycle;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/** What a retailer may still be granted this month, and what he got last. */
@ApplicationScoped
class OwnShopHomePart implements HomePart {

    private static final int PLACE = 15;

    private final RetailerRepository retailers;
    private final Standings standings;
    private final GrantsOfCycles grants;

    OwnShopHomePart(RetailerRepository retailers, Standings standings, GrantsOfCycles grants) {
        this.retailers = retailers;
        this.standings = standings;
        this.grants = grants;
    }

    @CheckedTemplate(basePath = "master")
    static class Templates {
        static native TemplateInstance ownShop(String address, Standing standing, Long left, GrantOfCycle last);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        if (!(viewer.scope() instanceof Scope.OneRetailer own)) {
            return Optional.empty();
        }
        return retailers
                .findByIdOptional(own.licence())
                .map(RegisteredRetailer::of)
                .map(this::part);
    }

    private TemplateInstance part(RegisteredRetailer shop) {
        Standing standing = standings.of(shop);
        Long left = standing.ceiling() == null ? null : Math.max(0, standing.ceiling() - standing.granted());
        GrantOfCycle last = grants.of(shop.licence()).stream()
                .filter(each -> Objects.nonNull(each.granted()))
                .findFirst()
                .orElse(null);
        return Templates.ownShop(shop.address(), standing, left, last);
    }
}
