package io.plimsoll.explanation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.allocation.CycleCopies;
import io.plimsoll.allocation.PlainMechanism;
import io.plimsoll.allocation.RandomCycles;
import io.plimsoll.ceiling.Ceiling;
import io.plimsoll.ceiling.Ceilings;
import io.plimsoll.ceiling.Headroom;
import io.plimsoll.cycle.Cycle;
import io.plimsoll.explanation.Change.LineChange;
import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Message;
import io.plimsoll.order.Orders;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.run.Binding;
import io.plimsoll.run.CycleResult;
import io.plimsoll.sku.Sku;
import io.plimsoll.sku.SupplyStatus;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is so of every explanation, over seeded random cycles. */
class ExplanationPropertiesTest {

    private static final int SMALL_CYCLES = 350;
    private static final int VILLAGES = 12;

    private static final List<Explained> EXPLAINED = explain();

    /** The order of one retailer in one random cycle. */
    private record Explained(CycleResult result, int retailer, Explanation explanation) {

        Cycle cycle() {
            return result.cycle();
        }

        List<LineExplanation> lines() {
            return explanation.lines();
        }

        int firstLine() {
            return cycle().orders().firstLine()[retailer];
        }
    }

    private static List<Explained> explain() {
        List<Explained> all = new ArrayList<>();
        for (int seed = 0; seed < SMALL_CYCLES + VILLAGES; seed++) {
            RandomCycles.Size size = seed < SMALL_CYCLES ? RandomCycles.SMALL : RandomCycles.VILLAGE;
            CycleResult result = Explanations.allocate(RandomCycles.cycle(seed, size));
            for (int retailer = 0; retailer < result.cycle().retailers().size(); retailer++) {
                all.add(new Explained(result, retailer, Explanations.order(result, retailer)));
            }
        }
        return all;
    }

    @Test
    void everyCutLineHasAReasonAndItIsTheBindingOfGrants() {
        Set<Binding> seen = new TreeSet<>();
        for (Explained each : EXPLAINED) {
            assertEquals(each.explanation().order().lines(), each.lines().size());
            for (int i = 0; i < each.lines().size(); i++) {
                LineExplanation line = each.lines().get(i);
                Binding binding = each.result().bindings()[each.firstLine() + i];
                seen.add(binding);
                assertEquals(binding, line.binding());
                assertEquals(binding != Binding.NONE, line.cut().isPresent());
                assertEquals(each.result().sharing().granted()[each.firstLine() + i], line.granted());
            }
        }
        assertEquals(Binding.values().length - 1, seen.size(), "no rule sets STANDING but 0: " + seen);
    }

    @Test
    void theSmallestOfDemandAndOfWhatEveryCeilingLeftIsTheGrantAndTheOneThatHeldIsNamedFirst() {
        for (Explained each : EXPLAINED) {
            for (LineExplanation line : each.lines()) {
                long least = line.ceilings().stream()
                        .mapToLong(AppliedCeiling::leaves)
                        .min()
                        .orElse(Ceilings.NONE);
                assertEquals(line.granted(), Math.min(line.demand(), least), line.toString());
                line.held().ifPresent(held -> {
                    assertEquals(line.ceilings().get(0), held);
                    assertEquals(line.granted(), held.leaves());
                });
            }
        }
    }

    @Test
    void everyCeilingOfTheResultThatConcernsALineIsThereWithItsRuleAndPolicy() {
        for (Explained each : EXPLAINED) {
            for (LineExplanation line : each.lines()) {
                List<String> actual = line.ceilings().stream()
                        .filter(ceiling -> !ceiling.rule().isEmpty())
                        .map(ceiling -> ceiling.rule() + " " + ceiling.reason().code() + " " + ceiling.max() + " "
                                + ceiling.policy())
                        .sorted()
                        .toList();
                assertEquals(ceilingsOn(line, each), actual);
            }
        }
    }

    private static List<String> ceilingsOn(LineExplanation line, Explained each) {
        Retailer shop = each.cycle().retailers().get(each.retailer());
        int at = PlainLook.indexOf(each.cycle(), line.sku());
        Sku sku = each.cycle().skus().get(at);
        boolean ranShort = each.result().levels().level(at).isPresent();
        Predicate<Ceiling> concernsLine = ceiling -> switch (ceiling.scope()) {
            case STANDING, PERIOD, PACE -> ceiling.subject().equals(shop.key());
            case SKU ->
                ceiling.subject().equals(shop.peers().toString())
                        && ceiling.ref().equals(sku.key());
            case TIER ->
                ceiling.subject().equals(shop.peers().toString())
                        && ceiling.ref().equals(sku.tier().name())
                        && sku.status() != SupplyStatus.OPEN;
            case SUPPLY -> ceiling.subject().equals(sku.key());
            case WEIGHT -> ranShort && ceiling.subject().equals(shop.peers().toString());
        };
        return each.result().ceilings().all().stream()
                .filter(concernsLine)
                .map(ceiling -> ceiling.rule() + " " + ceiling.code() + " " + ceiling.max() + " random")
                .sorted()
                .toList();
    }

