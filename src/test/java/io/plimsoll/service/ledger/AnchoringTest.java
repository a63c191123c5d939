package io.plimsoll.service.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.plimsoll.ledger.Head;
import io.plimsoll.service.Fixtures;
import io.plimsoll.service.RealMysql;
import io.plimsoll.service.journal.Act;
import io.plimsoll.service.journal.Journal;
import io.plimsoll.service.journal.Subject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Heads get out of the service by themselves, each once, and a place that is gone for a while gets the latest. */
@QuarkusTest
@QuarkusTestResource(RealMysql.class)
class AnchoringTest {

    @Inject
    Fixtures fixtures;

    @Inject
    Sealer sealer;

    @Inject
    Ledger ledger;

    @Inject
    Anchors anchors;

    @Inject
    Journal journal;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile int answers = 204;
    private volatile int refusals;
    private HttpServer other;
    private Path file;
    private URI url;

    @BeforeEach
    void anotherSystem() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/heads", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int answer = refusals-- > 0 ? 503 : answers;
            if (answer == 204) {
                received.add(body);
                tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        other.start();
        url = URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/heads");
        file = Files.createTempDirectory(Path.of("target"), "anchors").resolve("heads.txt");
        something();
    }

    @AfterEach
    void noOtherSystem() {
        other.stop(0);
    }

    @Test
    void aHeadIsLaidDownInAFileAndSentToAnotherSystemAndEachOnlyOnce() throws Exception {
        Anchoring anchoring = anchoring(Optional.of(file), Optional.of(url), Optional.of("let me in"));
        anchoring.anchor();
        anchoring.anchor();
        Head head = ledger.head();
        assertEquals(List.of(head.text()), Files.readAllLines(file));
        assertEquals(List.of(head.text() + "\n"), received);
        assertEquals(List.of("Bearer let me in"), tokens);
        something();
        anchoring.anchor();
        assertEquals(List.of(head.text(), ledger.head().text()), Files.readAllLines(file));
        assertEquals(2, received.size());
        assertTrue(anchors.latest().stream()
                .anyMatch(each -> each.to().equals(url.toString())
                        && each.position() == ledger.head().position()
                        && each.hash().equals(ledger.head().hash())));
    }

    @Test
    void aSystemThatRefusesForAMomentIsAskedAgainAtOnce() {
        refusals = 2;
        anchoring(Optional.empty(), Optional.of(url), Optional.empty()).anchor();
        assertEquals(List.of(ledger.head().text() + "\n"), received);
        assertEquals(0, notAnchored());
    }

    @Test
    void aSystemThatIsGoneIsNotedOnceAndGetsTheLatestHeadWhenItIsBack() {
        answers = 500;
        Anchoring anchoring = anchoring(Optional.empty(), Optional.of(url), Optional.empty());
        anchoring.anchor();
        anchoring.anchor();
        assertEquals(1, notAnchored());
        assertEquals(0, anchors.reached(Anchors.Place.WEBHOOK, url.toString()));
        answers = 204;
        something();
        anchoring.anchor();
        assertEquals(List.of(ledger.head().text() + "\n"), received);
        assertEquals(ledger.head().position(), anchors.reached(Anchors.Place.WEBHOOK, url.toString()));
        assertEquals(1, notAnchored());
    }

    @Test
    void aFileThatCanNotBeWrittenDoesNotKeepTheOtherSystemFromItsHead() throws Exception {
        Path folder = Files.createDirectory(file);
        anchoring(Optional.of(folder), Optional.of(url), Optional.empty()).anchor();
        assertEquals(1, received.size());
    }

    @Test
    void nothingIsLaidDownAnywhereUnlessItIsSaidWhere() {
        String before = fixtures.value("SELECT COUNT(*) FROM ledger_anchor");
        anchoring(Optional.empty(), Optional.empty(), Optional.empty()).anchor();
        assertEquals(before, fixtures.value("SELECT COUNT(*) FROM ledger_anchor"));
    }

    private int notAnchored() {
        return Integer.parseInt(fixtures.value(
                "SELECT COUNT(*) FROM journal WHERE kind = 'LEDGER_NOT_ANCHORED' AND content LIKE ?", "%" + url + "%"));
    }

    private void something() {
        QuarkusTransaction.requiringNew()
                .run(() -> journal.appendBySystem(Act.DATA_TAKEN_OUT, Subject.service(), Map.of("table", "t")));
        sealer.sealAll();
    }

    private Anchoring anchoring(Optional<Path> to, Optional<URI> address, Optional<String> token) {
        return new Anchoring(ledger, anchors, journal, new AnchorSettings() {
            @Override
            public String every() {
                return "off";
            }

            @Override
            public Optional<Path> file() {
                return to;
            }

            @Override
            public Optional<URI> url() {
                return address;
            }

            @Override
            public Optional<String> token() {
                return token;
            }
        });
    }
}
