package io.plimsoll.service.web;

import io.plimsoll.service.right.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where people may go; each role finds its own places only, what it needs most first: a phone shows four of them at once. */
@ApplicationScoped
public class Navigation {

    /**
     * A page that the navigation leads to.
     *
     * @param title code of its name
     */
    public record Place(String address, String title, Set<Role> roles) {}

    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> ALL_BUT_ADMINS = EnumSet.complementOf(EnumSet.of(Role.ADMIN));

    private static final Set<Role> STAFF = EnumSet.complementOf(EnumSet.of(Role.ADMIN, Role.RETAILER));

    private static final Set<Role> LOOKING_AFTER_SHOPS =
            EnumSet.of(Role.CUSTOMER_MANAGER, Role.MARKET_MANAGER, Role.PLANNER, Role.AUDITOR);

    private static final Set<Role> STAFF_BUT_AUDITORS =
            EnumSet.complementOf(EnumSet.of(Role.ADMIN, Role.RETAILER, Role.AUDITOR));

    private static final List<Place> PLACES = List.of(
            new Place("/", "NAV_HOME", ALL),
            new Place("/order", "NAV_ORDER", EnumSet.of(Role.RETAILER)),
            new Place("/shops", "NAV_SHOPS", EnumSet.of(Role.CUSTOMER_MANAGER, Role.MARKET_MANAGER)),
            new Place("/rebalancings", "NAV_TOTALS", EnumSet.of(Role.CUSTOMER_MANAGER, Role.MARKET_MANAGER)),
            new Place("/people", "NAV_PEOPLE", EnumSet.of(Role.ADMIN)),
            new Place("/confirmation-letters", "NAV_LETTERS", EnumSet.of(Role.ADMIN)),
            new Place(
                    "/assisted-orders",
                    "NAV_ASSISTED",
                    EnumSet.of(Role.CUSTOMER_MANAGER, Role.MARKET_MANAGER, Role.ORDER_DESK)),
            new Place("/findings", "NAV_FINDINGS", EnumSet.of(Role.AUDITOR)),
            new Place("/leads", "NAV_LEADS", EnumSet.of(Role.AUDITOR)),
            new Place("/journal", "NAV_JOURNAL", EnumSet.of(Role.AUDITOR)),
            new Place("/ledger", "NAV_LEDGER", EnumSet.of(Role.AUDITOR)),
            new Place("/retailers", "NAV_MY_SHOP", EnumSet.of(Role.RETAILER)),
            new Place("/cycles", "NAV_CYCLES", ALL_BUT_ADMINS),
            new Place("/retailers", "NAV_RETAILERS", STAFF),
            new Place("/rebalancings", "NAV_TOTALS", EnumSet.of(Role.PLANNER, Role.AUDITOR)),
            new Place("/shops", "NAV_SHOPS", EnumSet.of(Role.PLANNER, Role.AUDITOR)),
            new Place("/leads", "NAV_LEADS", STAFF_BUT_AUDITORS),
            new Place(
                    "/forecasts",
                    "NAV_FORECASTS",
                    EnumSet.of(Role.CUSTOMER_MANAGER, Role.MARKET_MANAGER, Role.PLANNER, Role.AUDITOR)),
            new Place("/plans", "NAV_PLANS", LOOKING_AFTER_SHOPS),
            new Place("/indicators", "NAV_INDICATORS", LOOKING_AFTER_SHOPS),
            new Place("/key-accounts", "NAV_KEY_ACCOUNTS", LOOKING_AFTER_SHOPS),
            new Place("/complaints", "NAV_COMPLAINTS", EnumSet.of(Role.RETAILER)),
            new Place("/notices", "NAV_NOTICES", ALL_BUT_ADMINS),
            new Place("/policy", "NAV_POLICY", EnumSet.of(Role.RETAILER)),
            new Place("/policies", "NAV_POLICIES", STAFF),
            new Place("/skus", "NAV_SKUS", ALL_BUT_ADMINS),
            new Place("/territories", "NAV_TERRITORIES", EnumSet.of(Role.PLANNER)),
            new Place("/findings", "NAV_FINDINGS", EnumSet.of(Role.PLANNER)),
            new Place("/ledger", "NAV_LEDGER", EnumSet.of(Role.PLANNER)),
            new Place("/uploads", "NAV_UPLOADS", EnumSet.of(Role.PLANNER)),
            new Place(
                    "/downloads",
                    "NAV_DOWNLOADS",
                    EnumSet.of(Role.RETAILER, Role.CUSTOMER_MANAGER, Role.MARKET_MANAGER, Role.PLANNER, Role.AUDITOR)));

    List<Place> of(Role role) {
        return PLACES.stream().filter(place -> place.roles().contains(role)).toList();
    }
}
