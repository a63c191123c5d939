-- What is known of retailers, territories and Skus. No column holds a minimum (R3), and none a quantity agreed for one
-- retailer and one Sku (R4).

CREATE TABLE territory (
    code            VARCHAR(64)  NOT NULL PRIMARY KEY,
    name            VARCHAR(120) NOT NULL,
    version         BIGINT       NOT NULL DEFAULT 0
);

CREATE TABLE retailer (
    licence         VARCHAR(64)  NOT NULL PRIMARY KEY,
    name            VARCHAR(120) NULL,
    manager         VARCHAR(64)  NOT NULL COMMENT 'key of the customer manager',
    territory       VARCHAR(64)  NULL,
    market_type     VARCHAR(8)   NOT NULL,
    size_class      VARCHAR(8)   NOT NULL COMMENT 'that of the present period; its evidence is in size_class_evidence',
    status          VARCHAR(12)  NOT NULL,
    order_interval  INT          NOT NULL COMMENT 'cycles: 1 or 2',
    key_account     BOOLEAN      NULL,
    phone           VARCHAR(40)  NULL,
    account         VARCHAR(60)  NULL,
    licensed_since  DATE         NULL,
    version         BIGINT       NOT NULL DEFAULT 0,
    FOREIGN KEY (territory) REFERENCES territory (code),
    KEY retailer_manager (manager, licence),
    KEY retailer_territory (territory, licence),
    KEY retailer_name (name, licence)
);

CREATE TABLE retailer_change (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    licence         VARCHAR(64)  NOT NULL,
    field           VARCHAR(20)  NOT NULL COMMENT 'phone, account or marketType',
    evidence        VARCHAR(500) NOT NULL,
    changed_by      BIGINT       NOT NULL,
    changed_at      DATETIME(6)  NOT NULL,
    FOREIGN KEY (licence) REFERENCES retailer (licence),
    KEY retailer_change_at (changed_at)
) COMMENT 'what proved a change of phone, account or market type (R13)';

CREATE TABLE size_class_evidence (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    licence         VARCHAR(64)  NOT NULL,
    period          CHAR(7)      NOT NULL COMMENT 'the month it holds for',
    size_class      VARCHAR(8)   NOT NULL,
    basis           VARCHAR(16)  NOT NULL COMMENT 'COMPUTED; else why the shop kept the class that it had: NO_VOLUME, NOT_CLASSIFIED',
    policy          CHAR(64)     NOT NULL COMMENT 'digest of the release policy with the cut-offs',
    figures         JSON         NOT NULL COMMENT 'months and their volumes in cartons, and the cut-offs that were applied',
    recorded_at     DATETIME(6)  NOT NULL,
    UNIQUE KEY size_class_evidence_of (licence, period),
    FOREIGN KEY (licence) REFERENCES retailer (licence)
);

CREATE TABLE earlier_volume (
    licence         VARCHAR(64)  NOT NULL,
    period          CHAR(7)      NOT NULL COMMENT 'a month in which no cycle was allocated here',
    cartons         INT          NOT NULL COMMENT 'that the shop was supplied with in it, by elsewhere',
    PRIMARY KEY (period, licence),
    FOREIGN KEY (licence) REFERENCES retailer (licence)
) COMMENT 'what is known of months before the service; size classes are computed from it (R2)';

CREATE TABLE agreed_total (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    licence         VARCHAR(64)  NOT NULL,
    period          CHAR(7)      NOT NULL COMMENT 'the first month it holds for; without a later one it goes on',
    cartons         INT          NOT NULL COMMENT 'T, in cartons a month: neither an order nor a target',
    state           VARCHAR(10)  NOT NULL COMMENT 'PROPOSED, AGREED, APPROVED (R1)',
    proposed_by     BIGINT       NULL COMMENT 'null: came in with the data of a cycle',
    proposed_at     DATETIME(6)  NOT NULL,
    agreed_at       DATETIME(6)  NULL,
    approved_by     BIGINT       NULL,
    approved_at     DATETIME(6)  NULL,
    version         BIGINT       NOT NULL DEFAULT 0,
    FOREIGN KEY (licence) REFERENCES retailer (licence),
    KEY agreed_total_of (licence, period, state)
);

CREATE TABLE sku (
    sku             VARCHAR(64)  NOT NULL PRIMARY KEY,
    name            VARCHAR(120) NULL,
    brand           VARCHAR(120) NOT NULL,
    tier            VARCHAR(8)   NOT NULL,
    status          VARCHAR(8)   NOT NULL,
    price           DECIMAL(20,6) NULL COMMENT 'of a carton',
    key_brand       BOOLEAN      NULL,
    first_sold      DATE         NULL,
    version         BIGINT       NOT NULL DEFAULT 0
);

CREATE TABLE receiver (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    licence         VARCHAR(64)  NOT NULL,
    name            VARCHAR(120) NOT NULL,
    phone           VARCHAR(40)  NULL,
    registered_at   DATETIME(6)  NOT NULL,
    ended_at        DATETIME(6)  NULL,
    version         BIGINT       NOT NULL DEFAULT 0,
    FOREIGN KEY (licence) REFERENCES retailer (licence)
) COMMENT 'who may receive goods for a shop (R25)';

CREATE TABLE complaint (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    licence         VARCHAR(64)  NOT NULL,
    cycle           VARCHAR(64)  NULL,
    words           VARCHAR(2000) NOT NULL,
    made_by         BIGINT       NOT NULL,
    made_at         DATETIME(6)  NOT NULL,
    FOREIGN KEY (licence) REFERENCES retailer (licence),
    KEY complaint_made (made_at)
);

CREATE TABLE visit (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    licence         VARCHAR(64)  NOT NULL,
    visited_at      DATETIME(6)  NOT NULL,
    place           VARCHAR(200) NOT NULL,
    purpose         VARCHAR(500) NOT NULL,
    recorded_by     BIGINT       NOT NULL,
    recorded_at     DATETIME(6)  NOT NULL,
    FOREIGN KEY (licence) REFERENCES retailer (licence),
    KEY visit_at (visited_at)
);

CREATE TABLE stock_check (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    licence         VARCHAR(64)  NOT NULL,
    checked_at      DATETIME(6)  NOT NULL,
    inspector       VARCHAR(120) NOT NULL,
    result          VARCHAR(2000) NOT NULL,
    recorded_by     BIGINT       NOT NULL,
    recorded_at     DATETIME(6)  NOT NULL,
    FOREIGN KEY (licence) REFERENCES retailer (licence),
    KEY stock_check_at (checked_at)
) COMMENT 'a cut of T soon after one is a finding (R26)';
