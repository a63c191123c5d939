package io.plimsoll.rule.text;

import io.plimsoll.rule.Fact;
import java.util.UUID;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** The real rule engine, to see that it understands what was rendered as we do. */
final class Drools {

    private Drools() {}

    /** Compiles a rendering as executable model; fails the test when the engine reports an error. */
    static KieBase compile(CheckedRule rules) {
        return compile(rules.canonical());
    }

    /** The same for a text as somebody wrote it. */
    static KieBase compile(String drl) {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        ReleaseId release = services.newReleaseId("io.plimsoll.test", "rules-" + UUID.randomUUID(), "1");
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/rules/Rule.drl", drl);
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new AssertionError(builder.getResults().getMessages(Message.Level.ERROR));
        }
        return services.newKieContainer(release).getKieBase();
    }

    /** Asks about one fact; the answers are in it then. */
    static void ask(KieBase rules, Fact fact) {
        rules.newStatelessKieSession().execute(fact);
    }
}
