package io.plimsoll.allocation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.sku.BrandTier;
import io.plimsoll.sku.Sku;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The mechanism of docs/mechanism.md as plainly as it can be written: cartons are listed one by one and sorted, every round
 * looks at everything. It is the oracle that the real allocator is held against, so it is obviously right before it is
 * fast, and written from that page alone.
 */
public final class PlainMechanism {

    /**
     * What a cycle comes to.
     *
     * @param granted cartons by line
     * @param binding by line, why it got no more
     * @param skus by Sku
     */
    public record Result(int[] granted, String[] binding, List<SkuResult> skus) {}

    /**
     * What became of one Sku.
     *
     * @param released empty where it is unlimited
     * @param claimed the claims of the first round
     * @param level blank where nobody was cut, else the largest key that was served
     */
    public record SkuResult(OptionalLong released, long claimed, long granted, String level) {}

    /** The j-th carton that the retailer of a line claims. */
    private record Carton(int line, long number) {}

    private final Cycle cycle;
    private final Orders orders;
    private final PlainCeilings ceilings;
    private final List<List<Integer>> linesOfSku = new ArrayList<>();
    private final String[] tieBreak;
    private final long[] bound;
    private final boolean[] skuCut;
    private long[] claim;

    private PlainMechanism(Cycle cycle) {
        this.cycle = cycle;
        orders = cycle.orders();
        ceilings = new PlainCeilings(cycle);
        tieBreak = new String[orders.lines()];
        bound = new long[orders.lines()];
        skuCut = new boolean[cycle.skus().size()];
        cycle.skus().forEach(sku -> linesOfSku.add(new ArrayList<>()));
        for (int line = 0; line < orders.lines(); line++) {
            linesOfSku.get(orders.sku()[line]).add(line);
            bound[line] = ceilings.mostOf(line);
        }
    }

    /** Shares out one cycle. */
    public static Result run(Cycle cycle) {
        return new PlainMechanism(cycle).run();
    }

    private Result run() {
        claim = claims();
        long[] firstClaim = claim;
        while (keepTheFairest()) {
            claim = claims();
        }
        String[] binding = new String[orders.lines()];
        for (int line = 0; line < binding.length; line++) {
            binding[line] = binding(line);
        }
        List<SkuResult> skus = new ArrayList<>();
        for (int sku = 0; sku < cycle.skus().size(); sku++) {
            skus.add(new SkuResult(ceilings.releasedIfLimited(sku), sum(firstClaim, sku), sum(claim, sku), level(sku)));
        }
        return new Result(Arrays.stream(claim).mapToInt(Math::toIntExact).toArray(), binding, List.copyOf(skus));
    }

    /** Each retailer goes down his lines by rank and claims min(bound, what is left of C, what is left of H). */
    private long[] claims() {
        long[] claims = new long[orders.lines()];
        for (int r = 0; r < orders.retailers(); r++) {
            long leftOfHeadroom = ceilings.headroom(r);
            long[] leftOfTier = new long[BrandTier.values().length];
            for (BrandTier tier : BrandTier.values()) {
                leftOfTier[tier.ordinal()] = ceilings.tierCeiling(r, tier);
            }
            for (int line = ceilings.firstLine(r); line < ceilings.firstLine(r + 1); line++) {
                claims[line] = Math.min(bound[line], leftOfHeadroom);
                if (ceilings.countsTowardsTier(line)) {
                    int tier = ceilings.skuOf(line).tier().ordinal();
                    claims[line] = Math.min(claims[line], leftOfTier[tier]);
                    leftOfTier[tier] -= claims[line];
                }
                leftOfHeadroom -= claims[line];
            }
        }
        return claims;
    }

    /** Every Sku claimed past S keeps the S cartons that come first. Returns whether there was such a Sku. */
    private boolean keepTheFairest() {
        boolean anyCut = false;
        for (int sku = 0; sku < cycle.skus().size(); sku++) {
            long released = ceilings.released(sku);
            if (sum(claim, sku) <= released) {
                continue;
            }
            // What is kept of each retailer is a prefix, so the number of his last carton kept is how many are kept.
            Map<Integer, Long> kept = new HashMap<>();
            for (Carton carton : cartons(sku, released).subList(0, Math.toIntExact(released))) {
                kept.merge(carton.line(), carton.number(), Math::max);
            }
            for (int line : linesOfSku.get(sku)) {
                // Who keeps all he claims has not been refused: if a better line is cut later, he may claim more here.
                if (kept.getOrDefault(line, 0L) < claim[line]) {
                    bound[line] = kept.getOrDefault(line, 0L);
                }
            }
            skuCut[sku] = true;
            anyCut = true;
        }
        return anyCut;
    }

