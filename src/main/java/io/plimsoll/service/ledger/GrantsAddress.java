package io.plimsoll.service.ledger;

import io.plimsoll.service.cycles.CycleView;

/** Where the page of a retailer's grants is, which another room makes. */
final class GrantsAddress {

    private GrantsAddress() {}

    static String of(String cycle, String licence) {
        return "/grants/" + CycleView.segment(cycle) + "/" + CycleView.segment(licence);
    }
}
