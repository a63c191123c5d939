package io.plimsoll.service.cycles;

import io.plimsoll.service.right.Scope;
import java.util.Collections;
import java.util.List;

/** Whose retailers somebody may see, as a condition on the table {@code retailer r}. */
final class Within {

    private Within() {}

    /** @param values the values of the condition are added here */
    static String scope(Scope scope, List<Object> values) {
        if (scope instanceof Scope.Everybody) {
            return "TRUE";
        }
        if (scope instanceof Scope.OneRetailer one) {
            values.add(one.licence());
            return "r.licence = ?";
        }
        if (scope instanceof Scope.OfManager of) {
            values.add(of.manager());
            return "r.manager = ?";
        }
        if (scope instanceof Scope.InTerritories in && !in.territories().isEmpty()) {
            values.addAll(in.territories());
            String marks =
                    String.join(", ", Collections.nCopies(in.territories().size(), "?"));
            return "r.territory IN (" + marks + ")";
        }
        return "FALSE";
    }
}
