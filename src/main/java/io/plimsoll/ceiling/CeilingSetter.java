package io.plimsoll.ceiling;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import io.plimsoll.policy.Pacing;
import io.plimsoll.retailer.PeerGroup;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.rule.CeilingFact;
import io.plimsoll.rule.Proposal;
import io.plimsoll.rule.Proposals;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleFailure;
import io.plimsoll.rule.fact.AgreedQuota;
import io.plimsoll.rule.fact.ClassSku;
import io.plimsoll.rule.fact.ClassTier;
import io.plimsoll.rule.fact.ClassWeight;
import io.plimsoll.rule.fact.PeriodPace;
import io.plimsoll.rule.fact.RetailerStanding;
import io.plimsoll.rule.fact.SkuSupply;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Asks the rule book for the ceilings of one cycle: once per retailer about its own total, once per class and Sku or
 * tier, never per line. A rule's answer is exact; the rounding down to whole cartons happens here.
 *
 * @see "docs/mechanism.md, section 1"
 */
public final class CeilingSetter {

    /** Facts put before the rule book at a time; bounds memory, changes nothing else. */
    private static final int BATCH = 4096;

    /** A weight of 500 in a policy, times the longest interval. */
    private static final long MAX_WEIGHT = 500L * PeerGroup.MAX_INTERVAL;

    private static final Comparator<Proposal.Ceiling> BY_RULE = Comparator.comparing(Proposal.Ceiling::rule)
            .thenComparing(Proposal.Ceiling::code)
            .thenComparing(Proposal.Ceiling::limit);

    /** A fact and what an answer to it limits. */
    private record Question(
            CeilingScope scope, int subject, String subjectName, int ref, String refName, CeilingFact fact) {}

    /** Told of every ceiling that is set, and of the fact that it answers. */
    private interface Listener {
        void isSet(Ceiling ceiling, CeilingFact fact);
    }

    private final Cycle cycle;
    private final RuleBook rules;
    private final Listener listener;
    private final List<Ceiling> all = new ArrayList<>();
    private final Ceilings ceilings;

    /** The peer groups that anybody is in. */
    private final List<PeerGroup> groups;

    private final List<Question> batch = new ArrayList<>(BATCH);

    private CeilingSetter(Cycle cycle, RuleBook rules, Listener listener) {
        this.cycle = cycle;
        this.rules = rules;
        this.listener = listener;
        long[] supply = cycle.skus().stream()
                .mapToLong(sku -> sku.supply().orElse(Ceilings.NONE))
                .toArray();
        ceilings = new Ceilings(cycle.retailers().size(), supply, all);
        groups = cycle.retailers().stream()
                .map(retailer -> retailer.peers().index())
                .distinct()
                .sorted()
                .map(PeerGroup::of)
                .toList();
    }

    /**
     * The ceilings of a cycle.
     *
     * @throws RuleFailure when a rule fails on a fact, or no rule gives a class its weight
     */
    public static Ceilings set(Cycle cycle, RuleBook rules) {
        CeilingSetter setter = new CeilingSetter(cycle, rules, (ceiling, fact) -> {});
        setter.ask();
        setter.requireWeights();
        return setter.ceilings;
    }

    /**
     * The ceilings on one retailer's order and on the Skus in it, with what each was reckoned from. The rules are asked
     * once more, for this retailer alone: of millions of ceilings few will ever be read, so nobody keeps their figures.
     *
     * @return in the order of {@link Ceilings#all()}, those of the retailer's own group and of its own Skus only
     */
    public static List<JustifiedCeiling> justify(Cycle cycle, int retailer, RuleBook rules) {
        Orders orders = cycle.orders();
        List<Sku> ordered = Arrays.stream(orders.sku(), orders.firstLine()[retailer], orders.firstLine()[retailer + 1])
                .sorted()
                .mapToObj(cycle.skus()::get)
                .toList();
        Orders noOrder = new Orders(new int[2], new int[0], new int[0], new int[0], new int[] {Orders.NO_LIMIT});
        Cycle alone =
                new Cycle(cycle.head(), List.of(cycle.retailers().get(retailer)), ordered, noOrder, cycle.policy());
        List<JustifiedCeiling> justified = new ArrayList<>();
        new CeilingSetter(alone, rules, (ceiling, fact) -> justified.add(JustifiedCeiling.of(ceiling, fact))).ask();
        return justified;
    }

