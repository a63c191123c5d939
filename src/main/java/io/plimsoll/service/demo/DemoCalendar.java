package io.plimsoll.service.demo;

import io.plimsoll.calendar.BusinessCalendar;
import io.plimsoll.service.intake.CycleIntake.Life;
import io.plimsoll.service.web.WebSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** When the windows of the county's cycles were open; the last one is open now. */
@ApplicationScoped
class DemoCalendar {

    /** Of the generator's first week. */
    static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 11, 2);

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);
    private static final LocalTime SECOND_CLOSES = LocalTime.of(10, 0);

    private final DataSource database;
    private final Clock clock;
    private final ZoneId zone;

    DemoCalendar(DataSource database, Clock clock, WebSettings settings) {
        this.database = database;
        this.clock = clock;
        zone = settings.zone();
    }

    /** A cycle that was delivered: opened on its Monday, closed on the Wednesday. */
    Life past(int number) {
        LocalDate monday = FIRST_MONDAY.plusWeeks(number - 1L);
        return new Life(
                "DELIVERED",
                "DELIVERED",
                Optional.of("NO_DEMAND"),
                at(monday.minusDays(3), CLOSES),
                at(monday, OPENS),
                at(monday.plusDays(2), CLOSES),
                at(monday.plusDays(3), SECOND_CLOSES));
    }

    /** A cycle that opened yesterday and closes the day after tomorrow. */
    Life open() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate closes = today.plusDays(2);
        return new Life(
                "OPEN",
                "SUBMITTED",
                Optional.empty(),
                at(today.minusDays(3), CLOSES),
                at(today.minusDays(1), OPENS),
                at(closes, CLOSES),
                at(BusinessCalendar.MONDAY_TO_FRIDAY.nextBusinessDay(closes), SECOND_CLOSES));
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    private record Step(String state, Instant at) {}

    /** How the cycle came to where it is. */
    void storeSteps(String cycle, Life life) {
        List<Step> steps =
                new ArrayList<>(List.of(new Step("PUBLISHED", life.publishedAt()), new Step("OPEN", life.opensAt())));
        if (life.ofSilent().isPresent()) {
            steps.add(new Step("SECOND_WINDOW", life.closesAt()));
            steps.add(new Step("CLOSED", life.secondClosesAt()));
            steps.add(new Step("ALLOCATING", life.secondClosesAt()));
            steps.add(new Step("ALLOCATED", life.secondClosesAt()));
            steps.add(new Step("DELIVERED", life.secondClosesAt().plusSeconds(86_400)));
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO cycle_step (cycle, state, at) VALUES (?, ?, ?)")) {
            for (Step step : steps) {
                insert.setString(1, cycle);
                insert.setString(2, step.state());
                insert.setTimestamp(3, Timestamp.from(step.at()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failed) {
            throw new IllegalStateException("the steps cannot be stored", failed);
        }
    }
}