    /** The claims on a Sku as single cartons, first the one to be kept first. */
    private List<Carton> cartons(int sku, long released) {
        List<Carton> cartons = new ArrayList<>();
        for (int line : linesOfSku.get(sku)) {
            // Nobody can keep more than S cartons; to leave the others out spares memory and changes nothing.
            for (long number = 1; number <= Math.min(claim[line], released); number++) {
                cartons.add(new Carton(line, number));
            }
        }
        cartons.sort(this::compare);
        return cartons;
    }

    private int compare(Carton left, Carton right) {
        int byKey = compareKeys(
                left.number(), weightOf(left.line()),
                right.number(), weightOf(right.line()));
        return byKey != 0 || left.line() == right.line()
                ? byKey
                : tieBreak(left.line()).compareTo(tieBreak(right.line()));
    }

    /** Compares (2j - 1) / (2w) with (2j' - 1) / (2w') in whole numbers. */
    public static int compareKeys(long number, long weight, long otherNumber, long otherWeight) {
        return Long.compare(
                Math.multiplyExact(2 * number - 1, otherWeight), Math.multiplyExact(2 * otherNumber - 1, weight));
    }

    private long weightOf(int line) {
        return ceilings.weight(ceilings.retailerOf(line));
    }

    private String tieBreak(int line) {
        if (tieBreak[line] == null) {
            tieBreak[line] =
                    tieBreak(cycle, ceilings.skuOf(line), cycle.retailers().get(ceilings.retailerOf(line)));
        }
        return tieBreak[line];
    }

    /** SHA-256, in lower-case hex, of the UTF-8 text {@code seed|cycle|sku|retailer}. */
    public static String tieBreak(Cycle cycle, Sku sku, Retailer retailer) {
        String text = String.join("|", cycle.head().seed(), cycle.head().cycle(), sku.key(), retailer.key());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private String level(int sku) {
        if (!skuCut[sku]) {
            return "";
        }
        if (ceilings.released(sku) == 0) {
            return "0";
        }
        int last = linesOfSku.get(sku).stream()
                .filter(line -> claim[line] > 0)
                .max((a, b) -> compareKeys(claim[a], weightOf(a), claim[b], weightOf(b)))
                .orElseThrow();
        BigInteger numerator = BigInteger.valueOf(2 * claim[last] - 1);
        BigInteger denominator = BigInteger.valueOf(2 * weightOf(last));
        BigInteger common = numerator.gcd(denominator);
        return numerator.divide(common) + "/" + denominator.divide(common);
    }

    /** The first reason that applies, in the order of docs/mechanism.md. */
    private String binding(int line) {
        int r = ceilings.retailerOf(line);
        Sku sku = ceilings.skuOf(line);
        if (claim[line] == orders.demand()[line]) {
            return "NONE";
        }
        if (!ceilings.isActive(r)) {
            return "INELIGIBLE";
        }
        if (ceilings.lineCeiling(line) == 0) {
            return "BLOCKED";
        }
        if (claim[line] == ceilings.lineCeiling(line)) {
            return "SKU_CEILING";
        }
        if (bound[line] < ceilings.mostOf(line)) {
            boolean heldBack = sku.supply().isEmpty()
                    || ceilings.released(orders.sku()[line]) < sku.supply().getAsLong();
            return heldBack ? "TIGHT_BALANCE" : "SUPPLY";
        }
        if (ceilings.countsTowardsTier(line) && grantedInTier(r, sku.tier()) == ceilings.tierCeiling(r, sku.tier())) {
            return "TIER_CEILING";
        }
        int atMost = orders.atMost()[r];
        if (atMost != Orders.NO_LIMIT && granted(r) == atMost && atMost <= ceilings.pacedHeadroom(r)) {
            return "AT_MOST";
        }
        long unpacedHeadroom =
                Math.max(0, ceilings.periodCeiling(r) - cycle.retailers().get(r).grantedInPeriod());
        return ceilings.pacedHeadroom(r) < unpacedHeadroom ? "PACING" : "AGREED_TOTAL";
    }

    private long sum(long[] cartons, int sku) {
        return linesOfSku.get(sku).stream().mapToLong(line -> cartons[line]).sum();
    }

    private long granted(int retailer) {
        return Arrays.stream(claim, ceilings.firstLine(retailer), ceilings.firstLine(retailer + 1))
                .sum();
    }

    private long grantedInTier(int retailer, BrandTier tier) {
        long sum = 0;
        for (int line = ceilings.firstLine(retailer); line < ceilings.firstLine(retailer + 1); line++) {
            if (ceilings.countsTowardsTier(line) && ceilings.skuOf(line).tier() == tier) {
                sum += claim[line];
            }
        }
        return sum;
    }
}
