package io.plimsoll.service.assisted;

import io.plimsoll.service.assisted.AssistedOrders.Filter;
import io.plimsoll.service.cycles.CycleState;
import io.plimsoll.service.cycles.CycleStatus;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.orders.CycleSkus;
import io.plimsoll.service.orders.OrderLine;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.PageOf;
import io.plimsoll.service.web.Paging;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Who missed an order, what was collected, and the page of each assisted order, where everybody takes his own step. */
@Path("/assisted-orders")
@Produces(MediaType.TEXT_HTML)
public class AssistedPages {

    private final AssistedOrders orders;
    private final AssistedSteps steps;
    private final ConfirmationCodes codes;
    private final CycleSkus skus;
    private final Cycles cycles;
    private final CycleStatus status;
    private final Asking asking;
    private final Clock clock;

    AssistedPages(
            AssistedOrders orders,
            AssistedSteps steps,
            ConfirmationCodes codes,
            CycleSkus skus,
            Cycles cycles,
            CycleStatus status,
            Asking asking,
            Clock clock) {
        this.orders = orders;
        this.steps = steps;
        this.codes = codes;
        this.skus = skus;
        this.cycles = cycles;
        this.status = status;
        this.asking = asking;
        this.clock = clock;
    }

    /** The parts of the list. */
    enum Part {
        MISSED(null, null),
        UNCONFIRMED(AssistedState.COLLECTED, false),
        TO_SIGN(AssistedState.COLLECTED, true),
        TO_ENTER(AssistedState.VERIFIED, null),
        ALL(null, null);

        private final AssistedState state;
        private final Boolean confirmed;

        Part(AssistedState state, Boolean confirmed) {
            this.state = state;
            this.confirmed = confirmed;
        }

        Filter filter(String search) {
            return new Filter(state, confirmed, search);
        }

        /** The part of a name; without one that in which somebody finds his work. */
        static Part of(String name, Role role) {
            for (Part part : values()) {
                if (part.name().equals(name)) {
                    return part;
                }
            }
            return switch (role) {
                case CUSTOMER_MANAGER -> MISSED;
                case MARKET_MANAGER -> TO_SIGN;
                case ORDER_DESK -> TO_ENTER;
                default -> ALL;
            };
        }
    }

    /** A part of the list, and how many there are in it. */
    record Tab(Part part, long count) {}

    /**
     * What the list shows.
     *
     * @param cycle null where none was ever published
     * @param missed of the part MISSED; else null
     * @param orders of the other parts; else null
     */
    record Listing(
            CycleView cycle,
            CycleState now,
            Part part,
            List<Tab> tabs,
            String search,
            PageOf<MissedShop> missed,
            PageOf<AssistedSummary> orders) {

        /** Whether nothing was missed yet, since retailers are still at it. */
        public boolean isBefore() {
            return now.compareTo(CycleState.SECOND_WINDOW) < 0;
        }

        /** Whether what is missing is missing for good. */
        public boolean isAfter() {
            return now.compareTo(CycleState.SECOND_WINDOW) > 0;
        }
    }

    /** A line with the name of its Sku. */
    record NamedLine(OrderLine line, String name) {}

    /**
     * What the page of an order shows.
     *
     * @param closes when the second window ends; null where nobody knows
     * @param isOver whether it has ended
     * @param isCollector whether the one who asks has collected it
     * @param mayEnter whether the day has come on which it may be entered
     * @param code what is known of the retailer's code, for the one who collected; null where there is none
     */
    record Shown(
            AssistedOrder order,
            List<NamedLine> lines,
            Instant closes,
            boolean isOver,
            boolean isCollector,
            boolean mayEnter,
            ConfirmationCodes.Standing code) {}

    @CheckedTemplate(basePath = "assisted")
    static class Templates {
        static native TemplateInstance list(Listing listing);

        static native TemplateInstance order(Shown shown, Filled form);
    }

