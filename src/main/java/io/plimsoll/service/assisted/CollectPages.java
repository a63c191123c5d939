package io.plimsoll.service.assisted;

import io.plimsoll.service.assisted.Bodies.Collection;
import io.plimsoll.service.master.RegisteredRetailer;
import io.plimsoll.service.master.RetailerRegister;
import io.plimsoll.service.orders.CycleSkus;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Filled;
import io.plimsoll.service.web.Once;
import io.plimsoll.service.web.Page;
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
import java.util.Objects;
import org.jboss.resteasy.reactive.RestPath;

/** What a customer manager writes down on a visit: first typed, then read back to the retailer, then kept. */
@Path("/assisted-orders/collect/{cycle}/{licence}")
@Produces(MediaType.TEXT_HTML)
public class CollectPages {

    private final AssistedSteps steps;
    private final Collectable collectable;
    private final RetailerRegister register;
    private final CycleSkus skus;
    private final Asking asking;
    private final Once once;
    private final Page page;
    private final Clock clock;

    CollectPages(
            AssistedSteps steps,
            Collectable collectable,
            RetailerRegister register,
            CycleSkus skus,
            Asking asking,
            Once once,
            Page page,
            Clock clock) {
        this.steps = steps;
        this.collectable = collectable;
        this.register = register;
        this.skus = skus;
        this.asking = asking;
        this.once = once;
        this.page = page;
        this.clock = clock;
    }

    /**
     * What the form shows.
     *
     * @param wrong with the lines or fields, each with the field to go to
     * @param readBack what is only read back; null while it is typed
     */
    record Shown(
            String cycle,
            RegisteredRetailer retailer,
            Map<String, CycleSkus.Named> skus,
            List<CollectForm.Row> rows,
            Filled form,
            List<CollectForm.Wrong> wrong,
            Collection readBack) {

        /** Whether it is only read back. */
        public boolean isCheck() {
            return readBack != null;
        }

        /** Where the form is sent. */
        public String address() {
            return MissedShop.collectAddress(cycle, retailer.licence());
        }

        /** What a Sku is called; blank where nobody knows. */
        public String nameOf(String sku) {
            return skus.containsKey(sku) ? skus.get(sku).name() : "";
        }
    }

    @CheckedTemplate(basePath = "assisted")
    static class Templates {
        static native TemplateInstance collect(Shown shown);
    }

    @GET
    @Path("")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    public TemplateInstance form(@RestPath String cycle, @RestPath String licence) {
        QuarkusTransaction.requiringNew().run(() -> collectable.requireMissed(asking.known(), cycle, licence));
        return shown(cycle, licence, CollectForm.empty(clock.instant(), page.zone()), null, null);
    }

    @POST
    @Path("")
    @RolesAllowed(Role.Name.CUSTOMER_MANAGER)
    public Response send(@RestPath String cycle, @RestPath String licence, @BeanParam CollectForm form) {
        try {
            if (Objects.equals(form.act, "more") || Objects.equals(form.act, "back")) {
                return Response.ok(shown(cycle, licence, form, null, null)).build();
            }
            form.nameByKeys(skus.of(cycle));
            Collection given = form.collection(licence, page.zone());
            if (Objects.equals(form.act, "store")) {
                return QuarkusTransaction.requiringNew()
                        .call(() -> once.create(
                                form.once,
                                given,
                                () -> SeeOther.to(steps.collect(asking.known(), cycle, given)
                                        .address())));
            }
            QuarkusTransaction.requiringNew().run(() -> collectable.require(asking.known(), cycle, given));
            return Response.ok(shown(cycle, licence, form, null, given)).build();
        } catch (Refused refused) {
            return Filled.again(refused, () -> shown(cycle, licence, form, refused, null));
        }
    }

    private TemplateInstance shown(
            String cycle, String licence, CollectForm form, Refused refusedOrNull, Collection readBackOrNull) {
        boolean isRefused = refusedOrNull != null;
        return Templates.collect(new Shown(
                cycle,
                register.read(licence),
                skus.of(cycle),
                form.rows(refusedOrNull, readBackOrNull == null),
                isRefused ? Filled.refused(form.fields(), refusedOrNull) : Filled.with(form.fields()),
                isRefused ? CollectForm.wrong(refusedOrNull) : List.of(),
                readBackOrNull));
    }
}
