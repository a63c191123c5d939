package io.plimsoll.drools;

import io.plimsoll.lawbook.LawBook;
import io.plimsoll.rule.RuleBook;
import io.plimsoll.work.Beside;
import org.kie.api.runtime.KieRuntimeBuilder;

/** The rules that were compiled when the project was built. */
public final class BuiltInRules {

    /** drools-quarkus generates this class after ours are compiled, so it can only be named. */
    private static final String GENERATED = "org.drools.project.model.ProjectRuntime";

    private BuiltInRules() {}

    /**
     * Begins to open them in a thread of its own: it takes as long as reading a city's orders, which can go on beside it.
     *
     * @return gives the rules, and waits for them; fails as {@link #load} does
     */
    public static Beside<RuleBook, RuntimeException> begin() {
        return Beside.begin(BuiltInRules::load);
    }

    /**
     * Opens them, without starting the container.
     *
     * @throws IllegalStateException when run from classes that the Quarkus build has not been over
     */
    public static RuleBook load() {
        try {
            KieRuntimeBuilder generated = Class.forName(GENERATED)
                    .asSubclass(KieRuntimeBuilder.class)
                    .getConstructor()
                    .newInstance();
            return new DroolsRuleBook(
                    generated.getKieBase(), LawBook.ofThisBuild().texts());
        } catch (ReflectiveOperationException notBuilt) {
            throw new IllegalStateException("this jar was not built by Quarkus: " + GENERATED, notBuilt);
        }
    }
}
