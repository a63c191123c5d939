package io.plimsoll.explanation;

import io.plimsoll.ceiling.CeilingScope;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.ceiling.Headroom;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.explanation.FreedRoom.Shift;
import io.plimsoll.explanation.Shortage.Received;
import io.plimsoll.message.Message;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.run.Binding;
import io.plimsoll.run.CycleResult;
import io.plimsoll.run.WhatIf;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Explains one retailer's order out of a result: asks the rules once more for its ceilings, looks once over all lines for
 * what short Skus left to others, and shares the cycle again for each question of what would have been.
 */
public final class Explainer {

    private final CycleResult result;
    private final RuleBook rules;
    private final WhatIf whatIf;
    private final Names names;
    private final int retailer;
    private final Cycle cycle;
    private final Orders orders;
    private final PeerGroup peers;
    private final int[] granted;
    private final int firstLine;
    private final int endLine;

    /** What things are called before people. */
    public interface Names {
        String of(Retailer retailer);

        String of(Sku sku);

        /** Free text of a file, made fit to be shown. */
        String shown(String text);
    }

    /**
     * Makes ready to explain.
     *
     * @param rules those that the result was made by
     * @param whatIf questions about this result
     * @param retailer position in the cycle
     */
    public Explainer(CycleResult result, RuleBook rules, WhatIf whatIf, Names names, int retailer) {
        this.result = result;
        this.rules = rules;
        this.whatIf = whatIf;
        this.names = names;
        this.retailer = retailer;
        cycle = result.cycle();
        orders = cycle.orders();
        peers = cycle.retailers().get(retailer).peers();
        granted = result.sharing().granted();
        firstLine = orders.firstLine()[retailer];
        endLine = orders.firstLine()[retailer + 1];
    }

    /** The whole order. What one more carton of a Sku would have changed is asked where the Sku ran short. */
    public Explanation order() {
        return explain(OptionalInt.empty());
    }

    /**
     * The line of one Sku, with everything about it.
     *
     * @param sku position in the cycle
     */
    public Explanation line(int sku) {
        return explain(OptionalInt.of(sku));
    }

    private Explanation explain(OptionalInt onlySku) {
        OrderCeilings ceilings = new OrderCeilings(result, retailer, rules);
        int[] firstClaims = whatIf.firstClaims(retailer);
        List<LineExplanation> lines = onlySku.isPresent()
                ? lines(ceilings, firstClaims, line -> orders.sku()[line] == onlySku.getAsInt(), line -> true)
                : lines(ceilings, firstClaims, line -> true, this::ranShort);
        return new Explanation(
                names.of(cycle.retailers().get(retailer)),
                peers,
                cycle.head(),
                cycle.policy().version(),
                onlySku.stream().mapToObj(this::nameOfSku).findFirst(),
                wholeOrder(ceilings),
                lines,
                freedRoom(firstClaims),
                lines.isEmpty() ? Optional.empty() : Optional.of(oneMoreOfHeadroom()));
    }

    private String nameOfSku(int sku) {
        return names.of(cycle.skus().get(sku));
    }

    private boolean ranShort(int line) {
        return ShortageSurvey.wasShort(result.bindings()[line]);
    }

    private WholeOrder wholeOrder(OrderCeilings ceilings) {
        long demand = 0;
        for (int line = firstLine; line < endLine; line++) {
            demand += orders.demand()[line];
        }
        return new WholeOrder(
                cycle.head().period(),
                cycle.retailers().get(retailer).grantedInPeriod(),
                ceilings.onTheWholeOrder(),
                headroom(),
                endLine - firstLine,
                demand,
                grantedInAll());
    }

    private long headroom() {
        return new Headroom(cycle, result.ceilings()).of(retailer);
    }

    private long grantedInAll() {
        long all = 0;
        for (int line = firstLine; line < endLine; line++) {
            all += granted[line];
        }
        return all;
    }

    private List<LineExplanation> lines(
            OrderCeilings ceilings, int[] firstClaims, IntPredicate isAskedAbout, IntPredicate askWhatIf) {
        ShortageSurvey survey = survey(isAskedAbout);
        List<LineExplanation> lines = new ArrayList<>();
        long taken = 0;
        long[] takenOfTier = new long[BrandTier.values().length];
        for (int line = firstLine; line < endLine; line++) {
            Sku sku = cycle.skus().get(orders.sku()[line]);
            int tier = sku.tier().ordinal();
            if (isAskedAbout.test(line)) {
                List<AppliedCeiling> onLine = ceilings.onLine(line, taken, takenOfTier[tier]);
                LineExplanation plain = new LineExplanation(
                        orders.rank()[line],
                        names.of(sku),
                        orders.demand()[line],
                        granted[line],
                        result.bindings()[line],
                        onLine,
                        firstClaims[line - firstLine],
                        Optional.empty(),
                        askWhatIf.test(line) ? Optional.of(oneMoreReleased(line)) : Optional.empty());
                lines.add(plain.because(cut(line, plain, survey, taken, takenOfTier[tier])));
            }
            taken += granted[line];
            takenOfTier[tier] += sku.status() == SupplyStatus.OPEN ? 0 : granted[line];
        }
        return lines;
    }