    @Test
    void theRangeThatIsSaidIsTheRangeThatAPlainLookFinds() {
        int shortages = 0;
        int draws = 0;
        for (Explained each : EXPLAINED) {
            for (LineExplanation line : each.lines()) {
                if (line.cut().orElse(null) instanceof Shortage shortage) {
                    shortages++;
                    draws += shortage.draw().isPresent() ? 1 : 0;
                    assertAsFoundBy(PlainLook.at(each.cycle(), line.sku()), each.retailer(), shortage);
                }
            }
        }
        assertTrue(shortages > 200, "shortages: " + shortages);
        assertTrue(draws > 15, "draws: " + draws);
    }

    private static void assertAsFoundBy(PlainLook look, int retailer, Shortage shortage) {
        assertEquals(look.demanded(), shortage.demanded());
        List<Shortage.Received> received = new ArrayList<>(shortage.others());
        received.add(shortage.own());
        assertEquals(look.received(), Set.copyOf(received));
        received.forEach(kind -> assertTrue(kind.largest() - kind.smallest() <= 1, kind.toString()));
        assertEquals(look.drawLostBy(retailer), shortage.draw().isPresent());
        shortage.draw().ifPresent(draw -> {
            assertEquals(look.tieWinners(), draw.cartons());
            assertEquals(look.tieWinners() + look.tieLosers(), draw.contenders());
        });
    }

    @Test
    void freedRoomSumsUp() {
        long freed = 0;
        long unused = 0;
        for (Explained each : EXPLAINED) {
            FreedRoom room = each.explanation().freedRoom();
            long claimed =
                    each.lines().stream().mapToLong(LineExplanation::firstClaim).sum();
            assertEquals(claimed - each.explanation().order().granted(), room.unused());
            assertTrue(room.unused() >= 0);
            for (FreedRoom.Shift gain : room.gained()) {
                assertTrue(room.lost().get(0).rank() < gain.rank(), "room falls to lines further down: " + room);
            }
            freed += room.freed();
            unused += room.unused();
        }
        assertTrue(unused > 0 && freed > unused, "some is used, some is not: " + freed + ", " + unused);
    }

    @Test
    void firstClaimsAreThoseThatLevelsCounts() {
        Map<CycleResult, long[]> claimed = new IdentityHashMap<>();
        for (Explained each : EXPLAINED) {
            long[] bySku = claimed.computeIfAbsent(
                    each.result(), first -> new long[each.cycle().skus().size()]);
            each.lines().forEach(line -> bySku[PlainLook.indexOf(each.cycle(), line.sku())] += line.firstClaim());
        }
        claimed.forEach((result, bySku) -> assertArrayEquals(result.sharing().claimed(), bySku));
    }

    @Test
    void oneMoreCartonOfASkuChangesWhatSharingACycleWithOneMoreChanges() {
        int changed = 0;
        for (Explained each : EXPLAINED) {
            for (LineExplanation line : each.lines()) {
                if (line.oneMore().isPresent()) {
                    int sku = PlainLook.indexOf(each.cycle(), line.sku());
                    long released = each.result().ceilings().released(sku);
                    Change change = line.oneMore().get().change();
                    assertEquals(changeTo(CycleCopies.withReleased(each.cycle(), sku, released + 1), each), change);
                    changed += change.own().isEmpty() ? 0 : 1;
                }
            }
        }
        assertTrue(changed > 50, "changes of one's own order: " + changed);
    }

    @Test
    void oneMoreCartonOfHeadroomChangesWhatSharingACycleWithOneMoreChanges() {
        int tried = 0;
        int changed = 0;
        for (Explained each : EXPLAINED) {
            Cycle with = withOneMoreOfHeadroom(each.result(), each.retailer());
            if (with != null && each.explanation().moreHeadroom().isPresent()) {
                Change change = each.explanation().moreHeadroom().get().change();
                assertEquals(changeTo(with, each), change);
                tried++;
                changed += change.own().isEmpty() ? 0 : 1;
            }
        }
        assertTrue(tried > 200 && changed > 50, tried + " tried, " + changed + " changed something");
    }

    /** The cycle with a larger own limit, or with less granted before; null where neither gives just one more. */
    private static Cycle withOneMoreOfHeadroom(CycleResult result, int retailer) {
        Cycle cycle = result.cycle();
        Headroom headroom = new Headroom(cycle, result.ceilings());
        long more = headroom.of(retailer) + 1;
        int atMost = cycle.orders().atMost()[retailer];
        Cycle with = null;
        if (atMost != Orders.NO_LIMIT && headroom.byPace(retailer) > atMost) {
            with = CycleCopies.withAtMost(cycle, retailer, atMost + 1);
        } else if (cycle.retailers().get(retailer).grantedInPeriod() > 0) {
            List<Retailer> retailers = new ArrayList<>(cycle.retailers());
            Retailer old = retailers.get(retailer);
            retailers.set(
                    retailer,
                    new Retailer(
                            old.key(),
                            old.manager(),
                            old.sizeClass(),
                            old.marketType(),
                            old.status(),
                            old.agreedTotal(),
                            old.grantedInPeriod() - 1,
                            old.interval()));
            with = new Cycle(cycle.head(), retailers, cycle.skus(), cycle.orders(), cycle.policy());
        }
        return with != null && new Headroom(with, result.ceilings()).of(retailer) == more ? with : null;
    }

