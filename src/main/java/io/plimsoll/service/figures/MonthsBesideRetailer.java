package io.plimsoll.service.figures;

import io.plimsoll.service.master.BesideRetailer;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.right.Viewer;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The twelve months of a shop on its page; its indicators beside its peers are for those only who look after shops. */
@ApplicationScoped
class MonthsBesideRetailer implements BesideRetailer {

    private final ShopMonths months;
    private final Shops shops;

    MonthsBesideRetailer(ShopMonths months, Shops shops) {
        this.months = months;
        this.shops = shops;
    }

    @CheckedTemplate(basePath = "figures")
    static class Templates {
        static native TemplateInstance beside(List<ShopMonth> twelve, WatchedShop shop);
    }

    @Override
    public Optional<TemplateInstance> of(String licence, Viewer viewer) {
        boolean isForStaff = viewer.role() != Role.RETAILER && viewer.role() != Role.ORDER_DESK;
        WatchedShop shop = isForStaff ? shops.one(licence).orElse(null) : null;
        return Optional.of(Templates.beside(shop == null ? months.of(licence) : shop.months(), shop));
    }
}
