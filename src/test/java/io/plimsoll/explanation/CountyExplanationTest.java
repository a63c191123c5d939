package io.plimsoll.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Message;
import io.plimsoll.retailer.Retailer;
import io.plimsoll.run.CycleResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the shops of the county that ships with the project are told, word for word. */
class CountyExplanationTest {

    /** Read aloud at an ordinary pace. */
    private static final int WORDS_A_MINUTE = 165;

    private static final int CHARACTERS_A_MINUTE = 300;

    private static final Pattern LICENCE = Pattern.compile("L62[0-9]{4}");

    private static CycleResult result;

    @BeforeAll
    static void allocate() throws BadInput {
        result = Explanations.allocate(
                CycleFolder.read(Path.of("docs", "county")).cycle());
    }

    private static String line(String retailer, String sku) {
        return say(Explanations.EN, Explanations.line(result, retailer, sku));
    }

    private static String lineInChinese(String retailer, String sku) {
        return say(Explanations.ZH, Explanations.line(result, retailer, sku));
    }

    /** What is read aloud of one line. */
    private static String say(Catalogue catalogue, Explanation explanation) {
        List<Message> sentences = new ArrayList<>(explanation.instead());
        explanation.story().forEach(sentences::addAll);
        return String.join("\n", Explanations.inWords(catalogue, sentences)) + "\n";
    }

    @Test
    void aShortSkuSaysWhatOthersReceivedAndThatAskingForMoreIsNoUse() {
        assertEquals("""
                TE-03, rank 10: you asked for 3 and received 1.
                It ran short: there were 152 to share; shops asked for 277.
                Every small shop that orders every cycle (weight 1) and was cut here received 1.
                The large shops that order every cycle (weight 4): 3 or 4.
                The medium shops that order every cycle (weight 2): 2.
                Published weights share it out (R34): the common level is 7/8 for each unit of weight.
                Asking for more would not have brought more: whoever is cut has the common level.
                Had nothing run short, you would have received 2 here.
                One more carton of TE-03 would have gone to a shop whose turn comes before yours.
                What short Skus could not give you freed room for 3 in your order.
                That room brought you 1 more of GR-01 (rank 12).
                That room brought you 2 more of GR-02 (rank 14).
                With room for one more carton in your order, you would have received 1 of TE-01 instead of 0.
                Nobody else's order would have changed.
                """, line("L620623", "TE-03"));
        assertEquals("""
                TE-03，第 10 顺位：您的需求量是 3 条，订货量是 1 条。
                货源不足：可供分配的有 152 条，全部零售户的需求量合计 277 条。
                每个周期订货一次的小型零售户（权重 1），凡是在这里没有订足的，每户都是 1 条。
                每个周期订货一次的大型零售户（权重 4）：每户 3 条或 4 条。
                每个周期订货一次的中型零售户（权重 2）：每户 2 条。
                这是按公布的权重分配的（R34）：共同水平是每份权重 7/8 条。
                多报也不会多得：没有订足的，都已经达到共同水平。
                如果什么货都不缺，您这里本来可得 2 条。
                如果 TE-03 的货源多 1 条，会先轮到另一家店。
                因为有的规格货源不足，您这一单腾出了 3 条的余量。
                这些余量让您的 GR-01（第 12 顺位）多得了 1 条。
                这些余量让您的 GR-02（第 14 顺位）多得了 2 条。
                如果您这一单的剩余限量多 1 条，TE-01 的订货量就是 1 条，而不是 0 条。
                其他零售户的订货量都不变。
                """, lineInChinese("L620623", "TE-03"));
    }

    @Test
    void tightBalanceIsExplainedInWordsARetailerUnderstands() {
        assertTrue(line("L620623", "WI-01").contains("""
                Not all of it was released: of the 275 there are, 234 were; shops asked for 250.
                R6: Tier 4 is in tight balance: for everybody alike, slightly less is released than shops are expected to ask \
                for, 0.95 of 246.9 cartons, rounded down.
                """));
        assertTrue(lineInChinese("L620623", "WI-01").contains("""
                没有全部投放：现有 275 条，投放 234 条，全部零售户的需求量合计 250 条。
                R6：四类实行稍紧平衡：对所有零售户一视同仁，按略低于预计需求的数量投放，即预测需求 246.9 条的 0.95，向下取整。
                """));
        // One more in stock would not have been released: it must not be promised to anybody.
        for (String sku : new String[] {"WI-01", "WI-03"}) {
            String shop = sku.equals("WI-01") ? "L620623" : "L620084";
            assertTrue(
                    line(shop, sku).contains("More in stock would have changed nothing: R6 releases "),
                    line(shop, sku));
            assertTrue(!line(shop, sku).contains("One more carton of " + sku), line(shop, sku));
            assertTrue(lineInChinese(shop, sku).contains("货源再多也不会有变化：按稍紧平衡（R6），只投放 "));
        }
        // Blank supply: there is nothing but the release to speak of.
        assertTrue(line("L620084", "WI-03").contains("It ran short: there were 140 to share"));
    }

