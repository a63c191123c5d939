package io.plimsoll.service.right;

import java.util.Set;
import java.util.TreeSet;

/** Whose rows a person may see. What lies outside does not exist for that person. */
public sealed interface Scope {

    /** Of everybody: planners, auditors, the order desk. */
    record Everybody() implements Scope {}

    /** Of one shop: its retailer. */
    record OneRetailer(String licence) implements Scope {}

    /** Of the shops that a customer manager looks after. */
    record OfManager(String manager) implements Scope {}

    /** Of the territories that a market manager answers for. */
    record InTerritories(Set<String> territories) implements Scope {

        public InTerritories {
            territories = new TreeSet<>(territories);
        }
    }

    /** Of no retailer at all: admins. */
    record Nobody() implements Scope {}

    /**
     * Whether a retailer's rows lie inside.
     *
     * @param licence the retailer's key
     * @param manager the key of his customer manager
     * @param territory where his shop is; null where nobody knows
     */
    default boolean covers(String licence, String manager, String territory) {
        if (this instanceof Everybody) {
            return true;
        }
        if (this instanceof OneRetailer one) {
            return one.licence().equals(licence);
        }
        if (this instanceof OfManager of) {
            return of.manager().equals(manager);
        }
        return this instanceof InTerritories in
                && territory != null
                && in.territories().contains(territory);
    }
}
