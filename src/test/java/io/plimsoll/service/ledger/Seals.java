package io.plimsoll.service.ledger;

import jakarta.enterprise.context.ApplicationScoped;

/** Seals when a test says so: its clock does not go by itself. */
@ApplicationScoped
public class Seals {

    private final Sealer sealer;

    Seals(Sealer sealer) {
        this.sealer = sealer;
    }

    public void all() {
        sealer.sealAll();
    }
}
