package io.plimsoll.service.policies;

import io.plimsoll.calendar.BusinessCalendar;
import io.plimsoll.files.PolicyVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;

/** Which days are business days under the policy in force (R16, R17). Where none is in force: Monday to Friday. */
@ApplicationScoped
public class PolicyCalendars {

    private final Policies policies;

    PolicyCalendars(Policies policies) {
        this.policies = policies;
    }

    /** The calendar of the policy that binds a cycle, or would if it were published now. */
    public BusinessCalendar ofCycle(String cycle) {
        return policies.bindingFor(cycle).map(PolicyVersion::calendar).orElse(BusinessCalendar.MONDAY_TO_FRIDAY);
    }

    /** The calendar of the latest policy that is effective by the end of a month. */
    public BusinessCalendar inForce(YearMonth period) {
        return policies.approvedFor(period.toString(), Integer.MAX_VALUE).stream()
                .findFirst()
                .flatMap(named -> policies.find(named.digest()))
                .map(PolicyVersion::calendar)
                .orElse(BusinessCalendar.MONDAY_TO_FRIDAY);
    }

    /** The calendar that holds for a day: that of its month. */
    public BusinessCalendar inForce(LocalDate day) {
        return inForce(YearMonth.from(day));
    }
}
