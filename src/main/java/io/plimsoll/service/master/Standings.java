package io.plimsoll.service.master;

import io.plimsoll.files.PolicyVersion;
import io.plimsoll.quota.TotalFloat;
import io.plimsoll.service.master.AgreedTotals.AgreedTotal;
import io.plimsoll.service.master.PresentPeriod.Period;
import io.plimsoll.service.policies.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a retailer stands in the present month. */
@ApplicationScoped
class Standings {

    private final PresentPeriod present;
    private final Policies policies;
    private final AgreedTotals totals;
    private final GrantedInPeriod granted;
    private final ComingTotals coming;

    Standings(
            PresentPeriod present,
            Policies policies,
            AgreedTotals totals,
            GrantedInPeriod granted,
            ComingTotals coming) {
        this.present = present;
        this.policies = policies;
        this.totals = totals;
        this.granted = granted;
        this.coming = coming;
    }

    Standing of(RegisteredRetailer retailer) {
        Period period = present.period();
        Optional<PolicyVersion> policy = Optional.ofNullable(period.policy()).flatMap(policies::find);
        Optional<AgreedTotal> agreed = totals.inForce(retailer.licence(), period.month(), period.number());
        OptionalInt total = agreed.isPresent()
                ? OptionalInt.of(agreed.get().cartons())
                : policy.map(version -> version.totals().total(retailer.sizeClass(), retailer.marketType()))
                        .orElse(OptionalInt.empty());
        Optional<BigDecimal> percent =
                policy.map(version -> version.releasePolicy().floatPercents().get(retailer.sizeClass()));
        Long ceiling = total.isPresent() && percent.isPresent()
                ? new TotalFloat(percent.get()).ceiling(total.getAsInt())
                : null;
        return new Standing(
                period.month(),
                total.isPresent() ? total.getAsInt() : null,
                agreed.isEmpty() && total.isPresent(),
                granted.of(retailer.licence(), period.month()),
                percent.orElse(null),
                ceiling,
                policy.map(PolicyVersion::version).orElse(null),
                coming.of(retailer.licence()).orElse(null));
    }
}