    private void ask() {
        askPerRetailer();
        askPerClass();
        askPerSku();
        askWeights();
    }

    private void askPerRetailer() {
        String thisCycle = cycle.head().cycle();
        askPerRetailer(CeilingScope.STANDING, thisCycle, r -> retailer(r).status(), this::standing);
        askPerRetailer(
                CeilingScope.PERIOD, cycle.head().period(), r -> retailer(r).agreedTotal(), this::quota);
        cycle.policy().pacing().ifPresent(pacing -> {
            IntFunction<Object> whatIsPaced = r -> ceilings.period(r) == Ceilings.NONE ? null : ceilings.period(r);
            askPerRetailer(CeilingScope.PACE, thisCycle, whatIsPaced, index -> pace(index, pacing));
        });
    }

    /** What two retailers have in common for whom a fact says the same. */
    private record Likeness(PeerGroup peers, Object figure) {}

    /**
     * Asks about every retailer. A ceiling fact names no retailer, so those whose figures are alike share one fact and
     * its answers: a nation has millions of shops and a few thousand agreed totals.
     *
     * @param figure what the fact says beyond the retailer's peer group; null for one there is nothing to ask about
     */
    private void askPerRetailer(
            CeilingScope scope, String ref, IntFunction<Object> figure, IntFunction<CeilingFact> factOf) {
        Map<Likeness, CeilingFact> facts = new LinkedHashMap<>();
        CeilingFact[] factOfRetailer = new CeilingFact[cycle.retailers().size()];
        for (int r = 0; r < factOfRetailer.length; r++) {
            int index = r;
            Object figureOfRetailer = figure.apply(r);
            if (figureOfRetailer != null) {
                Likeness likeness = new Likeness(retailer(r).peers(), figureOfRetailer);
                factOfRetailer[r] = facts.computeIfAbsent(likeness, first -> factOf.apply(index));
            }
        }
        rules.ask(List.copyOf(facts.values()));
        for (int r = 0; r < factOfRetailer.length; r++) {
            if (factOfRetailer[r] != null) {
                dispose(new Question(scope, r, retailer(r).key(), 0, ref, factOfRetailer[r]));
            }
        }
    }

    private Retailer retailer(int index) {
        return cycle.retailers().get(index);
    }

    private RetailerStanding standing(int index) {
        Retailer retailer = retailer(index);
        return new RetailerStanding(
                retailer.sizeClass().name(),
                retailer.marketType().name(),
                retailer.status().name(),
                new Proposals());
    }

    private AgreedQuota quota(int index) {
        Retailer retailer = retailer(index);
        return new AgreedQuota(
                retailer.sizeClass().name(),
                retailer.marketType().name(),
                BigDecimal.valueOf(retailer.interval()),
                BigDecimal.valueOf(retailer.agreedTotal()),
                cycle.policy().floatPercents().get(retailer.sizeClass()),
                new Proposals());
    }

    private PeriodPace pace(int index, Pacing pacing) {
        Retailer retailer = retailer(index);
        int reached = Math.min(cycle.head().of(), cycle.head().number() + retailer.interval() - 1);
        return new PeriodPace(
                retailer.sizeClass().name(),
                retailer.marketType().name(),
                BigDecimal.valueOf(retailer.interval()),
                BigDecimal.valueOf(ceilings.period(index)),
                BigDecimal.valueOf(reached),
                BigDecimal.valueOf(cycle.head().of()),
                pacing.burst(),
                pacing.reserve(),
                BigDecimal.valueOf(pacing.exempt()),
                new Proposals());
    }

    private void askPerClass() {
        groups.forEach(this::askPerSkuOf);
        flush();
        groups.forEach(this::askPerTierOf);
        flush();
    }

