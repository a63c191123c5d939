package io.plimsoll.service.web;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a database says when it is not the request that is wrong: the same request may well succeed later.
 *
 * @param words what it said
 * @param retryAfterSeconds when it is worth asking again
 */
record DatabaseTrouble(String words, int retryAfterSeconds) {

    /** A server takes about so long to start again. */
    private static final int ONCE_IT_IS_BACK = 5;

    /** Whoever was in the way is done by then. */
    private static final int AT_ONCE = 1;

    /** MySQL's own numbers: waited too long for a row, and a ring of transactions that wait for each other. */
    private static final Set<Integer> OTHERS_IN_THE_WAY = Set.of(1205, 1213);

    /** Finds it behind a failure, whichever part of the container it came through; nothing where the failure is ours. */
    static Optional<DatabaseTrouble> in(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> waiting = new ArrayDeque<>(List.of(failure));
        while (!waiting.isEmpty()) {
            Throwable each = waiting.poll();
            if (!seen.add(each)) {
                continue;
            }
            if (each instanceof SQLException said) {
                Optional<DatabaseTrouble> trouble = of(said);
                if (trouble.isPresent()) {
                    return trouble;
                }
            }
            if (each.getCause() != null) {
                waiting.add(each.getCause());
            }
            // A transaction manager that fails to commit keeps the reason there.
            waiting.addAll(List.of(each.getSuppressed()));
        }
        return Optional.empty();
    }

    /** SQL states of class 08 are broken connections, 70100 is a server that stops; none at all is a pool that gave up waiting. */
    private static Optional<DatabaseTrouble> of(SQLException said) {
        String state = said.getSQLState();
        if (OTHERS_IN_THE_WAY.contains(said.getErrorCode()) || state != null && state.startsWith("40")) {
            return Optional.of(new DatabaseTrouble(said.getMessage(), AT_ONCE));
        }
        if (state == null || state.startsWith("08") || state.equals("70100")) {
            return Optional.of(new DatabaseTrouble(said.getMessage(), ONCE_IT_IS_BACK));
        }
        return Optional.empty();
    }
}
