package io.plimsoll.service.orders;

import io.plimsoll.message.Message;
import io.plimsoll.service.cycles.CycleStatus;
import io.plimsoll.service.cycles.CycleView;
import io.plimsoll.service.cycles.Cycles;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.SeeOther;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** The pages on which a retailer orders, looks at what he is about to submit, and is told that it is stored. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class OrderPages {

    private final OrderTaking taking;
    private final OrderReading orders;
    private final OrderSheets sheets;
    private final Receipts receipts;
    private final CycleSkus skus;
    private final Origin origin;
    private final Cycles cycles;
    private final CycleStatus status;
    private final Asking asking;
    private final Once once;
    private final Clock clock;

    OrderPages(
            OrderTaking taking,
            OrderReading orders,
            OrderSheets sheets,
            Receipts receipts,
            CycleSkus skus,
            Origin origin,
            Cycles cycles,
            CycleStatus status,
            Asking asking,
            Once once,
            Clock clock) {
        this.taking = taking;
        this.orders = orders;
        this.sheets = sheets;
        this.receipts = receipts;
        this.skus = skus;
        this.origin = origin;
        this.cycles = cycles;
        this.status = status;
        this.asking = asking;
        this.once = once;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "orders")
    static class Templates {
        static native TemplateInstance order(OrderSheet sheet);

        static native TemplateInstance check(OrderSheet sheet);

        static native TemplateInstance receipt(
                Receipt receipt, List<Receipt> all, Map<String, CycleSkus.Named> skus, boolean isOpen, String address);

        static native TemplateInstance noCycle();
    }

    @GET
    @Path("order")
    @RolesAllowed(Role.Name.RETAILER)
    public Response present() {
        orders.ownShop(asking.known());
        return status.present()
                .map(present -> SeeOther.to(OrderView.address(present.cycle())))
                .orElseGet(() -> Response.ok(Templates.noCycle()).build());
    }

    @GET
    @Path("order/{cycle}")
    @RolesAllowed(Role.Name.RETAILER)
    public TemplateInstance order(@RestPath String cycle) {
        Viewer retailer = asking.known();
        CycleView found = cycles.find(retailer, cycle);
        origin.nameDevice();
        return Templates.order(sheets.stored(found, orders.ownShop(retailer)));
    }

    @POST
    @Path("order/{cycle}")
    @RolesAllowed(Role.Name.RETAILER)
    public Response order(@RestPath String cycle, @BeanParam OrderForm form) {
        Viewer retailer = asking.known();
        CycleView found = cycles.find(retailer, cycle);
        String licence = orders.ownShop(retailer);
        try {
            return switch (form.press()) {
                case SUBMIT -> submit(retailer, found, licence, form);
                case CHECK -> check(found, licence, form);
                default ->
                    Response.ok(Templates.order(sheets.sent(found, licence, form, null)))
                            .build();
            };
        } catch (Refused refused) {
            return Filled.again(refused, () -> Templates.order(sheets.sent(found, licence, form, refused)));
        }
    }

    private Response check(CycleView cycle, String licence, OrderForm form) {
        taking.requireSound(cycle.cycle(), form.draft());
        orders.find(cycle.cycle(), licence)
                .ifPresent(stored -> requireSeen(form.seenVersion(), !stored.isEntered(), stored.version()));
        return Response.ok(Templates.check(sheets.sent(cycle, licence, form, null)))
                .build();
    }

    /** What was entered for him meanwhile is nothing that he has to have seen: his own order wins (R16). */
    private static void requireSeen(long seen, boolean isOwn, long version) {
        if (isOwn && seen != version) {
            throw new Refused(Problem.STALE, Message.of("ORDER_CHANGED_MEANWHILE"));
        }
    }

    private Response submit(Viewer retailer, CycleView cycle, String licence, OrderForm form) {
        OrderDraft draft = form.draft();
        long seen = form.seenVersion();
        return QuarkusTransaction.requiringNew()
                .call(() -> once.create(form.once, draft, () -> {
                    Receipt receipt = taking.submit(
                            retailer,
                            cycle.cycle(),
                            licence,
                            draft,
                            present -> present.ifPresent(there -> requireSeen(seen, there.isSelf(), there.version())));
                    return SeeOther.to(receipt.address());
                }));
    }

    @GET
    @Path("order/{cycle}/receipts/{receipt}")
    @RolesAllowed(Role.Name.RETAILER)
    public TemplateInstance receipt(@RestPath String cycle, @RestPath long receipt) {
        Viewer retailer = asking.known();
        CycleView found = cycles.find(retailer, cycle);
        String licence = orders.ownShop(retailer);
        Optional<Receipt> shown = receipts.find(cycle, licence, receipt);
        boolean isOpen = found.life().stateAt(clock.instant()).takesOrders();
        return Templates.receipt(
                shown.orElseThrow(Refused::forbidden),
                receipts.of(cycle, licence),
                skus.of(cycle),
                isOpen,
                OrderView.address(cycle));
    }
}
