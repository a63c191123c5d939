package io.plimsoll.mysql;

import java.util.List;

/** What the server may promise. */
public enum Tuning {
    /** What was acknowledged is on the disk, whatever is killed or loses its power. */
    DURABLE(List.of("--innodb-flush-log-at-trx-commit=1", "--innodb-doublewrite=ON", "--innodb-buffer-pool-size=128M")),

    /** Writes go to the system's memory at best. Survives a killed server, but no loss of power: for tests alone. */
    FOR_TESTS(List.of(
            "--innodb-flush-method=nosync",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-doublewrite=OFF",
            "--innodb-redo-log-capacity=16M",
            "--innodb-buffer-pool-size=64M"));

    private final List<String> options;

    Tuning(List<String> options) {
        this.options = options;
    }

    List<String> options() {
        return options;
    }
}
