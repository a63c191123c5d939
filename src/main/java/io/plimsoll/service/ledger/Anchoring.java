package io.plimsoll.service.ledger;

import io.plimsoll.ledger.Head;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Lays the head of the ledger down outside: at the end of a file, and at another system. What a place does not take now it
 * gets the next time, with a later head, which says more.
 */
@ApplicationScoped
class Anchoring {

    private static final Logger LOG = Logger.getLogger(Anchoring.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int REPETITIONS = 4;

    private final Ledger ledger;
    private final Anchors anchors;
    private final Journal journal;
    private final AnchorSettings settings;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final Set<Anchors.Place> failing = EnumSet.noneOf(Anchors.Place.class);

    Anchoring(Ledger ledger, Anchors anchors, Journal journal, AnchorSettings settings) {
        this.ledger = ledger;
        this.anchors = anchors;
        this.journal = journal;
        this.settings = settings;
    }

    @Scheduled(
            every = "${plimsoll.ledger.anchor.every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void beat() {
        anchor();
    }

    /** Lays the present head down wherever it is not known yet. */
    synchronized void anchor() {
        settings.file().ifPresent(file -> anchorAt(Anchors.Place.FILE, file.toString(), head -> append(file, head)));
        settings.url().ifPresent(url -> anchorAt(Anchors.Place.WEBHOOK, url.toString(), head -> send(url, head)));
    }

    @FunctionalInterface
    private interface Laying {
        void down(Head head);
    }

    private void anchorAt(Anchors.Place place, String to, Laying laying) {
        Head head = ledger.head();
        if (head.position() <= anchors.reached(place, to)) {
            return;
        }
        try {
            laying.down(head);
            QuarkusTransaction.requiringNew().run(() -> anchors.add(place, to, head));
            failing.remove(place);
        } catch (RuntimeException failed) {
            LOG.warnf("The head of the ledger cannot be anchored at %s: %s", to, failed.getMessage());
            if (failing.add(place)) {
                // Said once until it works again: or the ledger would grow by nothing but this.
                QuarkusTransaction.requiringNew()
                        .run(() -> journal.appendBySystem(
                                Act.LEDGER_NOT_ANCHORED, Subject.service(), Map.of("place", place.name(), "to", to)));
            }
        }
    }

    private static void append(Path file, Head head) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, head.text() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void send(URI url, Head head) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(ANSWER)
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(head.text() + "\n"));
        settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        Uni.createFrom()
                .completionStage(() -> client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding()))
                .invoke(response -> {
                    if (response.statusCode() / 100 != 2) {
                        throw new IllegalStateException("it answered " + response.statusCode());
                    }
                })
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .atMost(REPETITIONS)
                .await()
                .indefinitely();
    }
}
