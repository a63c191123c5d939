package io.plimsoll.service.master;

import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.web.Asking.Owner;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A shop as it stands in the register. */
@Schema(name = "Retailer")
public record RegisteredRetailer(
        @Schema(description = "licence number, the natural key", examples = "R00017")
        String licence,

        @Schema(examples = "Corner shop 17") String name,

        @Schema(description = "key of the customer manager", examples = "M03")
        String manager,

        @Schema(description = "code of the territory", examples = "T2")
        String territory,

        MarketType marketType,

        @Schema(description = "computed from the volume and frozen for the month; see size-classes")
        SizeClass sizeClass,

        RetailerStatus status,

        @Schema(description = "cycles from one order to the next: 1 or 2", examples = "1")
        int orderInterval,

        @Schema(description = "null where nobody has said") Boolean keyAccount,
        @Schema(examples = "13800000017") String phone,

        @Schema(description = "the account that payments are taken from", examples = "6200 0000 0017")
        String account,

        @Schema(examples = "2019-03-01") LocalDate licensedSince,

        @Schema(description = "goes up with every change; the ETag of the retailer")
        long version) {

    static final String COLUMNS = "r.licence, r.name, r.manager, r.territory, r.market_type, r.size_class, r.status,"
            + " r.order_interval, r.key_account, r.phone, r.account, r.licensed_since, r.version";

    static RegisteredRetailer read(ResultSet row) throws SQLException {
        return new RegisteredRetailer(
                row.getString("licence"),
                row.getString("name"),
                row.getString("manager"),
                row.getString("territory"),
                MarketType.valueOf(row.getString("market_type")),
                SizeClass.valueOf(row.getString("size_class")),
                RetailerStatus.valueOf(row.getString("status")),
                row.getInt("order_interval"),
                row.getObject("key_account", Boolean.class),
                row.getString("phone"),
                row.getString("account"),
                row.getObject("licensed_since", LocalDate.class),
                row.getLong("version"));
    }

    static RegisteredRetailer of(RetailerEntity entity) {
        return new RegisteredRetailer(
                entity.licence,
                entity.name,
                entity.manager,
                entity.territory,
                entity.marketType,
                entity.sizeClass,
                entity.status,
                entity.orderInterval,
                entity.keyAccount,
                entity.phone,
                entity.account,
                entity.licensedSince,
                entity.version);
    }

    /** By whose scope it is seen. */
    Owner owner() {
        return new Owner(licence, manager, territory);
    }

    /** Where its page is. */
    public String address() {
        return Addresses.retailer(licence);
    }
}
