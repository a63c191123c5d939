package io.plimsoll.service.orders;

import io.plimsoll.service.cycles.CycleStatus;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whether a retailer has ordered, while he can. */
@ApplicationScoped
class OrderHomePart implements HomePart {

    private static final int PLACE = 5;

    private final CycleStatus status;
    private final OrderReading orders;

    OrderHomePart(CycleStatus status, OrderReading orders) {
        this.status = status;
        this.orders = orders;
    }

    @CheckedTemplate(basePath = "orders")
    static class Templates {
        static native TemplateInstance home(CycleStatus.Present present, OrderView order, String address);
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
        return status.present()
                .filter(present -> present.state().takesOrders())
                .map(present -> Templates.home(
                        present,
                        orders.find(present.cycle(), own.licence()).orElse(null),
                        OrderView.address(present.cycle())));
    }
}
