-- Cycles, what retailers ask for in them, and what they were granted. Demand is stored before and apart from any ceiling.

CREATE TABLE cycle (
    cycle           VARCHAR(64)  NOT NULL PRIMARY KEY,
    seed            VARCHAR(200) NOT NULL COMMENT 'published beforehand (R34)',
    period          CHAR(7)      NOT NULL,
    number_in_period INT         NOT NULL,
    of_period       INT          NOT NULL,
    state           VARCHAR(16)  NOT NULL COMMENT 'PLANNED, PUBLISHED, OPEN, SECOND_WINDOW, CLOSED, ALLOCATING, ALLOCATED, DELIVERED, CANCELLED',
    policy          CHAR(64)     NULL COMMENT 'the release policy that binds; chosen before or when the cycle is published, fixed from then on',
    published_at    DATETIME(6)  NULL COMMENT 'supply, ceilings and seed are to be read from then on (R31, R34)',
    opens_at        DATETIME(6)  NULL COMMENT 'the retailers window begins',
    closes_at       DATETIME(6)  NULL COMMENT 'the retailers window ends',
    second_closes_at DATETIME(6) NULL COMMENT 'the second window ends (R17)',
    came_in         BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'as files, with orders that were taken elsewhere; its windows were not here',
    version         BIGINT       NOT NULL DEFAULT 0,
    holds_number    BOOLEAN      AS (IF(state = 'CANCELLED', NULL, TRUE)) COMMENT 'the number of a cancelled cycle is free again',
    UNIQUE KEY cycle_of_period (period, number_in_period, holds_number),
    FOREIGN KEY (policy) REFERENCES policy_version (digest),
    KEY cycle_state (state)
);

CREATE TABLE cycle_step (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    cycle           VARCHAR(64)  NOT NULL,
    state           VARCHAR(16)  NOT NULL COMMENT 'entered',
    at              DATETIME(6)  NOT NULL,
    by_person       BIGINT       NULL COMMENT 'null: by schedule',
    reason          VARCHAR(500) NULL COMMENT 'why a window was ended before its time, or the cycle cancelled',
    FOREIGN KEY (cycle) REFERENCES cycle (cycle)
);

CREATE TABLE supply (
    cycle           VARCHAR(64)  NOT NULL,
    sku             VARCHAR(64)  NOT NULL,
    supply          BIGINT       NULL COMMENT 'cartons to share; null: unlimited',
    forecast        DECIMAL(19,6) NULL COMMENT 'forecast demand in cartons (R6)',
    version         BIGINT       NOT NULL DEFAULT 0,
    PRIMARY KEY (cycle, sku),
    FOREIGN KEY (cycle) REFERENCES cycle (cycle),
    FOREIGN KEY (sku) REFERENCES sku (sku)
);

CREATE TABLE supply_correction (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    cycle           VARCHAR(64)  NOT NULL,
    sku             VARCHAR(64)  NOT NULL,
    supply_before   BIGINT       NULL,
    supply_after    BIGINT       NULL,
    forecast_before DECIMAL(19,6) NULL,
    forecast_after  DECIMAL(19,6) NULL,
    reason          VARCHAR(500) NOT NULL,
    corrected_by    BIGINT       NOT NULL,
    corrected_at    DATETIME(6)  NOT NULL,
    FOREIGN KEY (cycle, sku) REFERENCES supply (cycle, sku)
) COMMENT 'what was changed of supply after it had been published: append only';

-- The register as a cycle saw it when it was frozen, or as it came in; so a past cycle goes out again as it was.
CREATE TABLE cycle_retailer (
    cycle           VARCHAR(64)  NOT NULL,
    licence         VARCHAR(64)  NOT NULL,
    manager         VARCHAR(64)  NOT NULL,
    size_class      VARCHAR(8)   NOT NULL,
    market_type     VARCHAR(8)   NOT NULL,
    status          VARCHAR(12)  NOT NULL,
    agreed_total    INT          NOT NULL,
    granted_in_period INT        NOT NULL COMMENT 'before this cycle, as derived then',
    order_interval  INT          NOT NULL,
    PRIMARY KEY (cycle, licence),
    FOREIGN KEY (cycle) REFERENCES cycle (cycle),
    FOREIGN KEY (licence) REFERENCES retailer (licence)
);

CREATE TABLE cycle_sku (
    cycle           VARCHAR(64)  NOT NULL,
    sku             VARCHAR(64)  NOT NULL,
    brand           VARCHAR(120) NOT NULL,
    tier            VARCHAR(8)   NOT NULL,
    status          VARCHAR(8)   NOT NULL,
    PRIMARY KEY (cycle, sku),
    FOREIGN KEY (cycle) REFERENCES cycle (cycle)
) COMMENT 'the Skus as they were published for a cycle; their supply is in supply';

