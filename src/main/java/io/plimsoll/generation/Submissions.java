package io.plimsoll.generation;

import io.plimsoll.files.CycleDetails.Channel;
import io.plimsoll.files.CycleDetails.Submission;
import io.plimsoll.generation.Draws.End;
import io.plimsoll.retailer.MarketType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/**
 * Who submitted the orders of a week, and when and from where. The window is open from Monday to Wednesday; most shops
 * order in the evening, many in the last hours. What was missed and collected on a visit is entered by the order desk on
 * Thursday morning (R16).
 */
final class Submissions {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(22, 0);

    /** The window closes on the third day. */
    private static final int DAYS_OPEN = 3;

    /** Shops in villages are more often remote, and their owners old; together they stay below 5 % (R16). */
    private static final double ASSISTED_IN_TOWN = 0.01;

    private static final double ASSISTED_IN_VILLAGES = 0.02;

    private static final double IN_THE_LAST_HOURS = 0.25;
    private static final double IN_THE_EVENING = 0.5;
    private static final double EVENING_SECONDS = 20 * 3600;
    private static final double SIGMA_OF_EVENING_SECONDS = 3600;
    private static final double LAST_SECONDS_IN_THE_MEAN = 2 * 3600;

    private static final LocalTime DESK_OPENS = LocalTime.of(8, 30);
    private static final int DESK_SECONDS = 90 * 60;
    private static final int DESK_DEVICES = 4;

    private final CountyPlan plan;
    private final Register register;
    private final LocalDate monday;
    private final int week;

    Submissions(CountyPlan plan, Register register, Week week) {
        this.plan = plan;
        this.register = register;
        monday = week.monday();
        this.week = week.index();
    }

    /** How the order of a shop came in. */
    Submission of(int shop) {
        Draws draws = Draws.of(plan.seed(), End.SUBMISSION, shop, week);
        Shop from = register.shops().get(shop);
        boolean isTown = from.marketType() == MarketType.URBAN;
        String session = "S" + hex(draws.bits());
        if (draws.happens(isTown ? ASSISTED_IN_TOWN : ASSISTED_IN_VILLAGES)) {
            int desk = draws.below(DESK_DEVICES) + 1;
            LocalDateTime entered =
                    monday.plusDays(DAYS_OPEN).atTime(DESK_OPENS).plusSeconds(draws.below(DESK_SECONDS));
            return new Submission(
                    Channel.ASSISTED, "order-desk", entered.atOffset(CHINA), "desk-" + desk, session, "10.0.0." + desk);
        }
        int household = register.household(shop);
        Draws ofHousehold = Draws.of(plan.seed(), End.DEVICE, household);
        return new Submission(
                Channel.SELF,
                from.key(),
                moment(draws).atOffset(CHINA),
                "D" + hex(ofHousehold.bits()),
                session,
                address(from.territory(), ofHousehold));
    }

    private LocalDateTime moment(Draws draws) {
        double when = draws.unit();
        if (when < IN_THE_LAST_HOURS) {
            double before = -LAST_SECONDS_IN_THE_MEAN * StrictMath.log(1 - draws.unit());
            return atTime(DAYS_OPEN - 1, CLOSES.toSecondOfDay() - 1 - before);
        }
        int day = draws.below(DAYS_OPEN);
        if (when < IN_THE_LAST_HOURS + IN_THE_EVENING) {
            return atTime(day, EVENING_SECONDS + SIGMA_OF_EVENING_SECONDS * draws.normal());
        }
        return atTime(day, draws.between(OPENS.toSecondOfDay(), CLOSES.toSecondOfDay()));
    }

    private LocalDateTime atTime(int day, double secondOfDay) {
        double within = Math.min(Math.max(secondOfDay, OPENS.toSecondOfDay()), CLOSES.toSecondOfDay() - 1.0);
        return monday.plusDays(day).atStartOfDay().plus(Duration.ofSeconds((long) within));
    }

    /** A private address; shops of a territory share its network, and now and then an address. */
    private static String address(int territory, Draws draws) {
        return "10." + (1 + territory / 256) + "." + territory % 256 + "." + (1 + draws.below(254));
    }

    private static String hex(long bits) {
        return HexFormat.of().toHexDigits(bits, 12);
    }
}
