package io.plimsoll.service;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of the service under test: it goes like any other, and can be put forward or stopped. Whoever has done so puts
 * it back, for all tests share it.
 */
@Mock
@ApplicationScoped
public class TestClock extends Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private volatile Instant stoppedAt;

    /** Lets time pass. */
    public void pass(Duration time) {
        ahead.updateAndGet(before -> before.plus(time));
    }

    /** Sets it to a moment, from which it goes on. */
    public void set(Instant moment) {
        ahead.set(Duration.between(Instant.now(), moment));
    }

    /** Lets no time pass, however slow the machine is, until it is put back. */
    public void stop() {
        stoppedAt = instant();
    }

    /** Goes and shows the right time again. */
    public void putBack() {
        stoppedAt = null;
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        Instant stopped = stoppedAt;
        return stopped != null ? stopped : Instant.now().plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource moments = this::instant;
        return moments.withZone(zone);
    }
}
