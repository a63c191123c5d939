-- Agreed totals as people make them: proposed, agreed, approved (R1); and re-balancings, batches of changes that sum to zero (R7).
-- No column holds a minimum (R3), and none a quantity of one retailer and one Sku (R4).

ALTER TABLE agreed_total
    MODIFY state VARCHAR(10) NOT NULL
        COMMENT 'PROPOSED, AGREED, SIGNED (by the market manager, where a planner is still to approve), APPROVED (R1); ended: DECLINED, REFUSED, WITHDRAWN, LAPSED',
    ADD COLUMN number_in_period INT NOT NULL DEFAULT 1 COMMENT 'the first cycle of that month it holds for; past the first one only by a re-balancing' AFTER period,
    ADD COLUMN manager VARCHAR(64) NULL COMMENT 'key of the customer manager whose proposal it is; null: came in with data',
    ADD COLUMN total_before INT NULL COMMENT 'T in force when it was proposed',
    ADD COLUMN reason VARCHAR(40) NULL COMMENT 'code of the catalogue of reasons',
    ADD COLUMN evidence VARCHAR(500) NULL,
    ADD COLUMN agreed_by BIGINT NULL,
    ADD COLUMN second_by BIGINT NULL COMMENT 'the planner who approved the total of a key account',
    ADD COLUMN second_at DATETIME(6) NULL,
    ADD COLUMN ended_by BIGINT NULL COMMENT 'who declined, refused or withdrew it',
    ADD COLUMN ended_at DATETIME(6) NULL,
    ADD COLUMN end_reason VARCHAR(500) NULL,
    ADD COLUMN rebalancing BIGINT NULL COMMENT 'that it was a part of',
    ADD COLUMN is_open BOOLEAN AS (IF(manager IS NOT NULL AND state IN ('PROPOSED', 'AGREED', 'SIGNED'), TRUE, NULL))
        COMMENT 'one proposal of a shop at a time',
    ADD UNIQUE KEY agreed_total_open (licence, is_open),
    ADD KEY agreed_total_waiting (manager, is_open),
    ADD CONSTRAINT agreed_total_is_a_quantity CHECK (cartons BETWEEN 0 AND 1000000),
    ADD FOREIGN KEY (agreed_by) REFERENCES person (id),
    ADD FOREIGN KEY (second_by) REFERENCES person (id),
    ADD FOREIGN KEY (ended_by) REFERENCES person (id);

CREATE TABLE rebalancing (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    manager         VARCHAR(64)  NOT NULL COMMENT 'key of the customer manager whose retailers it is about',
    made_by         BIGINT       NOT NULL,
    made_at         DATETIME(6)  NOT NULL,
    state           VARCHAR(10)  NOT NULL COMMENT 'OPEN while lines are worked out and retailers asked, SIGNED (by the market manager, where a planner is still to approve), APPROVED; ended: REFUSED, WITHDRAWN',
    approved_by     BIGINT       NULL,
    approved_at     DATETIME(6)  NULL,
    second_by       BIGINT       NULL COMMENT 'the planner who approved, where a key account is in it',
    second_at       DATETIME(6)  NULL,
    ended_by        BIGINT       NULL,
    ended_at        DATETIME(6)  NULL,
    end_reason      VARCHAR(500) NULL,
    effective_period CHAR(7)     NULL COMMENT 'of an approval: from which cycle its totals hold',
    effective_number INT         NULL,
    policy          CHAR(64)     NULL COMMENT 'of an approval: digest of the release policy by whose floats it was judged',
    version         BIGINT       NOT NULL DEFAULT 0,
    is_open         BOOLEAN      AS (IF(state IN ('OPEN', 'SIGNED'), TRUE, NULL)) COMMENT 'one of a manager at a time',
    UNIQUE KEY rebalancing_open (manager, is_open),
    KEY rebalancing_state (state, id),
    FOREIGN KEY (made_by) REFERENCES person (id),
    FOREIGN KEY (approved_by) REFERENCES person (id),
    FOREIGN KEY (second_by) REFERENCES person (id),
    FOREIGN KEY (ended_by) REFERENCES person (id)
);

