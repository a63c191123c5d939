-- Replays of runs, and audits of grants that others made. What they came to is only ever added to, and nothing of it counts
-- as a grant of the cycle.

-- The only table here that is shortened: what is in it waits or is being done.
CREATE TABLE waiting_work (
    kind            VARCHAR(8)   NOT NULL COMMENT 'REPLAY or AUDIT',
    same            VARCHAR(100) NOT NULL COMMENT 'what makes two pieces the same: asked for twice at once, it is done once',
    id              BIGINT       NULL COMMENT 'the replay or audit; null only within the transaction that asks',
    put_at          DATETIME(6)  NOT NULL,
    PRIMARY KEY (kind, same),
    KEY waiting_work_id (kind, id)
);

CREATE TABLE replay (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    run             BIGINT       NOT NULL,
    policy          CHAR(64)     NULL COMMENT 'another than its own, under which it is tried; null: it is recomputed as it was',
    asked_by        BIGINT       NOT NULL,
    asked_at        DATETIME(6)  NOT NULL,
    FOREIGN KEY (run) REFERENCES allocation_run (id),
    FOREIGN KEY (policy) REFERENCES policy_version (digest),
    FOREIGN KEY (asked_by) REFERENCES person (id),
    KEY replay_of (run, id)
) COMMENT 'append only';

CREATE TABLE replay_result (
    replay          BIGINT       NOT NULL PRIMARY KEY,
    outcome         VARCHAR(10)  NOT NULL COMMENT 'SAME, DIFFERS, COMPARED (under another policy), IMPOSSIBLE or FAILED',
    reason          TEXT         NULL COMMENT 'why nothing was recomputed: a message as JSON, or the words of the engine',
    record          CHAR(64)     NULL COMMENT 'SHA-256 of the run.json that was replayed',
    engine          VARCHAR(40)  NULL COMMENT 'version of the build that made the run',
    order_lines     INT          NOT NULL COMMENT 'that were recomputed',
    begun_at        DATETIME(6)  NOT NULL,
    finished_at     DATETIME(6)  NOT NULL,
    FOREIGN KEY (replay) REFERENCES replay (id)
) COMMENT 'append only';

CREATE TABLE replay_difference (
    replay          BIGINT       NOT NULL,
    position        INT          NOT NULL,
    kind            VARCHAR(6)   NOT NULL COMMENT 'RULE: from this build; RESULT: from what was recomputed',
    message         TEXT         NOT NULL COMMENT 'as JSON',
    stored_line     TEXT         NULL COMMENT 'the line as it is stored, where one is meant',
    PRIMARY KEY (replay, position),
    FOREIGN KEY (replay) REFERENCES replay (id)
) COMMENT 'append only';

-- What a comparison with another policy came to: A is the run as it is stored, B the same orders under the other policy.
CREATE TABLE replay_group (
    replay          BIGINT       NOT NULL,
    position        INT          NOT NULL,
    grouping_by     VARCHAR(12)  NOT NULL COMMENT 'ALL, SIZE_CLASS, MARKET_TYPE, TIER or TERRITORY',
    name            VARCHAR(64)  NOT NULL,
    demand          BIGINT       NOT NULL,
    granted_a       BIGINT       NOT NULL,
    granted_b       BIGINT       NOT NULL,
    gained          BIGINT       NOT NULL COMMENT 'cartons, line by line',
    lost            BIGINT       NOT NULL,
    shops_gained    INT          NOT NULL COMMENT 'that got more on the whole',
    shops_lost      INT          NOT NULL,
    shops_alike     INT          NOT NULL,
    PRIMARY KEY (replay, position),
    FOREIGN KEY (replay) REFERENCES replay (id)
) COMMENT 'append only';

CREATE TABLE replay_shop (
    replay          BIGINT       NOT NULL,
    licence         VARCHAR(64)  NOT NULL,
    size_class      VARCHAR(8)   NOT NULL,
    market_type     VARCHAR(8)   NOT NULL,
    territory       VARCHAR(64)  NOT NULL,
    demand          BIGINT       NOT NULL,
    granted_a       BIGINT       NOT NULL,
    granted_b       BIGINT       NOT NULL,
    gained          BIGINT       NOT NULL,
    lost            BIGINT       NOT NULL,
    by_rank         VARCHAR(8)   NOT NULL COMMENT 'BETTER, WORSE or ALIKE: of its own ranks, the first that differs decides',
    binding_a       VARCHAR(16)  NULL COMMENT 'what moved most: why its lines got no more, under A and under B',
    binding_b       VARCHAR(16)  NULL,
    difference      BIGINT       AS (granted_b - granted_a) STORED,
    PRIMARY KEY (replay, licence),
    KEY replay_shop_difference (replay, difference),
    FOREIGN KEY (replay) REFERENCES replay (id)
) COMMENT 'append only';

