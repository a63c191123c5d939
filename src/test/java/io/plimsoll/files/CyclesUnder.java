package io.plimsoll.files;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Cycles put under another policy and written, without anything that decides no grant. */
final class CyclesUnder {

    static final CycleDetails NOTHING_KNOWN = new CycleDetails() {

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
            return Optional.empty();
        }
    };

    private CyclesUnder() {}

    static Path write(Path folder, Cycle cycle, PolicyVersion policy) throws IOException {
        Cycle under = new Cycle(cycle.head(), cycle.retailers(), cycle.skus(), cycle.orders(), policy.releasePolicy());
        Arrays.fill(under.orders().atMost(), Orders.NO_LIMIT);
        CycleWriter.write(Files.createDirectories(folder), under, policy, NOTHING_KNOWN);
        return folder;
    }
}
