package io.plimsoll.drools;

import io.plimsoll.rule.Fact;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleFailure;
import io.plimsoll.rule.RuleText;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;

/**
 * A rule book that asks Drools. Facts are put before it in short sessions: measured, one long session over everything
 * costs many times as much time and memory.
 */
final class DroolsRuleBook implements RuleBook {

    private static final int FACTS_A_SESSION = 256;

    private final KieBase rules;
    private final List<RuleText> texts;
    private final int ruleCount;

    DroolsRuleBook(KieBase rules, List<RuleText> texts) {
        QuietDrools.hush();
        this.rules = rules;
        this.texts = List.copyOf(texts);
        ruleCount = rules.getKiePackages().stream()
                .mapToInt(folder -> folder.getRules().size())
                .sum();
    }

    @Override
    public List<RuleText> texts() {
        return texts;
    }

    @Override
    public void ask(List<? extends Fact> facts) {
        for (int from = 0; from < facts.size(); from += FACTS_A_SESSION) {
            askInOneSession(facts.subList(from, Math.min(facts.size(), from + FACTS_A_SESSION)));
        }
    }

    private void askInOneSession(List<? extends Fact> facts) {
        KieSession session = rules.newKieSession();
        try {
            facts.forEach(session::insert);
            // A rule looks at one fact and adds to nothing it looks at, so it fires at most once a fact.
            int most = facts.size() * ruleCount;
            if (session.fireAllRules(most + 1) > most) {
                throw new RuleFailure("rules fired more often than once a fact");
            }
        } catch (ConsequenceException failed) {
            Rule rule = failed.getRule();
            throw new RuleFailure("rule \"" + rule.getName() + "\" failed: " + failed.getCause(), failed);
        } catch (RuleFailure failed) {
            throw failed;
        } catch (RuntimeException failed) {
            throw new RuleFailure("a rule could not be evaluated: " + failed.getMessage(), failed);
        } finally {
            session.dispose();
        }
    }
}
