package io.plimsoll.generation;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.files.CycleDetails;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** What the files of a cycle say beyond what decides its grants. */
final class Particulars implements CycleDetails {

    private final Cycle cycle;
    private final Week week;

    Particulars(Cycle cycle, Week week) {
        this.cycle = cycle;
        this.week = week;
    }

    @Override
    public OfRetailer retailer(int retailer) {
        return new OfRetailer("", "", Optional.empty(), "", "", Optional.empty());
    }

    @Override
    public OfSku sku(int sku) {
        return new OfSku("", Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<Submission> submission(int retailer) {
        if (!cycle.orders().ordered(retailer)) {
            return Optional.empty();
        }
        return Optional.of(new Submission(
                Channel.SELF,
                cycle.retailers().get(retailer).key(),
                week.monday().atTime(LocalTime.NOON).atOffset(ZoneOffset.ofHours(8)),
                "",
                "",
                ""));
    }
}
