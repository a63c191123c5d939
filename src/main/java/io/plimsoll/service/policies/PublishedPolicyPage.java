package io.plimsoll.service.policies;

import io.plimsoll.policy.ReleasePolicy;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.policies.PublishedPolicies.Present;
import io.plimsoll.service.policies.PublishedPolicies.Shop;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Scope;
import io.plimsoll.service.web.Asking;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** What holds in the present cycle, in the words of whoever orders: his class first, every other class to be read as well. */
@Path("/policy")
@Produces(MediaType.TEXT_HTML)
public class PublishedPolicyPage {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Policies policies;
    private final PublishedPolicies published;
    private final Asking asking;

    PublishedPolicyPage(Policies policies, PublishedPolicies published, Asking asking) {
        this.policies = policies;
        this.published = published;
        this.asking = asking;
    }

    @CheckedTemplate(basePath = "policies")
    static class Templates {
        static native TemplateInstance published(Present present, String version, Holding holding, Kind[] kinds);

        static native TemplateInstance nothingPublished();
    }

    /** A class in a market type. */
    record Kind(SizeClass sizeClass, MarketType marketType) {

        static Kind[] all() {
            return Arrays.stream(SizeClass.values())
                    .flatMap(size -> Arrays.stream(MarketType.values()).map(market -> new Kind(size, market)))
                    .toArray(Kind[]::new);
        }

        /** As the address says it. */
        public String code() {
            return sizeClass + "-" + marketType;
        }
    }

    /**
     * What holds for a class.
     *
     * @param own whether it is that of the shop of whoever reads
     * @param interval of that shop, else 1
     * @param example what a total of 100 comes to
     */
    record Holding(
            Kind kind,
            boolean own,
            int interval,
            BigDecimal floatPercent,
            int example,
            List<ClassFigures> classes,
            List<Ceiling> tiers,
            List<Ceiling> skus,
            List<Balance> balance,
            Pace pace) {}

    /** The figures of a class that are the same in all market types. */
    record ClassFigures(SizeClass sizeClass, BigDecimal floatPercent, Integer weight, boolean own) {}

    /**
     * A ceiling in cartons.
     *
     * @param cartons as it is published, for one cycle
     * @param most what this comes to in one order, whole cartons (R5)
     */
    record Ceiling(String ref, String name, BigDecimal cartons, int most) {}

    /** How a published ceiling comes to what one order may get at most (R5). */
    private record Order(int interval, BigDecimal floatPercent) {

        int most(BigDecimal cartons, boolean floats) {
            BigDecimal exact = cartons.multiply(BigDecimal.valueOf(interval));
            if (floats && floatPercent != null) {
                exact = exact.multiply(PERCENT.add(floatPercent)).movePointLeft(2);
            }
            return exact.setScale(0, RoundingMode.DOWN).intValueExact();
        }
    }

    /** How much of the forecast demand for a tier is released, in percent. */
    record Balance(BrandTier tier, BigDecimal percent) {}

    /** How fast a month's ceiling may be used up, in percent. */
    record Pace(BigDecimal ahead, BigDecimal held, int exempt) {}

    @GET
    @Path("/")
    @RolesAllowed({
        Role.Name.RETAILER,
        Role.Name.CUSTOMER_MANAGER,
        Role.Name.MARKET_MANAGER,
        Role.Name.ORDER_DESK,
        Role.Name.PLANNER,
        Role.Name.AUDITOR
    })
    public TemplateInstance show(@RestQuery String of) {
        Optional<Present> present = published.present();
        if (present.isEmpty()) {
            return Templates.nothingPublished();
        }
        ReleasePolicy policy = policies.releasePolicy(present.get().digest());
        return Templates.published(present.get(), policy.version(), holding(policy, present.get(), of), Kind.all());
    }

    private Holding holding(ReleasePolicy policy, Present present, String of) {
        Optional<Shop> shop = asking.known().scope() instanceof Scope.OneRetailer one
                ? published.shop(one.licence())
                : Optional.empty();
        Optional<Kind> ownKind =
                shop.map(each -> new Kind(SizeClass.valueOf(each.sizeClass()), MarketType.valueOf(each.marketType())));
        Kind kind = Stream.of(Kind.all())
                .filter(each -> each.code().equals(of))
                .findFirst()
                .or(() -> ownKind)
                .orElse(Kind.all()[0]);
        BigDecimal floatPercent = policy.floatPercents().get(kind.sizeClass());
        int interval = shop.map(Shop::interval).orElse(1);
        Order order = new Order(interval, floatPercent);
        return new Holding(
                kind,
                ownKind.filter(kind::equals).isPresent(),
                interval,
                floatPercent,
                floatPercent == null ? 0 : PERCENT.add(floatPercent).intValue(),
                classes(policy, ownKind),
                tiers(policy, kind, order),
                skus(policy, kind, order, present),
                balance(policy),
                pace(policy));
    }

    private static List<ClassFigures> classes(ReleasePolicy policy, Optional<Kind> own) {
        return Arrays.stream(SizeClass.values())
                .filter(policy.weights()::containsKey)
                .map(each -> new ClassFigures(
                        each,
                        policy.floatPercents().get(each),
                        policy.weights().get(each),
                        own.filter(kind -> kind.sizeClass() == each).isPresent()))
                .toList();
    }

    private static List<Ceiling> tiers(ReleasePolicy policy, Kind kind, Order order) {
        return Arrays.stream(BrandTier.values())
                .flatMap(tier ->
                        policy.tierCeilings().ceiling(kind.sizeClass(), kind.marketType(), tier.name()).stream()
                                .map(cartons -> new Ceiling(tier.name(), null, cartons, order.most(cartons, true))))
                .toList();
    }

    /** Of what isn't in open supply: there no ceiling of a Sku holds. */
    private List<Ceiling> skus(ReleasePolicy policy, Kind kind, Order order, Present present) {
        List<Ceiling> ceilings = new ArrayList<>();
        for (PublishedPolicies.SkuName sku : published.skus(present.cycle())) {
            SupplyStatus status = SupplyStatus.valueOf(sku.status());
            if (status != SupplyStatus.OPEN) {
                policy.skuCeilings()
                        .ceiling(kind.sizeClass(), kind.marketType(), sku.sku())
                        .map(cartons -> new Ceiling(
                                sku.sku(), sku.name(), cartons, order.most(cartons, status == SupplyStatus.NORMAL)))
                        .ifPresent(ceilings::add);
            }
        }
        return ceilings;
    }

    private static List<Balance> balance(ReleasePolicy policy) {
        return policy.tightBalance().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new Balance(each.getKey(), each.getValue().multiply(PERCENT)))
                .toList();
    }

    private static Pace pace(ReleasePolicy policy) {
        return policy.pacing()
                .map(pacing -> new Pace(
                        pacing.burst().multiply(PERCENT), pacing.reserve().multiply(PERCENT), pacing.exempt()))
                .orElse(null);
    }
}
