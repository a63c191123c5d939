package io.plimsoll.service.master;

import io.plimsoll.service.web.Checks;
import io.plimsoll.service.web.Filled;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.SupplyStatus;
import jakarta.ws.rs.FormParam;
import java.util.Map;

/** The form of a Sku, as a browser sends it. */
public class SkuForm {

    @FormParam("once")
    String once;

    @FormParam("version")
    long version;

    @FormParam("sku")
    String sku;

    @FormParam("name")
    String name;

    @FormParam("brand")
    String brand;

    @FormParam("tier")
    String tier;

    @FormParam("status")
    String status;

    @FormParam("price")
    String price;

    @FormParam("keyBrand")
    String keyBrand;

    @FormParam("firstSold")
    String firstSold;

    /** What it says; refused where a field is not of its kind. */
    SkuEdit edit() {
        Checks checks = new Checks();
        SkuEdit edit = new SkuEdit(
                name,
                brand,
                checks.constant("tier", tier, BrandTier.class),
                checks.constant("status", status, SupplyStatus.class),
                checks.decimalIfAny("price", price),
                keyBrand == null || keyBrand.isBlank() ? null : Boolean.valueOf(keyBrand),
                checks.dayIfAny("firstSold", firstSold));
        checks.refuseErrors();
        return edit;
    }

    /** What was typed, to be shown again. */
    Map<String, String> fields() {
        return Filled.fields(
                "version", version,
                "sku", sku,
                "name", name,
                "brand", brand,
                "tier", tier,
                "status", status,
                "price", price,
                "keyBrand", keyBrand,
                "firstSold", firstSold);
    }

    static Map<String, String> fields(RegisteredSku sku) {
        return Filled.fields(
                "version", sku.version(),
                "sku", sku.sku(),
                "name", sku.name(),
                "brand", sku.brand(),
                "tier", sku.tier(),
                "status", sku.status(),
                "price", sku.price(),
                "keyBrand", sku.keyBrand(),
                "firstSold", sku.firstSold());
    }
}
