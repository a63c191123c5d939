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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;

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

    /** A retailer with nothing to ask about. */
    private static final long NOTHING = -1;

    private static final Comparator<Proposal.Ceiling> BY_RULE = Comparator.comparing(Proposal.Ceiling::rule)
            .thenComparing(Proposal.Ceiling::code)
            .thenComparing(Proposal.Ceiling::limit);

    /** A fact and what an answer to it limits. */
    private record Question(
            CeilingScope scope, int subject, String subjectName, int ref, String refName, CeilingFact fact) {}

    /** What a rule answered, in whole cartons. */
    private record Answer(long max, String rule, String code) {}
    /** Told of every ceiling that is set, and of the fact that it answers. */
    private interface Listener {
        void isSet(Ceiling ceiling, CeilingFact fact);
    }

    private final Cycle cycle;
    private final RuleBook rules;
    private final Listener listener;
    private final List<Ceiling> all = new ArrayList<>();
    private final Ceilings ceilings;

    /** Peer group of each retailer. */
    private final int[] groupOf;

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
        groupOf = cycle.retailers().stream()
                .mapToInt(retailer -> retailer.peers().index())
                .toArray();
        groups = Arrays.stream(groupOf)
                .distinct()
                .sorted()
                .mapToObj(PeerGroup::of)
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
        askPerRetailer(
                CeilingScope.STANDING, thisCycle, r -> retailer(r).status().ordinal(), this::standing);
        askPerRetailer(
                CeilingScope.PERIOD, cycle.head().period(), r -> retailer(r).agreedTotal(), this::quota);
        cycle.policy().pacing().ifPresent(pacing -> {
            IntToLongFunction whatIsPaced = r -> ceilings.period(r) == Ceilings.NONE ? NOTHING : ceilings.period(r);
            askPerRetailer(CeilingScope.PACE, thisCycle, whatIsPaced, index -> pace(index, pacing));
        });
    }

    /**
     * Asks about every retailer. A ceiling fact names no retailer, so those whose figures are alike share one fact and
     * its answers: a nation has millions of shops and a few thousand agreed totals.
     *
     * @param figure what the fact says beyond the retailer's peer group; {@link #NOTHING} where there is nothing to ask
     */
    private void askPerRetailer(
            CeilingScope scope, String ref, IntToLongFunction figure, IntFunction<CeilingFact> factOf) {
        List<Map<Long, Integer>> alike = Stream.generate(() -> (Map<Long, Integer>) new HashMap<Long, Integer>())
                .limit(PeerGroup.COUNT)
                .toList();
        List<CeilingFact> facts = new ArrayList<>();
        int[] factOfRetailer = new int[cycle.retailers().size()];
        for (int r = 0; r < factOfRetailer.length; r++) {
            long figureOfRetailer = figure.applyAsLong(r);
            if (figureOfRetailer == NOTHING) {
                factOfRetailer[r] = -1;
                continue;
            }
            int index = r;
            factOfRetailer[r] = alike.get(groupOf[r]).computeIfAbsent(figureOfRetailer, first -> {
                facts.add(factOf.apply(index));
                return facts.size() - 1;
            });
        }
        rules.ask(facts);
        List<List<Answer>> answers =
                facts.stream().map(CeilingSetter::answersTo).toList();
        for (int r = 0; r < factOfRetailer.length; r++) {
            if (factOfRetailer[r] >= 0) {
                int fact = factOfRetailer[r];
                Question asked = new Question(scope, r, retailer(r).key(), 0, ref, facts.get(fact));
                answers.get(fact).forEach(answer -> dispose(asked, answer));
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
        for (Question asked : batch) {
            for (Answer answer : answersTo(asked.fact())) {
                dispose(asked, answer);
            }
        }
        batch.clear();
    }

    /** What the rules answered, in an order that doesn't depend on theirs. */
    private static List<Answer> answersTo(CeilingFact fact) {
        List<Proposal> answers = fact.proposals().answers();
        return answers.stream()
                .map(Proposal.Ceiling.class::cast)
                .sorted(BY_RULE)
                .map(answer -> new Answer(answer.wholeLimit(), answer.rule(), answer.code()))
                .toList();
    }

    private void dispose(Question asked, Answer answer) {
        ceilings.lower(asked.scope(), asked.subject(), asked.ref(), answer.max());
        Ceiling ceiling = new Ceiling(
                asked.scope(), asked.subjectName(), asked.refName(), answer.max(), answer.rule(), answer.code());
        all.add(ceiling);
        listener.isSet(ceiling, asked.fact());
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
