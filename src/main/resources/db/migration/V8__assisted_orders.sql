-- Assisted orders (R16). What was collected is evidence, and no demand: that is in demand_order once it is entered.

CREATE TABLE assisted_order (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    cycle           VARCHAR(64)  NOT NULL,
    licence         VARCHAR(64)  NOT NULL,
    state           VARCHAR(10)  NOT NULL COMMENT 'COLLECTED, VERIFIED, ENTERED, REFUSED, OVERTAKEN, LAPSED',
    confirmed       BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'by the retailer himself',
    collected_by    BIGINT       NOT NULL,
    collected_at    DATETIME(6)  NOT NULL COMMENT 'when it was recorded; it is entered on the next business day',
    version         BIGINT       NOT NULL DEFAULT 0,
    is_open         BOOLEAN      AS (IF(state IN ('COLLECTED', 'VERIFIED', 'ENTERED'), TRUE, NULL)) COMMENT 'a shop has one of these in a cycle',
    UNIQUE KEY assisted_order_open (cycle, licence, is_open),
    FOREIGN KEY (cycle) REFERENCES cycle (cycle),
    FOREIGN KEY (licence) REFERENCES retailer (licence),
    FOREIGN KEY (collected_by) REFERENCES person (id),
    KEY assisted_order_state (cycle, state)
);

CREATE TABLE assisted_step (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    assisted_order  BIGINT       NOT NULL,
    step            VARCHAR(10)  NOT NULL COMMENT 'COLLECTED, CONFIRMED, REJECTED, VERIFIED, REFUSED, ENTERED, OVERTAKEN, LAPSED',
    by_person       BIGINT       NULL COMMENT 'null: by schedule',
    at              DATETIME(6)  NOT NULL,
    visited_at      DATETIME(6)  NULL COMMENT 'of COLLECTED',
    place           VARCHAR(200) NULL COMMENT 'of COLLECTED',
    content         MEDIUMTEXT   NULL COMMENT 'of COLLECTED: canonical JSON of the lines by rank and the retailer''s own limit',
    digest          CHAR(64)     NULL COMMENT 'of COLLECTED: SHA-256 over the content; that of the receipt once it is entered',
    manner          VARCHAR(10)  NULL COMMENT 'of CONFIRMED: SIGNED_IN, or CODE on the device of the one who collected',
    reason          VARCHAR(500) NULL COMMENT 'of REJECTED and REFUSED',
    receipt         BIGINT       NULL COMMENT 'of ENTERED and OVERTAKEN: number of the receipt',
    UNIQUE KEY assisted_step_once (assisted_order, step),
    FOREIGN KEY (assisted_order) REFERENCES assisted_order (id),
    FOREIGN KEY (by_person) REFERENCES person (id)
) COMMENT 'append only';

CREATE TRIGGER assisted_step_is_never_changed BEFORE UPDATE ON assisted_step
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a step of an assisted order is append only';

CREATE TRIGGER assisted_step_is_never_removed BEFORE DELETE ON assisted_step
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a step of an assisted order is append only';

CREATE TABLE confirmation_code (
    licence         VARCHAR(64)  NOT NULL PRIMARY KEY,
    code_hash       VARCHAR(200) NOT NULL COMMENT 'bcrypt; nobody keeps the code but the retailer',
    on_paper        BOOLEAN      NOT NULL COMMENT 'it came by a letter; else he chose it himself',
    made_by         BIGINT       NOT NULL,
    made_at         DATETIME(6)  NOT NULL,
    wrong_tries     INT          NOT NULL DEFAULT 0 COMMENT 'since the last right one; after five the code is worth nothing',
    FOREIGN KEY (licence) REFERENCES retailer (licence),
    FOREIGN KEY (made_by) REFERENCES person (id)
);