    private ShortageSurvey survey(IntPredicate isAskedAbout) {
        Set<Integer> shortSkus = new TreeSet<>();
        for (int line = firstLine; line < endLine; line++) {
            if (isAskedAbout.test(line) && ranShort(line)) {
                shortSkus.add(orders.sku()[line]);
            }
        }
        return new ShortageSurvey(result, shortSkus);
    }

    private Optional<Cut> cut(int line, LineExplanation plain, ShortageSurvey survey, long taken, long takenOfTier) {
        return plain.held().map(held -> switch (plain.binding()) {
            case NONE -> throw new IllegalStateException("held, and yet not cut");
            case INELIGIBLE -> new Cut.NotEligible(held);
            case BLOCKED, SKU_CEILING -> new Cut.BySkuCeiling(held, peers);
            case TIER_CEILING ->
                new Cut.ByTierCeiling(
                        held, peers, cycle.skus().get(orders.sku()[line]).tier(), takenOfTier);
            case TIGHT_BALANCE -> shortage(line, survey, Optional.of(held));
            case SUPPLY -> shortage(line, survey, Optional.empty());
            case STANDING, AT_MOST, PACING, AGREED_TOTAL ->
                new Cut.ByWholeOrder(
                        held,
                        cycle.head().period(),
                        cycle.retailers().get(retailer).grantedInPeriod(),
                        taken);
        });
    }

    private Shortage shortage(int line, ShortageSurvey survey, Optional<AppliedCeiling> tightBalance) {
        int sku = orders.sku()[line];
        List<Received> received = new ArrayList<>(survey.received(sku));
        Received own = received.stream()
                .filter(kind -> survey.isKindOf(kind, peers))
                .findFirst()
                .orElseThrow();
        received.remove(own);
        return new Shortage(
                cycle.skus().get(sku).supply(),
                result.ceilings().released(sku),
                survey.demanded(sku),
                survey.level(sku),
                own,
                received,
                survey.drawLost(
                        sku,
                        granted[line],
                        own.weight(),
                        names.shown(cycle.head().seed())),
                tightBalance);
    }

    private FreedRoom freedRoom(int[] firstClaims) {
        List<Shift> lost = new ArrayList<>();
        List<Shift> gained = new ArrayList<>();
        for (int line = firstLine; line < endLine; line++) {
            int more = granted[line] - firstClaims[line - firstLine];
            if (more != 0) {
                Shift shift = new Shift(orders.rank()[line], nameOfSku(orders.sku()[line]), Math.abs(more));
                (more < 0 ? lost : gained).add(shift);
            }
        }
        return new FreedRoom(lost, gained);
    }

    private OneMore.OfHeadroom oneMoreOfHeadroom() {
        return new OneMore.OfHeadroom(changeTo(whatIf.oneMoreOfHeadroom(retailer)), whyNotMoreHeadroom());
    }

    private Message whyNotMoreHeadroom() {
        if (result.ceilings().standing(retailer) == 0) {
            return Message.of("EXPLAIN_MORE_ROOM_BARRED");
        }
        if (headroom() == Ceilings.NONE) {
            return Message.of("EXPLAIN_MORE_ROOM_UNLIMITED");
        }
        long left = headroom() - grantedInAll();
        return left > 0 ? Message.of("EXPLAIN_MORE_ROOM_LEFT", "left", left) : Message.of("EXPLAIN_MORE_ROOM_USELESS");
    }

    private OneMore.OfSku oneMoreReleased(int line) {
        int sku = orders.sku()[line];
        Change change = changeTo(whatIf.oneMoreReleased(sku));
        return new OneMore.OfSku(nameOfSku(sku), change, whyNotMoreSupply(line, change), heldBack(sku));
    }

    /** Where a rule's ceiling on what is released holds, more in stock releases no more. */
    private Optional<Message> heldBack(int sku) {
        String key = result.cycle().skus().get(sku).key();
        long released = result.ceilings().released(sku);
        return result.ceilings().all().stream()
                .filter(ceiling -> ceiling.scope() == CeilingScope.SUPPLY
                        && ceiling.subject().equals(key)
                        && ceiling.max() == released)
                .findFirst()
                .map(ceiling -> Message.of("EXPLAIN_MORE_SUPPLY_HELD", "released", released, "rule", ceiling.rule()));
    }

    private Message whyNotMoreSupply(int line, Change change) {
        int sku = orders.sku()[line];
        String more = nameOfSku(sku);
        long released = result.ceilings().released(sku);
        if (released == Ceilings.NONE) {
            return Message.of("EXPLAIN_MORE_SUPPLY_UNLIMITED", "more", more);
        }
        long left = released - result.levels().granted(sku);
        if (left > 0) {
            return Message.of("EXPLAIN_MORE_SUPPLY_LEFT", "more", more, "left", left);
        }
        if (change.otherLines() == 0) {
            return Message.of("EXPLAIN_MORE_SUPPLY_UNWANTED", "more", more);
        }
        if (result.bindings()[line] == Binding.NONE) {
            return Message.of("EXPLAIN_MORE_SUPPLY_FILLED", "more", more);
        }
        return ranShort(line)
                ? Message.of("EXPLAIN_MORE_SUPPLY_FOR_OTHERS", "more", more)
                : Message.of("EXPLAIN_MORE_SUPPLY_USELESS", "more", more);
    }

    private Change changeTo(int[] changed) {
        IntFunction<String> nameOfSku = this::nameOfSku;
        return Change.between(granted, changed, orders, retailer, nameOfSku);
    }
}
