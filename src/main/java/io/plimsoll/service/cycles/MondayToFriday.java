package io.plimsoll.service.cycles;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** What holds where no policy says which days are business days. */
@DefaultBean
@ApplicationScoped
class MondayToFriday implements BusinessDays {

    @Override
    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
}
