package io.plimsoll.service.people;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Looks something up in the database for whoever must not wait for it. */
@ApplicationScoped
class Blocking {

    private final Vertx vertx;

    Blocking(Vertx vertx) {
        this.vertx = vertx;
    }

    <T> Uni<T> find(Supplier<T> lookup) {
        return Uni.createFrom()
                .completionStage(() ->
                        vertx.executeBlocking(() -> inRequest(lookup), false).toCompletionStage());
    }

    private static <T> T inRequest(Supplier<T> lookup) {
        ManagedContext context = Arc.container().requestContext();
        if (context.isActive()) {
            return lookup.get();
        }
        context.activate();
        try {
            return lookup.get();
        } finally {
            context.terminate();
        }
    }
}