    private void askWeights() {
        for (PeerGroup group : groups) {
            ClassWeight fact = new ClassWeight(
                    group.sizeClass().name(),
                    group.marketType().name(),
                    BigDecimal.valueOf(group.interval()),
                    BigDecimal.valueOf(cycle.policy().weights().get(group.sizeClass())),
                    new Proposals());
            ask(CeilingScope.WEIGHT, group.index(), group.toString(), 0, "", fact);
        }
        flush();
    }

    private void askPerSkuOf(PeerGroup group) {
        for (int s = 0; s < cycle.skus().size(); s++) {
            Sku sku = cycle.skus().get(s);
            Optional<BigDecimal> ceiling =
                    cycle.policy().skuCeilings().ceiling(group.sizeClass(), group.marketType(), sku.key());
            if (ceiling.isPresent()) {
                ClassSku fact = new ClassSku(
                        group.sizeClass().name(),
                        group.marketType().name(),
                        BigDecimal.valueOf(group.interval()),
                        sku.key(),
                        sku.brand(),
                        sku.tier().name(),
                        sku.status().name(),
                        ceiling.get(),
                        cycle.policy().floatPercents().get(group.sizeClass()),
                        new Proposals());
                ask(CeilingScope.SKU, group.index(), group.toString(), s, sku.key(), fact);
            }
        }
    }

    private void askPerTierOf(PeerGroup group) {
        for (BrandTier tier : BrandTier.values()) {
            Optional<BigDecimal> ceiling =
                    cycle.policy().tierCeilings().ceiling(group.sizeClass(), group.marketType(), tier.name());
            if (ceiling.isPresent()) {
                ClassTier fact = new ClassTier(
                        group.sizeClass().name(),
                        group.marketType().name(),
                        BigDecimal.valueOf(group.interval()),
                        tier.name(),
                        ceiling.get(),
                        cycle.policy().floatPercents().get(group.sizeClass()),
                        new Proposals());
                ask(CeilingScope.TIER, group.index(), group.toString(), tier.ordinal(), tier.name(), fact);
            }
        }
    }

    private void askPerSku() {
        for (int s = 0; s < cycle.skus().size(); s++) {
            Sku sku = cycle.skus().get(s);
            BigDecimal rho = cycle.policy().tightBalance().get(sku.tier());
            if (rho != null && sku.forecast().isPresent()) {
                SkuSupply fact = new SkuSupply(
                        sku.key(),
                        sku.brand(),
                        sku.tier().name(),
                        sku.status().name(),
                        sku.forecast().get(),
                        rho,
                        new Proposals());
                ask(CeilingScope.SUPPLY, s, sku.key(), 0, "", fact);
            }
        }
        flush();
    }

    private void ask(CeilingScope scope, int subject, String subjectName, int ref, String refName, CeilingFact fact) {
        batch.add(new Question(scope, subject, subjectName, ref, refName, fact));
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        rules.ask(batch.stream().map(Question::fact).toList());
        batch.forEach(this::dispose);
        batch.clear();
    }

    private void dispose(Question question) {
        List<Proposal> answers = question.fact().proposals().answers();
        if (answers.size() == 1) {
            dispose(question, (Proposal.Ceiling) answers.get(0));
        } else {
            answers.stream()
                    .map(Proposal.Ceiling.class::cast)
                    .sorted(BY_RULE)
                    .forEach(answer -> dispose(question, answer));
        }
    }

    private void dispose(Question question, Proposal.Ceiling answer) {
        long max = answer.wholeLimit();
        ceilings.lower(question.scope(), question.subject(), question.ref(), max);
        Ceiling ceiling = new Ceiling(
                question.scope(), question.subjectName(), question.refName(), max, answer.rule(), answer.code());
        all.add(ceiling);
        listener.isSet(ceiling, question.fact());
    }

    private void requireWeights() {
        for (PeerGroup group : groups) {
            int weight = ceilings.weight(group.index());
            if (weight < 1 || weight > MAX_WEIGHT) {
                throw new RuleFailure("the weight of " + group + " is " + weight
                        + "; a rule must give every class a weight from 1 to " + MAX_WEIGHT);
            }
        }
    }
}