CREATE TABLE replay_sku (
    replay          BIGINT       NOT NULL,
    sku             VARCHAR(64)  NOT NULL,
    tier            VARCHAR(8)   NOT NULL,
    demand          BIGINT       NOT NULL,
    granted_a       BIGINT       NOT NULL,
    granted_b       BIGINT       NOT NULL,
    gained          BIGINT       NOT NULL,
    lost            BIGINT       NOT NULL,
    released_a      VARCHAR(20)  NOT NULL COMMENT 'blank: unlimited',
    released_b      VARCHAR(20)  NOT NULL,
    PRIMARY KEY (replay, sku),
    FOREIGN KEY (replay) REFERENCES replay (id)
) COMMENT 'append only';

CREATE TABLE replay_reason (
    replay          BIGINT       NOT NULL,
    binding_a       VARCHAR(16)  NOT NULL,
    binding_b       VARCHAR(16)  NOT NULL,
    order_lines     INT          NOT NULL,
    cut_a           BIGINT       NOT NULL COMMENT 'cartons',
    cut_b           BIGINT       NOT NULL,
    PRIMARY KEY (replay, binding_a, binding_b),
    FOREIGN KEY (replay) REFERENCES replay (id)
) COMMENT 'append only';

CREATE TABLE replay_finding (
    replay          BIGINT       NOT NULL,
    position        INT          NOT NULL,
    change_kind     VARCHAR(8)   NOT NULL COMMENT 'APPEARS or VANISHES under the other policy, or CHANGES its figures',
    rule            VARCHAR(20)  NOT NULL,
    severity        VARCHAR(8)   NOT NULL,
    subject         VARCHAR(255) NOT NULL,
    code            VARCHAR(80)  NOT NULL COMMENT 'of the sentence that says it',
    evidence        TEXT         NOT NULL COMMENT 'as in findings.csv',
    evidence_before TEXT         NULL COMMENT 'under the own policy, where it changes',
    PRIMARY KEY (replay, position),
    FOREIGN KEY (replay) REFERENCES replay (id)
) COMMENT 'append only';

-- Grants that others made: by hand, on paper, by another system.
CREATE TABLE audit (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    cycle           VARCHAR(64)  NOT NULL,
    run             BIGINT       NULL COMMENT 'whose reading of the cycle they are judged against, as it was in force then; null: there was none',
    source          VARCHAR(500) NOT NULL COMMENT 'whose grants these are',
    file            VARCHAR(200) NOT NULL COMMENT 'as it was called',
    content_hash    CHAR(64)     NOT NULL COMMENT 'SHA-256 of the file as it was sent',
    order_lines     INT          NOT NULL,
    cartons         BIGINT       NOT NULL,
    brought_by      BIGINT       NOT NULL,
    brought_at      DATETIME(6)  NOT NULL,
    FOREIGN KEY (cycle) REFERENCES cycle (cycle),
    FOREIGN KEY (run) REFERENCES allocation_run (id),
    FOREIGN KEY (brought_by) REFERENCES person (id),
    KEY audit_of (cycle, id)
) COMMENT 'append only';

CREATE TABLE audit_grant (
    audit           BIGINT       NOT NULL,
    position        INT          NOT NULL COMMENT 'as in the file',
    licence         VARCHAR(200) NOT NULL COMMENT 'as it stood there; the register may not know it',
    line_rank       INT          NULL,
    sku             VARCHAR(200) NOT NULL,
    demand          INT          NULL,
    granted         INT          NOT NULL COMMENT 'cartons',
    binding         VARCHAR(200) NULL,
    PRIMARY KEY (audit, position),
    KEY audit_grant_licence (audit, licence, granted),
    KEY audit_grant_sku (audit, sku),
    FOREIGN KEY (audit) REFERENCES audit (id)
) COMMENT 'append only: evidence, never grants of the cycle';

CREATE TABLE audit_result (
    audit           BIGINT       NOT NULL PRIMARY KEY,
    policy          VARCHAR(140) NULL COMMENT 'version that it was judged under; null: it failed',
    record          MEDIUMBLOB   NULL COMMENT 'audit.json',
    failure         VARCHAR(1000) NULL COMMENT 'why it could not be judged, as the engine said it',
    finished_at     DATETIME(6)  NOT NULL,
    FOREIGN KEY (audit) REFERENCES audit (id)
) COMMENT 'append only';

CREATE TABLE audit_finding (
    audit           BIGINT       NOT NULL,
    position        INT          NOT NULL COMMENT 'from 1, as in findings.csv',
    rule            VARCHAR(20)  NOT NULL,
    severity        VARCHAR(8)   NOT NULL,
    subject         VARCHAR(500) NOT NULL,
    code            VARCHAR(80)  NOT NULL COMMENT 'of the sentence that says it',
    evidence        TEXT         NOT NULL COMMENT 'as in findings.csv',
    PRIMARY KEY (audit, position),
    KEY audit_finding_severity (audit, severity),
    FOREIGN KEY (audit) REFERENCES audit (id)
) COMMENT 'append only';