    @Test
    void theSmallerOfTwoGrantsIsLaidToTheDraw() {
        assertTrue(line("L620091", "HB-01").contains("""
                Every medium shop that orders every cycle (weight 2) and was cut here received 2 or 3.
                """));
        String draw = """
                For the last of it 25 shops stood equal, enough for 3 of them; the published draw (seed "drawn in public on \
                2026-11-13") did not fall on you.
                """;
        assertTrue(line("L620091", "HB-01").contains(draw), line("L620091", "HB-01"));
        assertTrue(lineInChinese("L620091", "HB-01").contains("""
                分到最后，有 25 户条件相同，货源只够其中 3 户；公布的抽签（种子“drawn in public on 2026-11-13”）没有抽中您。
                """));
        String luckier = result.cycle().retailers().stream()
                .map(Retailer::key)
                .filter(key -> line(key, "HB-01").contains("received 3.\n"))
                .findFirst()
                .orElseThrow();
        assertTrue(line(luckier, "HB-01").contains("received 2 or 3.\n"));
        assertTrue(!line(luckier, "HB-01").contains("draw"), "who got the larger number lost no draw");
    }

    @Test
    void aCeilingOfTheClassIsTheSameForAllAndAgreedWithNobody() {
        assertTrue(line("L620623", "LT-01").startsWith("""
                LT-01, rank 2: you asked for 8 and received 2.
                Shops like yours may have at most 2 of it. R5: It is scarce: small shops may have 2 cartons of it a cycle, \
                without a float, here for one cycle, rounded down.
                This ceiling is published and is the same for every shop that is small and rural and orders every cycle (R11). \
                Nobody agrees a quantity of one Sku with one shop (R4).
                One more carton of LT-01 would have gone to others: it is not its supply that holds your line.
                """), line("L620623", "LT-01"));
        assertTrue(lineInChinese("L620623", "LT-01").startsWith("""
                LT-01，第 2 顺位：您的需求量是 8 条，订货量是 2 条。
                像您这样的零售户最多可订 2 条。R5：这个规格紧俏，不上浮：小型零售户每周期限 2 条，这一单按一个周期计，向下取整。
                这个上限是公布的，所有每个周期订货一次的乡村小型零售户都一样（R11）。谁也不会同某一家店商定某个规格的数量（R4）。
                如果 LT-01 的货源多 1 条，会归别的零售户：限住您这个规格的不是货源。
                """), lineInChinese("L620623", "LT-01"));
        assertTrue(line("L620623", "HB-02").contains("Shops like yours may not have it in this cycle. R5: "));
        assertTrue(lineInChinese("L620623", "HB-02").contains("像您这样的零售户本周期不能订这个规格。R5："));
    }

    @Test
    void aTierCeilingSaysWhatBetterRankedLinesTookOfIt() {
        assertTrue(line("L620623", "HB-01").contains("""
                Shops like yours may have at most 2 of Tier 1 in all; Skus in open supply don't count. Lines that you ranked \
                higher took 2, which left 0 for this one. R5: Of Tier 1, small shops may have 2 cartons a cycle plus a float \
                of 15 %, here for one cycle, rounded down.
                """), line("L620623", "HB-01"));
        assertTrue(lineInChinese("L620623", "HB-01").contains("""
                像您这样的零售户，一类规格合计最多可订 2 条，放开的规格不计在内。您排在前面的规格已用去 2 条，留给这个规格 0 条。R5：小型零售户每周期一类规格限 2 条，\
                可上浮 15%，这一单按一个周期计，向下取整。
                """), lineInChinese("L620623", "HB-01"));
    }

