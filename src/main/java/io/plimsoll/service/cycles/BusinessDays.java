package io.plimsoll.service.cycles;

import java.time.LocalDate;

/** On which days orders are entered and windows close (R17). */
public interface BusinessDays {

    boolean isBusinessDay(LocalDate day);

    /** The first business day after a day. */
    default LocalDate after(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
