package io.plimsoll.service.cycles;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Refused.FieldError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a planner says of a cycle before it is published.
 *
 * @param cycle its name, such as {@code 2026-W48}
 * @param seed breaks ties (R34)
 * @param period the month, as {@code 2026-11}
 * @param number the how-manieth of the period
 * @param of how many the period has
 * @param secondClosesAt null: an hour of the next business day
 * @param policy digest of a release policy; null: the one that is in force when the cycle is published
 */
record CyclePlan(
        String cycle,
        String seed,
        String period,
        int number,
        int of,
        Instant opensAt,
        Instant closesAt,
        Instant secondClosesAt,
        String policy) {

    static final int LONGEST_SEED = 200;

    /** Letters of any language, digits and a few marks: it stands in addresses and file names. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    private static final Pattern PERIOD = Pattern.compile("2\\d{3}-(0[1-9]|1[0-2])");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST_OF_A_PERIOD = 31;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

    /** What is not as it should be, field by field; none when all is. */
    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        require(errors, cycle != null && NAME.matcher(cycle).matches(), "cycle", "CYCLE_NAME_EXPECTED");
        boolean hasSeed = seed != null && !seed.isBlank() && seed.length() <= LONGEST_SEED && isPrintable(seed);
        require(errors, hasSeed, "seed", "CYCLE_SEED_EXPECTED");
        require(errors, period != null && PERIOD.matcher(period).matches(), "period", "CYCLE_PERIOD_EXPECTED");
        require(errors, of >= 1 && of <= MOST_OF_A_PERIOD, "of", "CYCLE_OF_EXPECTED");
        require(errors, number >= 1 && number <= of, "number", "CYCLE_NUMBER_EXPECTED");
        require(errors, isWithinReason(opensAt), "opensAt", "CYCLE_TIME_EXPECTED");
        require(errors, isWithinReason(closesAt), "closesAt", "CYCLE_TIME_EXPECTED");
        require(errors, isWithinReason(secondClosesAt), "secondClosesAt", "CYCLE_TIME_EXPECTED");
        require(errors, isRising(opensAt, closesAt), "closesAt", "CYCLE_CLOSES_AFTER_OPENING");
        require(errors, isRising(closesAt, secondClosesAt), "secondClosesAt", "CYCLE_SECOND_AFTER_CLOSING");
        require(errors, policy == null || DIGEST.matcher(policy).matches(), "policy", "CYCLE_POLICY_EXPECTED");
        return errors;
    }

    private static void require(List<FieldError> errors, boolean isSound, String field, String reason) {
        if (!isSound) {
            errors.add(new FieldError(field, new Message(reason, java.util.Map.of())));
        }
    }

    private static boolean isPrintable(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isWithinReason(Instant moment) {
        return moment == null || moment.isAfter(EARLIEST) && moment.isBefore(LATEST);
    }

    private static boolean isRising(Instant earlier, Instant later) {
        boolean isKnown = earlier != null && later != null && isWithinReason(earlier) && isWithinReason(later);
        return !isKnown || earlier.isBefore(later);
    }
}