    @Test
    void theCeilingsOnTheWholeOrderSayWhatWasUsedBefore() {
        assertTrue(line("L620623", "TE-01").contains("""
                By this cycle you may have received at most 75 in 2026-11. You had received 41 before, and lines that you \
                ranked higher took 34, which left 0 for this one. R8: For each cycle still to come after \
                cycle 3 of 4, 0.5 of 1/4 of the 86 cartons is kept; the rest, rounded down, may be granted by now, so that nobody is left with nothing at \
                the month's end.
                """));
        assertTrue(lineInChinese("L620623", "TE-01").contains("""
                到本周期为止，您在 2026-11 最多可订 75 条。此前已供 41 条，您排在前面的规格又用去 34 条，留给这个规格 0 条。R8：本月上限 86 条中，为第 3/4 \
                周期以后的每个周期各预留 1/4 的 0.5 倍，其余向下取整，至今可供，以免月末无量可订。
                """));
        assertTrue(line("L620021", "WI-01").contains("""
                You wanted at most 33 in this whole order yourself. Lines that you ranked higher took 31, which left 2 for \
                this one.
                """));
        assertTrue(lineInChinese("L620021", "WI-01").contains("您自己定的是这一单最多订 33 条。您排在前面的规格已用去 31 条，留给这个规格 2 条。"));
        assertTrue(line("L620420", "TE-03").contains("""
                Your ceiling for 2026-11 is 35. You had received 40 before, and lines that you ranked higher took 0, which \
                left 0 for this one. R2: The ceiling for the period is the agreed total of 31 cartons plus the float of 15 % \
                for small shops, rounded down.
                """));
        assertTrue(lineInChinese("L620420", "TE-03").contains("您在 2026-11 的上限是 35 条。此前已供 40 条"));
    }

    @Test
    void whatOnlyTheRetailerHimselfLimitedIsNotCalledACeiling() {
        List<String> said = Explanations.inWords(
                Explanations.EN, Explanations.order(result, "L620021").order().sentences());
        assertTrue(said.get(0).contains("You wanted at most 33 in this order yourself"), said::toString);
        assertTrue(!said.get(0).contains("Your ceilings left room for"), said::toString);
        List<String> other = Explanations.inWords(
                Explanations.EN, Explanations.order(result, "L620623").order().sentences());
        assertTrue(other.get(0).contains("Your ceilings left room for 34 in this order"), other::toString);
    }

    @Test
    void aShopThatIsNotActiveAndOneWithoutAnOrderAreToldSoKindly() {
        Explanation suspended = Explanations.order(result, "L620287");
        assertEquals(
                List.of(
                        "Your shop can receive nothing in this cycle. R35: The shop is suspended; only an active shop is"
                                + " granted anything."),
                Explanations.inWords(Explanations.EN, suspended.order().sentences()));
        assertEquals(List.of(), suspended.story(), "said once, not once a line");
        int silent = 0;
        while (result.cycle().orders().ordered(silent)) {
            silent++;
        }
        Explanation withoutOrder = Explanations.order(result, silent);
        assertEquals("""
                You sent no order in this cycle. That is no demand, so nothing was granted, and nobody may order in your name \
                (R17).
                It costs you nothing later: your agreed total, your size class and your part in scarce Skus stay as they are.
                """, say(Explanations.EN, withoutOrder));
        assertEquals("""
                您本周期没有下单。没有下单就是没有需求，所以没有供货，谁也不能替您下单（R17）。
                这对您以后没有任何影响：商定总量、规模类别和紧俏规格的供应都照旧。
                """, say(Explanations.ZH, withoutOrder));
    }

    @Test
    void aSkuThatWasNotOrderedIsNoCut() {
        assertEquals("""
                You did not order GR-04 in this cycle. That is no demand, so nothing of it was granted, and it costs you \
                nothing later (R17).
                """, line("L620035", "GR-04"));
        assertEquals("您本周期没有订 GR-04。没有订就是没有需求，所以没有供货，对您以后也没有影响（R17）。\n", lineInChinese("L620035", "GR-04"));
    }

    @Test
    void everyCutCanBeReadAloudInAMinute() {
        for (int retailer = 0; retailer < result.cycle().retailers().size(); retailer++) {
            for (LineExplanation line : Explanations.order(result, retailer).lines()) {
                String english = String.join(" ", Explanations.inWords(Explanations.EN, line.sentences()));
                assertTrue(english.split(" ").length <= WORDS_A_MINUTE, english);
                String chinese = String.join("", Explanations.inWords(Explanations.ZH, line.sentences()));
                assertTrue(chinese.replaceAll("\\P{IsHan}", "").length() <= CHARACTERS_A_MINUTE, chinese);
            }
        }
    }

    @Test
    void nobodyElseIsNamed() {
        for (Retailer shop : result.cycle().retailers()) {
            Set<String> named = new TreeSet<>();
            for (Message sentence : Explanations.everythingSaid(Explanations.order(result, shop.key()))) {
                LICENCE.matcher(Explanations.EN.say(sentence))
                        .results()
                        .map(MatchResult::group)
                        .forEach(named::add);
            }
            assertEquals(Set.of(shop.key()), named);
        }
    }
}
