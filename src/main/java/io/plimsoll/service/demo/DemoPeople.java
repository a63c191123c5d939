package io.plimsoll.service.demo;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CycleDetails;
import io.plimsoll.generation.County;
import io.plimsoll.generation.EarlierMonth;
import io.plimsoll.quota.Balance;
import io.plimsoll.quota.BalanceShop;
import io.plimsoll.quota.FitBand;
import io.plimsoll.quota.MonthlyDemand;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.retailer.RetailerStatus;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.service.people.SeededPeople.Newcomer;
import io.plimsoll.service.right.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Who there is in a county: everybody who looks after it, and the keepers of its shops. */
final class DemoPeople {

    /** So many territories have one market manager. */
    private static final int TERRITORIES_A_MARKET = 5;

    private static final int WORST_FITS = 3;

    private final Cycle cycle;
    private final CycleDetails details;

    /** By the key of the customer manager. */
    private final Map<String, String> territories = new TreeMap<>();

    private final int shopToSignIn;

    /** Those of the same manager whose totals would change: whoever tries to mend them can answer for their keepers. */
    private final List<Integer> toBalance;

    DemoPeople(Cycle cycle, CycleDetails details, County county) {
        this.cycle = cycle;
        this.details = details;
        for (int i = 0; i < cycle.retailers().size(); i++) {
            territories.put(
                    cycle.retailers().get(i).manager(), details.retailer(i).territory());
        }
        shopToSignIn = shopToSignIn();
        toBalance = toBalance(county);
    }

    /** An ordinary shop of the first manager: of middle size, licensed, with orders. */
    private int shopToSignIn() {
        String manager = territories.keySet().iterator().next();
        for (int i = 0; i < cycle.retailers().size(); i++) {
            Retailer retailer = cycle.retailers().get(i);
            if (retailer.manager().equals(manager)
                    && retailer.sizeClass() == SizeClass.MEDIUM
                    && retailer.status() == RetailerStatus.ACTIVE
                    && cycle.orders().ordered(i)) {
                return i;
            }
        }
        return 0;
    }

    /**
     * The shops of the manager that a computed re-balancing of his three worst fits changes: these, and those that make up for
     * them.
     */
    private List<Integer> toBalance(County county) {
        String manager = cycle.retailers().get(shopToSignIn).manager();
        List<BalanceShop> worstFirst = IntStream.range(0, cycle.retailers().size())
                .filter(i -> cycle.retailers().get(i).manager().equals(manager))
                .filter(i -> cycle.retailers().get(i).status() == RetailerStatus.ACTIVE)
                .mapToObj(i -> forBalance(i, county))
                .sorted(Comparator.comparing((BalanceShop shop) -> -shop.misfit())
                        .thenComparing(BalanceShop::retailer))
                .toList();
        List<BalanceShop> shops = new ArrayList<>();
        for (BalanceShop shop : worstFirst) {
            shops.add(new BalanceShop(
                    shop.retailer(), shop.peers(), shop.total(), shop.demand(), 0, shops.size() < WORST_FITS));
        }
        Set<String> changed = new Balance(FitBand.USUAL, Balance.USUAL_LARGEST_CHANGE_PERCENT)
                .plan(shops)
                .changes()
                .keySet();
        return IntStream.range(0, cycle.retailers().size())
                .filter(i -> i != shopToSignIn
                        && changed.contains(cycle.retailers().get(i).key()))
                .boxed()
                .toList();
    }

    /** Nothing is granted yet in the month from which a change would hold. */
    private BalanceShop forBalance(int i, County county) {
        Retailer shop = cycle.retailers().get(i);
        PeerGroup peers = new PeerGroup(shop.sizeClass(), shop.marketType(), shop.interval());
        return new BalanceShop(shop.key(), peers, shop.agreedTotal(), demand(i, county), 0, true);
    }

    /** A month before the service counts as one order. */
    private static long demand(int shop, County county) {
        List<EarlierMonth> months = county.earlierMonths(shop);
        return MonthlyDemand.of(months.subList(months.size() - MonthlyDemand.MONTHS, months.size()).stream()
                .map(month -> new MonthlyDemand.Counted(month.period(), month.demand()))
                .toList());
    }

    /** One for each role, and some more retailers. */
    List<Newcomer> withPassword() {
        Retailer shop = cycle.retailers().get(shopToSignIn);
        String manager = shop.manager();
        List<Newcomer> people = new ArrayList<>(List.of(
                keeper(shopToSignIn),
                new Newcomer("manager", manager, Role.CUSTOMER_MANAGER, null, manager, Set.of()),
                new Newcomer("market", "Market 1", Role.MARKET_MANAGER, null, null, territoriesOfMarket(0)),
                new Newcomer("desk", "Order desk", Role.ORDER_DESK, null, null, Set.of()),
                new Newcomer("planner", "Planner", Role.PLANNER, null, null, Set.of()),
                new Newcomer("auditor", "Auditor", Role.AUDITOR, null, null, Set.of()),
                new Newcomer("admin", "Admin", Role.ADMIN, null, null, Set.of())));
        toBalance.forEach(each -> people.add(keeper(each)));
        return people;
    }

    /** Everybody else. */
    List<Newcomer> withoutPassword() {
        List<Newcomer> people = new ArrayList<>();
        people.add(new Newcomer("planner-2", "Second planner", Role.PLANNER, null, null, Set.of()));
        String signsIn = cycle.retailers().get(shopToSignIn).manager();
        for (String manager : territories.keySet()) {
            if (!manager.equals(signsIn)) {
                people.add(new Newcomer(manager, manager, Role.CUSTOMER_MANAGER, null, manager, Set.of()));
            }
        }
        for (int market = 1; market * TERRITORIES_A_MARKET < territories.size(); market++) {
            people.add(new Newcomer(
                    "market-" + (market + 1),
                    "Market " + (market + 1),
                    Role.MARKET_MANAGER,
                    null,
                    null,
                    territoriesOfMarket(market)));
        }
        for (int i = 0; i < cycle.retailers().size(); i++) {
            if (i != shopToSignIn && !toBalance.contains(i)) {
                people.add(keeper(i));
            }
        }
        return people;
    }

    private Newcomer keeper(int shop) {
        String licence = cycle.retailers().get(shop).key();
        return new Newcomer(licence, details.retailer(shop).name(), Role.RETAILER, licence, null, Set.of());
    }

    private Set<String> territoriesOfMarket(int market) {
        return new TreeSet<>(territories.values().stream()
                .skip((long) market * TERRITORIES_A_MARKET)
                .limit(TERRITORIES_A_MARKET)
                .toList());
    }
}