    /** What the oracle makes of a changed cycle, against what was granted. */
    private static Change changeTo(Cycle changed, Explained each) {
        Orders orders = each.cycle().orders();
        int[] before = each.result().sharing().granted();
        int[] after = PlainMechanism.run(changed).granted();
        List<LineChange> own = new ArrayList<>();
        int otherLines = 0;
        long otherCartons = 0;
        for (int line = 0; line < orders.lines(); line++) {
            boolean isOwn = each.firstLine() <= line && line < orders.firstLine()[each.retailer() + 1];
            if (before[line] != after[line] && isOwn) {
                String sku = each.cycle().skus().get(orders.sku()[line]).key();
                own.add(new LineChange(orders.rank()[line], sku, before[line], after[line]));
            } else if (before[line] != after[line]) {
                otherLines++;
                otherCartons += Math.abs(after[line] - before[line]);
            }
        }
        return new Change(own, otherLines, otherCartons);
    }

    @Test
    void askingForMoreOfAShortSkuWouldIndeedHaveChangedNothing() {
        for (Explained each : EXPLAINED) {
            for (int i = 0; i < each.lines().size(); i++) {
                if (each.lines().get(i).cut().orElse(null) instanceof Shortage) {
                    int more = each.lines().get(i).demand() + 7;
                    Cycle inflated = CycleCopies.withDemand(each.cycle(), each.firstLine() + i, more);
                    assertEquals(new Change(List.of(), 0, 0), changeTo(inflated, each));
                }
            }
        }
    }

    @Test
    void oneLineAloneSaysTheSameOfItAndMore() {
        for (Explained each : EXPLAINED.subList(0, EXPLAINED.size() / 2)) {
            Explanation order = each.explanation();
            for (LineExplanation line : order.lines()) {
                Explanation alone = Explanations.line(each.result(), order.retailer(), line.sku());
                LineExplanation only = alone.lines().get(0);
                assertEquals(1, alone.lines().size());
                assertEquals(order.order(), alone.order());
                assertEquals(order.freedRoom(), alone.freedRoom());
                assertEquals(order.moreHeadroom(), alone.moreHeadroom());
                assertEquals(line.cut(), only.cut());
                assertEquals(line.ceilings(), only.ceilings());
                assertTrue(only.oneMore().isPresent());
                assertTrue(line.oneMore().isEmpty() || line.oneMore().equals(only.oneMore()));
            }
        }
    }

    @Test
    void everySentenceIsWholeInBothLanguages() {
        Set<String> said = new TreeSet<>();
        for (Explained each : EXPLAINED) {
            List<Message> sentences = new ArrayList<>(Explanations.everythingSaid(each.explanation()));
            if (each.cycle().retailers().size() < MANY) {
                each.cycle()
                        .skus()
                        .forEach(sku -> sentences.addAll(Explanations.everythingSaid(Explanations.line(
                                each.result(), each.explanation().retailer(), sku.key()))));
            }
            for (Message sentence : sentences) {
                for (Catalogue catalogue : List.of(Explanations.EN, Explanations.ZH)) {
                    assertTrue(catalogue.codes().contains(sentence.code()), sentence.code());
                    assertFalse(catalogue.say(sentence).contains("{"), sentence.toString());
                }
                said.add(sentence.code());
            }
        }
        Set<String> unsaid = Explanations.EN.codes().stream()
                .filter(code -> code.startsWith("EXPLAIN_"))
                .filter(code -> !said.contains(code))
                .collect(Collectors.toCollection(TreeSet::new));
        unsaid.removeAll(OF_PAGES_AND_ERRORS);
        assertEquals(OF_OTHER_RULES, unsaid, "sentences that no random cycle led to");
    }

    /** Retailers of a cycle that is large enough already without a look at every Sku. */
    private static final int MANY = 7;

    private static final Set<String> OF_PAGES_AND_ERRORS = Set.of(
            "EXPLAIN_RANK",
            "EXPLAIN_SKU",
            "EXPLAIN_WHY",
            "EXPLAIN_CEILINGS_ON_ORDER",
            "EXPLAIN_CEILINGS_ON_LINE",
            "EXPLAIN_LEFT",
            "EXPLAIN_CEILING",
            "EXPLAIN_RULE",
            "EXPLAIN_REASON",
            "EXPLAIN_WEIGHT",
            "EXPLAIN_HINT",
            "EXPLAIN_UNKNOWN_RETAILER",
            "EXPLAIN_UNKNOWN_SKU",
            "EXPLAIN_OTHER_RESULT",
            "EXPLAIN_OTHER_RULES");

    private static final Set<String> OF_OTHER_RULES =
            new TreeSet<>(Set.of("EXPLAIN_CYCLE_CEILING", "EXPLAIN_ROOM_UNLIMITED", "EXPLAIN_MORE_ROOM_UNLIMITED"));
}