    @GET
    @Path("")
    @RolesAllowed({
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public TemplateInstance list(
            @RestQuery String cycle,
            @RestQuery String show,
            @RestQuery String search,
            @Valid @BeanParam Paging paging) {
        Viewer viewer = asking.known();
        String text = search == null ? "" : search;
        Part part = Part.of(show, viewer.role());
        String name = cycle == null || cycle.isBlank()
                ? status.present().map(CycleStatus.Present::cycle).orElse(null)
                : cycle.strip();
        if (name == null) {
            return Templates.list(new Listing(null, CycleState.PLANNED, part, List.of(), text, null, null));
        }
        CycleView found = cycles.find(viewer, name);
        List<Tab> tabs = new ArrayList<>();
        for (Part each : Part.values()) {
            long count = each == Part.MISSED ? orders.countMissed(name, text) : orders.count(name, each.filter(text));
            tabs.add(new Tab(each, count));
        }
        boolean isMissed = part == Part.MISSED;
        return Templates.list(new Listing(
                found,
                found.life().stateAt(clock.instant()),
                part,
                tabs,
                text,
                isMissed ? orders.missed(name, text, paging) : null,
                isMissed ? null : orders.list(name, part.filter(text), paging)));
    }

    @GET
    @Path("{assisted}")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public TemplateInstance order(@RestPath long assisted) {
        return Templates.order(shown(assisted), Filled.with(Map.of()));
    }

    private Shown shown(long id) {
        AssistedOrder order = orders.find(id);
        Map<String, CycleSkus.Named> named = skus.of(order.cycle());
        CycleView cycle = cycles.find(asking.known(), order.cycle());
        boolean isCollector = orders.inScope(id).collectedBy() == asking.known().personId();
        return new Shown(
                order,
                order.lines().stream()
                        .map(line -> new NamedLine(
                                line,
                                named.containsKey(line.sku())
                                        ? named.get(line.sku()).name()
                                        : ""))
                        .toList(),
                cycle.secondClosesAt(),
                cycle.life().stateAt(clock.instant()) != CycleState.SECOND_WINDOW,
                isCollector,
                !orders.day(clock.instant()).isBefore(order.entryFrom()),
                isCollector ? codes.of(order.licence()).orElse(null) : null);
    }

    @POST
    @Path("{assisted}/confirmation")
    @RolesAllowed({Role.Name.RETAILER, Role.Name.CUSTOMER_MANAGER})
    public Response confirm(
            @RestPath long assisted, @RestForm String confirms, @RestForm String code, @RestForm String reason) {
        Viewer viewer = asking.known();
        return step(
                assisted,
                reason,
                () -> viewer.role() == Role.RETAILER
                        ? steps.answer(viewer, assisted, truth(confirms), reason)
                        : steps.confirmByCode(viewer, assisted, code));
    }

    @POST
    @Path("{assisted}/signature")
    @RolesAllowed(Role.Name.MARKET_MANAGER)
    public Response sign(@RestPath long assisted, @RestForm String signs, @RestForm String reason) {
        return step(assisted, reason, () -> steps.sign(asking.known(), assisted, truth(signs), reason));
    }

    @POST
    @Path("{assisted}/entry")
    @RolesAllowed(Role.Name.ORDER_DESK)
    public Response enter(@RestPath long assisted) {
        return step(assisted, null, () -> steps.enter(asking.known(), assisted));
    }

    /** The code that was typed is never shown again. */
    private Response step(long id, String reason, Supplier<AssistedOrder> work) {
        try {
            return SeeOther.to(work.get().address());
        } catch (Refused refused) {
            return Filled.again(
                    refused,
                    () -> Templates.order(shown(id), Filled.refused(Filled.fields("reason", reason), refused)));
        }
    }

    private static Boolean truth(String typed) {
        return typed == null || typed.isBlank() ? null : Boolean.valueOf(Objects.equals(typed, "true"));
    }
}
