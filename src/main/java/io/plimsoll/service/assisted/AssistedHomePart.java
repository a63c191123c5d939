package io.plimsoll.service.assisted;

import io.plimsoll.service.cycles.CycleState;
import io.plimsoll.service.cycles.CycleStatus;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.HomePart;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whose turn it is with which assisted orders, while the second window is open. */
@ApplicationScoped
class AssistedHomePart implements HomePart {

    private static final int PLACE = 12;

    private final AssistedOrders orders;
    private final ConfirmationCodes codes;
    private final CycleStatus status;

    AssistedHomePart(AssistedOrders orders, ConfirmationCodes codes, CycleStatus status) {
        this.orders = orders;
        this.codes = codes;
        this.status = status;
    }

    /**
     * What waits for somebody, and how many more wait for others.
     *
     * @param later signed, but to be entered on a later day
     */
    record Waiting(long missed, long unconfirmed, long toSign, long toEnter, long later) {}

    @CheckedTemplate(basePath = "assisted")
    static class Templates {
        static native TemplateInstance home(Waiting waiting);

        static native TemplateInstance ownHome(AssistedOrder order, ConfirmationCodes.Standing code);
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Optional<TemplateInstance> of(Viewer viewer) {
        String cycle = status.present()
                .filter(present -> present.state() == CycleState.SECOND_WINDOW)
                .map(CycleStatus.Present::cycle)
                .orElse(null);
        if (viewer.scope() instanceof Scope.OneRetailer own) {
            AssistedOrder order =
                    cycle == null ? null : orders.onItsWay(own, cycle).orElse(null);
            return Optional.of(Templates.ownHome(order, codes.of(own.licence()).orElse(null)));
        }
        return cycle == null ? Optional.empty() : ofStaff(viewer, cycle).map(Templates::home);
    }

    private Optional<Waiting> ofStaff(Viewer viewer, String cycle) {
        return switch (viewer.role()) {
            case CUSTOMER_MANAGER ->
                Optional.of(new Waiting(
                        orders.countMissed(cycle, null), count(cycle, AssistedPages.Part.UNCONFIRMED), 0, 0, 0));
            case MARKET_MANAGER ->
                Optional.of(new Waiting(
                        orders.countMissed(cycle, null),
                        count(cycle, AssistedPages.Part.UNCONFIRMED),
                        count(cycle, AssistedPages.Part.TO_SIGN),
                        0,
                        0));
            case ORDER_DESK -> {
                long today = orders.toEnterToday(cycle);
                yield Optional.of(new Waiting(
                        orders.countMissed(cycle, null),
                        0,
                        0,
                        today,
                        count(cycle, AssistedPages.Part.TO_ENTER) - today));
            }
            default -> Optional.empty();
        };
    }

    private long count(String cycle, AssistedPages.Part part) {
        return orders.count(cycle, part.filter(null));
    }
}
