package io.plimsoll.service.uploads;

import io.plimsoll.service.right.Scope;
import java.util.Collections;
import java.util.List;

/**
 * The rows of a scope as a condition on the retailer {@code r}.
 *
 * @param values for its question marks
 */
record ScopeSql(String condition, List<Object> values) {

    static ScopeSql of(Scope scope) {
        if (scope instanceof Scope.Everybody) {
            return new ScopeSql("TRUE", List.of());
        }
        if (scope instanceof Scope.OneRetailer one) {
            return new ScopeSql("r.licence = ?", List.of(one.licence()));
        }
        if (scope instanceof Scope.OfManager of) {
            return new ScopeSql("r.manager = ?", List.of(of.manager()));
        }
        if (scope instanceof Scope.InTerritories in && !in.territories().isEmpty()) {
            String marks =
                    String.join(", ", Collections.nCopies(in.territories().size(), "?"));
            return new ScopeSql("r.territory IN (" + marks + ")", List.copyOf(in.territories()));
        }
        return new ScopeSql("FALSE", List.of());
    }
}
