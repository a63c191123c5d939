package io.plimsoll.service.law;

import io.plimsoll.drools.BuiltInRules;
import io.plimsoll.rule.RuleBook;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the rules when they are first asked for: a start does not wait for them. */
@ApplicationScoped
public class Law {

    private RuleBook rules;

    /** The rules of this build. */
    public synchronized RuleBook rules() {
        if (rules == null) {
            rules = BuiltInRules.load();
        }
        return rules;
    }
}
