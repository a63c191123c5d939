package io.plimsoll.drools;

import io.plimsoll.rule.RuleBook;
import io.plimsoll.rule.RuleFailure;
import io.plimsoll.rule.RuleText;
import io.plimsoll.rule.text.CheckedRule;
import io.plimsoll.rule.text.DrlRule;
import io.plimsoll.rule.text.RuleTextCheck;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message.Level;
import org.kie.api.builder.ReleaseId;

/**
 * Rules compiled from their texts while the program runs: those of a run record, and those under test.
 *
 * <p>A run record is somebody else's text. What is compiled is therefore never the text itself but what
 * {@link RuleTextCheck} understood of it, written anew: whatever the check and Drools might read differently is gone.
 */
public final class CompiledRules {

    private CompiledRules() {}

    /**
     * Checks and compiles.
     *
     * @throws RuleFailure when a text holds anything but added ceilings and findings, or does not compile
     */
    public static RuleBook of(List<RuleText> texts) {
        List<CheckedRule> checked = RuleTextCheck.checkAll(texts);
        try {
            return new DroolsRuleBook(compile(checked), texts);
        } catch (RuleFailure failed) {
            throw failed;
        } catch (RuntimeException ofCompiler) {
            throw new RuleFailure("rules do not compile: " + ofCompiler, ofCompiler);
        }
    }

    /**
     * A rule's name is a sentence for people in any script. Drools makes file names and Java of it, which depend on where
     * the program runs; so it is given a name of letters and digits that still says which rule it is.
     */
    private static CheckedRule underPlainNames(CheckedRule folder) {
        List<DrlRule> renamed = new ArrayList<>();
        for (DrlRule rule : folder.rules()) {
            String name = folder.id() + " " + folder.folder() + " " + (renamed.size() + 1);
            renamed.add(new DrlRule(name, rule.factType(), rule.factVariable(), rule.constraints(), rule.answer()));
        }
        return new CheckedRule(folder.folder(), folder.id(), renamed);
    }

    private static KieBase compile(List<CheckedRule> rules) {
        KieServices drools = KieServices.Factory.get();
        ReleaseId id = drools.newReleaseId("io.plimsoll", "recorded-rules", "1");
        KieFileSystem files = drools.newKieFileSystem();
        files.generateAndWritePomXML(id);
        for (CheckedRule rule : rules) {
            files.write(
                    "src/main/resources/rules/" + rule.folder() + "/Rule.drl",
                    underPlainNames(rule).canonical());
        }
        KieBuilder builder = drools.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Level.ERROR)) {
            throw new RuleFailure(
                    "rules do not compile: " + builder.getResults().getMessages(Level.ERROR));
        }
        return drools.newKieContainer(id).getKieBase();
    }
}