CREATE TABLE demand_order (
    cycle           VARCHAR(64)  NOT NULL,
    licence         VARCHAR(64)  NOT NULL,
    state           VARCHAR(16)  NOT NULL COMMENT 'SUBMITTED, CLOSED, ENTERED (R16), NO_DEMAND, ALLOCATED, DELIVERED, RETURNED, PAYMENT_FAILED',
    channel         VARCHAR(10)  NULL COMMENT 'SELF or ASSISTED (R15)',
    actor           VARCHAR(80)  NULL,
    submitted_at    DATETIME(6)  NULL,
    submitted_text  VARCHAR(40)  NULL COMMENT 'the moment as it was written where it came in',
    device          VARCHAR(120) NULL,
    session         VARCHAR(120) NULL,
    address         VARCHAR(120) NULL,
    at_most         INT          NULL COMMENT 'what the retailer wants at most of this whole order',
    version         BIGINT       NOT NULL DEFAULT 0,
    PRIMARY KEY (cycle, licence),
    FOREIGN KEY (cycle) REFERENCES cycle (cycle),
    FOREIGN KEY (licence) REFERENCES retailer (licence),
    KEY demand_order_of (licence, cycle)
);

CREATE TABLE demand_line (
    cycle           VARCHAR(64)  NOT NULL,
    licence         VARCHAR(64)  NOT NULL,
    line_rank       INT          NOT NULL,
    sku             VARCHAR(64)  NOT NULL,
    demand          INT          NOT NULL COMMENT 'cartons, as reported: never clipped, never overwritten',
    PRIMARY KEY (cycle, licence, line_rank),
    UNIQUE KEY demand_line_sku (cycle, licence, sku),
    FOREIGN KEY (cycle, licence) REFERENCES demand_order (cycle, licence)
);

CREATE TABLE allocation_run (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    cycle           VARCHAR(64)  NOT NULL,
    made_at         DATETIME(6)  NOT NULL,
    made_by         BIGINT       NULL COMMENT 'null: came in with the data of a past cycle',
    supersedes      BIGINT       NULL,
    reason          VARCHAR(500) NULL COMMENT 'why an earlier run was superseded',
    in_force        BOOLEAN      NULL DEFAULT TRUE COMMENT 'true for the one run whose grants hold, else null',
    record          MEDIUMBLOB   NOT NULL COMMENT 'run.json',
    UNIQUE KEY allocation_run_in_force (cycle, in_force),
    FOREIGN KEY (cycle) REFERENCES cycle (cycle),
    FOREIGN KEY (supersedes) REFERENCES allocation_run (id)
);

CREATE TABLE grant_line (
    run             BIGINT       NOT NULL,
    licence         VARCHAR(64)  NOT NULL,
    line_rank       INT          NOT NULL,
    sku             VARCHAR(64)  NOT NULL,
    demand          INT          NOT NULL COMMENT 'as the run read it',
    granted         INT          NOT NULL COMMENT 'cartons',
    binding         VARCHAR(16)  NOT NULL COMMENT 'why the line got less',
    PRIMARY KEY (run, licence, line_rank),
    FOREIGN KEY (run) REFERENCES allocation_run (id)
);

CREATE TABLE grant_total (
    run             BIGINT       NOT NULL,
    licence         VARCHAR(64)  NOT NULL,
    cycle           VARCHAR(64)  NOT NULL,
    granted         INT          NOT NULL COMMENT 'sum of the lines, kept for the sums over a period',
    PRIMARY KEY (run, licence),
    FOREIGN KEY (run) REFERENCES allocation_run (id),
    KEY grant_total_of (licence, cycle)
);

CREATE TABLE came_back (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    cycle           VARCHAR(64)  NOT NULL,
    licence         VARCHAR(64)  NOT NULL,
    sku             VARCHAR(64)  NOT NULL,
    cartons         INT          NOT NULL,
    kind            VARCHAR(16)  NOT NULL COMMENT 'RETURNED or PAYMENT_FAILED: given back to the period',
    recorded_at     DATETIME(6)  NOT NULL,
    recorded_by     BIGINT       NULL,
    FOREIGN KEY (cycle) REFERENCES cycle (cycle),
    FOREIGN KEY (licence) REFERENCES retailer (licence),
    FOREIGN KEY (sku) REFERENCES sku (sku),
    KEY came_back_of (licence, cycle)
);
