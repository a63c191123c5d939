-- Runs: who asked for them, what each read and came to. What a run kept is only ever added to; a run that was superseded
-- stays as it was.

CREATE TABLE run_request (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    cycle           VARCHAR(64)  NOT NULL,
    requested_by    BIGINT       NOT NULL,
    requested_at    DATETIME(6)  NOT NULL,
    reason          VARCHAR(500) NULL COMMENT 'why the run in force is to be superseded',
    supersedes      BIGINT       NULL COMMENT 'the run that was in force',
    state           VARCHAR(8)   NOT NULL DEFAULT 'WAITING' COMMENT 'WAITING until its run is written or has FAILED; else DONE',
    run             BIGINT       NULL COMMENT 'what came of it',
    failure         VARCHAR(1000) NULL COMMENT 'why it failed, as the engine said it',
    finished_at     DATETIME(6)  NULL,
    is_waiting      BOOLEAN      AS (IF(state = 'WAITING', TRUE, NULL)) COMMENT 'two starts at once make one run',
    UNIQUE KEY run_request_waiting (cycle, is_waiting),
    FOREIGN KEY (cycle) REFERENCES cycle (cycle),
    FOREIGN KEY (requested_by) REFERENCES person (id),
    FOREIGN KEY (supersedes) REFERENCES allocation_run (id),
    FOREIGN KEY (run) REFERENCES allocation_run (id)
);

ALTER TABLE allocation_run
    ADD COLUMN policy      CHAR(64)     NULL COMMENT 'digest of the release policy it ran under' AFTER cycle,
    ADD COLUMN policy_name VARCHAR(120) NULL COMMENT 'as its ceilings and findings cite it, before the @' AFTER policy,
    ADD COLUMN orders      INT          NULL COMMENT 'that had a line' AFTER in_force,
    ADD COLUMN order_lines INT          NULL AFTER orders,
    ADD COLUMN demand      BIGINT       NULL COMMENT 'cartons asked for' AFTER order_lines,
    ADD COLUMN granted     BIGINT       NULL COMMENT 'cartons granted: the sum of its lines' AFTER demand,
    ADD COLUMN findings    INT          NULL COMMENT 'how many the rules raised' AFTER granted;

CREATE TABLE run_sku (
    run             BIGINT       NOT NULL,
    sku             VARCHAR(64)  NOT NULL,
    supply          BIGINT       NULL COMMENT 'as the run read it; null: unlimited',
    forecast        DECIMAL(19,6) NULL COMMENT 'as the run read it',
    released        BIGINT       NULL COMMENT 'cartons to share once tight balance has held some back (R6); null: unlimited',
    claimed         BIGINT       NOT NULL COMMENT 'cartons claimed in the first round',
    granted         BIGINT       NOT NULL,
    level           VARCHAR(40)  NULL COMMENT 'the common level, such as 3/2; null where the Sku cut nobody',
    PRIMARY KEY (run, sku),
    FOREIGN KEY (run) REFERENCES allocation_run (id)
) COMMENT 'append only';

CREATE TABLE run_ceiling (
    run             BIGINT       NOT NULL,
    position        INT          NOT NULL COMMENT 'from 1, as in ceilings.csv',
    scope           VARCHAR(8)   NOT NULL COMMENT 'STANDING, PERIOD, PACE, SKU, TIER, SUPPLY or WEIGHT',
    subject         VARCHAR(64)  NOT NULL COMMENT 'a retailer, a group of peers such as SMALL/RURAL/1, or a Sku, by scope',
    ref             VARCHAR(64)  NOT NULL COMMENT 'a cycle, a month, a Sku, a tier, or blank',
    max_cartons     BIGINT       NOT NULL,
    rule            VARCHAR(20)  NOT NULL,
    code            VARCHAR(80)  NOT NULL COMMENT 'of the sentence that explains it',
    PRIMARY KEY (run, position),
    KEY run_ceiling_of (run, subject, scope, ref),
    FOREIGN KEY (run) REFERENCES allocation_run (id)
) COMMENT 'append only';

CREATE TABLE run_finding (
    run             BIGINT       NOT NULL,
    position        INT          NOT NULL COMMENT 'from 1, as in findings.csv',
    rule            VARCHAR(20)  NOT NULL,
    severity        VARCHAR(8)   NOT NULL,
    subject         VARCHAR(255) NOT NULL,
    code            VARCHAR(80)  NOT NULL COMMENT 'of the sentence that says it',
    evidence        TEXT         NOT NULL COMMENT 'as in findings.csv',
    PRIMARY KEY (run, position),
    KEY run_finding_severity (run, severity),
    FOREIGN KEY (run) REFERENCES allocation_run (id)
) COMMENT 'append only';