CREATE TABLE rebalancing_line (
    rebalancing     BIGINT       NOT NULL,
    licence         VARCHAR(64)  NOT NULL,
    total_before    INT          NOT NULL COMMENT 'T in force when the line was written; where that changes, the line is void',
    total_after     INT          NOT NULL COMMENT 'T that is proposed: neither an order nor a target',
    reason          VARCHAR(40)  NOT NULL COMMENT 'code of the catalogue of reasons',
    evidence        VARCHAR(500) NOT NULL COMMENT 'in words; blank: the figures are the evidence',
    demand          BIGINT       NULL COMMENT 'cartons that the shop asked for a month when the line was written (R12); null: not known',
    state           VARCHAR(10)  NOT NULL COMMENT 'DRAFT, ASKED, AGREED, DECLINED; one that is ASKED has expired when answer_by is over',
    asked_at        DATETIME(6)  NULL,
    answer_by       DATETIME(6)  NULL,
    answered_by     BIGINT       NULL COMMENT 'who answered for the shop',
    answered_at     DATETIME(6)  NULL,
    PRIMARY KEY (rebalancing, licence),
    FOREIGN KEY (rebalancing) REFERENCES rebalancing (id),
    FOREIGN KEY (licence) REFERENCES retailer (licence),
    FOREIGN KEY (answered_by) REFERENCES person (id),
    KEY rebalancing_line_of (licence, state),
    CONSTRAINT rebalancing_line_is_a_quantity CHECK (total_after BETWEEN 0 AND 1000000)
);

ALTER TABLE agreed_total ADD FOREIGN KEY (rebalancing) REFERENCES rebalancing (id);

-- What the rules find in totals that are in force, whichever way they came in: each is judged once, soon after it came.
CREATE TABLE quota_judged (
    kind            VARCHAR(11)  NOT NULL COMMENT 'TOTAL or REBALANCING',
    id              BIGINT       NOT NULL COMMENT 'of the agreed total or the re-balancing',
    judged_at       DATETIME(6)  NOT NULL,
    PRIMARY KEY (kind, id)
);

CREATE TABLE quota_finding (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    agreed_total    BIGINT       NULL COMMENT 'that it is about; null: about a re-balancing as a whole',
    rebalancing     BIGINT       NULL,
    period          CHAR(7)      NOT NULL COMMENT 'the month from which the total holds',
    found_at        DATETIME(6)  NOT NULL,
    rule            VARCHAR(20)  NOT NULL,
    severity        VARCHAR(8)   NOT NULL,
    subject         VARCHAR(255) NOT NULL,
    manager         VARCHAR(64)  NULL,
    code            VARCHAR(80)  NOT NULL,
    evidence        TEXT         NOT NULL,
    FOREIGN KEY (agreed_total) REFERENCES agreed_total (id),
    FOREIGN KEY (rebalancing) REFERENCES rebalancing (id)
) COMMENT 'append only';

CREATE OR REPLACE SQL SECURITY INVOKER VIEW finding AS
SELECT 'RUN' AS source, f.run AS source_id, f.position, a.cycle, a.made_at AS found_at,
       COALESCE(a.in_force, FALSE) AS holds, f.rule, f.severity, f.subject, f.code, f.evidence, NULL AS manager
FROM run_finding f JOIN allocation_run a ON a.id = f.run
UNION ALL
SELECT 'AUDIT', f.audit, f.position, a.cycle, a.brought_at,
       TRUE, f.rule, f.severity, f.subject, f.code, f.evidence, NULL
FROM audit_finding f JOIN audit a ON a.id = f.audit
UNION ALL
SELECT 'QUOTA', q.id, 1, q.period, q.found_at, TRUE, q.rule, q.severity, q.subject, q.code, q.evidence, q.manager
FROM quota_finding q;

DELIMITER //
CREATE TRIGGER agreed_total_in_force_is_never_changed BEFORE UPDATE ON agreed_total
    FOR EACH ROW
BEGIN
    IF OLD.state IN ('APPROVED', 'DECLINED', 'REFUSED', 'WITHDRAWN', 'LAPSED') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was agreed is history';
    END IF;
    IF NEW.licence <> OLD.licence OR NEW.cartons <> OLD.cartons OR NEW.period <> OLD.period THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'another total is another proposal';
    END IF;
END//

CREATE TRIGGER rebalancing_that_is_over_is_never_changed BEFORE UPDATE ON rebalancing
    FOR EACH ROW
BEGIN
    IF OLD.state IN ('APPROVED', 'REFUSED', 'WITHDRAWN') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a re-balancing that is over is history';
    END IF;
END//

CREATE TRIGGER rebalancing_line_of_what_is_over_is_never_changed BEFORE UPDATE ON rebalancing_line
    FOR EACH ROW
BEGIN
    IF EXISTS (SELECT 1 FROM rebalancing WHERE id = OLD.rebalancing AND state <> 'OPEN') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a line of a re-balancing that was signed or is over is not changed';
    END IF;
END//

CREATE TRIGGER rebalancing_line_of_what_is_over_is_never_removed BEFORE DELETE ON rebalancing_line
    FOR EACH ROW
BEGIN
    IF EXISTS (SELECT 1 FROM rebalancing WHERE id = OLD.rebalancing AND state <> 'OPEN') THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a line of a re-balancing that was signed or is over is not removed';
    END IF;
END//
DELIMITER ;

CREATE TRIGGER agreed_total_is_never_removed BEFORE DELETE ON agreed_total
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was proposed is never removed';
