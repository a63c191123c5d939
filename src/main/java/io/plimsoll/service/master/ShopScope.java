package io.plimsoll.service.master;

import io.plimsoll.service.database.Sql;
import io.plimsoll.service.web.Asking;
import io.plimsoll.service.web.Asking.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whose a shop is, and so who may see what is stored of it. */
@ApplicationScoped
public class ShopScope {

    private final Sql sql;
    private final Asking asking;

    ShopScope(Sql sql, Asking asking) {
        this.sql = sql;
        this.asking = asking;
    }

    /** Whose a shop is; nothing where there is none of this licence. */
    public Optional<Owner> owner(String licence) {
        return sql.first(
                "SELECT licence, manager, territory FROM retailer WHERE licence = ?",
                row -> new Owner(row.getString(1), row.getString(2), row.getString(3)),
                licence);
    }

    /** Refuses to show anything of a shop that is another's, in the words for one that does not exist. */
    public void require(String licence) {
        asking.requireInScope(owner(licence));
    }
}
