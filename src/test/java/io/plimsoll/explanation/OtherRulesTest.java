package io.plimsoll.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.drools.CompiledRules;
import io.plimsoll.drools.TestRules;
import io.plimsoll.files.BadInput;
import io.plimsoll.files.CycleFolder;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleText;
import io.plimsoll.run.Binding;
import io.plimsoll.run.CycleResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules that this build doesn't have are explained as well as its own. */
class OtherRulesTest {

    private static Explanation firstOrder(List<RuleText> texts) throws BadInput {
        RuleBook rules = CompiledRules.of(texts);
        CycleResult result = Explanations.allocate(
                CycleFolder.read(Path.of("docs", "county")).cycle(), rules);
        return Explanations.explainer(result, rules, 0).order();
    }

    @Test
    void aRuleThatLimitsTheWholeCycleOfAShopIsNamed() throws BadInput {
        List<RuleText> texts = new ArrayList<>(TestRules.book().texts());
        texts.add(new RuleText("r36-three-a-cycle", "R36", """
                import io.plimsoll.rule.fact.RetailerStanding;

                rule "R36 Three cartons a cycle"
                when
                    $shop : RetailerStanding( status == "ACTIVE" )
                then
                    $shop.propose("R36", "THREE_A_CYCLE", 3);
                end
                """));
        LineExplanation cut = firstOrder(texts).lines().stream()
                .filter(line -> line.binding() == Binding.STANDING)
                .findFirst()
                .orElseThrow();
        String said = String.join("\n", Explanations.inWords(Explanations.EN, cut.sentences()));
        assertTrue(
                said.contains("Your shop may receive at most 3 in this cycle. Lines that you ranked higher took"),
                said);
        assertTrue(said.contains("R36: THREE_A_CYCLE"), "a sentence that this build lacks shows as its code: " + said);
        assertEquals("R36", cut.held().orElseThrow().rule());
    }

    @Test
    void whereNoRuleLimitsAnOrderThatIsSaid() throws BadInput {
        List<RuleText> texts = TestRules.book().texts().stream()
                .filter(text -> !text.folder().equals("r02-float"))
                .toList();
        Explanation explanation = firstOrder(texts);
        assertEquals(List.of(), explanation.order().ceilings());
        assertEquals(List.of(), explanation.order().caution(), "no agreed total is shown");
        assertTrue(Explanations.inWords(Explanations.EN, explanation.order().sentences())
                .get(0)
                .startsWith("No ceiling limits your order as a whole."));
        OneMore more = explanation.moreHeadroom().orElseThrow();
        assertEquals(new Change(List.of(), 0, 0), more.change());
        assertEquals(
                List.of(
                        "Room for one more carton in your order would have changed nothing: no ceiling limits your order as"
                                + " a whole."),
                Explanations.inWords(Explanations.EN, more.sentences()));
    }
}
