package io.plimsoll.drools;

import io.plimsoll.lawbook.LawBook;
import io.plimsoll.rule.RuleBook;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
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
    public static Supplier<RuleBook> begin() {
        FutureTask<RuleBook> opening = new FutureTask<>(BuiltInRules::load);
        Thread thread = new Thread(opening, "rules");
        thread.setDaemon(true);
        thread.start();
        return () -> waitFor(opening);
    }

    private static RuleBook waitFor(FutureTask<RuleBook> opening) {
        try {
            return opening.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while opening the rules", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException ofRules) {
                throw ofRules;
            }
            throw new IllegalStateException("the rules could not be opened", failed.getCause());
        }
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
