-- What is published before a window opens and who has read it (R31); and what came in as files.

CREATE TABLE notice (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    cycle           VARCHAR(64)  NULL,
    kind            VARCHAR(20)  NOT NULL DEFAULT 'WRITTEN' COMMENT 'WRITTEN by a planner; the others write themselves, in the language of the reader',
    title           VARCHAR(200) NULL COMMENT 'of one that was written',
    words           VARCHAR(4000) NULL COMMENT 'of one that was written',
    reason          VARCHAR(500) NULL COMMENT 'of one that wrote itself because of an act with a reason',
    correction      BIGINT       NULL COMMENT 'of supply, that this notice tells of',
    written_by      BIGINT       NULL COMMENT 'null: by the system',
    written_at      DATETIME(6)  NOT NULL,
    published_at    DATETIME(6)  NULL,
    version         BIGINT       NOT NULL DEFAULT 0,
    FOREIGN KEY (cycle) REFERENCES cycle (cycle),
    FOREIGN KEY (correction) REFERENCES supply_correction (id),
    KEY notice_published (published_at)
);

CREATE TABLE notice_reading (
    notice          BIGINT       NOT NULL,
    person_id       BIGINT       NOT NULL,
    read_at         DATETIME(6)  NOT NULL,
    PRIMARY KEY (notice, person_id),
    FOREIGN KEY (notice) REFERENCES notice (id),
    FOREIGN KEY (person_id) REFERENCES person (id)
);

CREATE TABLE upload (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    file            VARCHAR(200) NOT NULL COMMENT 'as it was called',
    chosen_table    VARCHAR(60)  NULL COMMENT 'which table it is, where somebody said so',
    cycle           VARCHAR(64)  NULL COMMENT 'that it brings, or that its supply is for, or that something came back of',
    kind            VARCHAR(10)  NOT NULL COMMENT 'CYCLE, REGISTER, SUPPLY, CAME_BACK; NOTHING where it is of no kind that can be stored',
    content_hash    CHAR(64)     NOT NULL,
    bytes           BIGINT       NOT NULL,
    state           VARCHAR(12)  NOT NULL COMMENT 'PREVIEWED, STORED, DISCARDED',
    errors          INT          NOT NULL COMMENT 'found by the preview; only an upload without any can be stored',
    preview         MEDIUMBLOB   NOT NULL COMMENT 'JSON: what the preview shows; rows and values are gone once it is stored or discarded',
    uploaded_by     BIGINT       NOT NULL,
    uploaded_at     DATETIME(6)  NOT NULL,
    stored_at       DATETIME(6)  NULL,
    version         BIGINT       NOT NULL DEFAULT 0,
    FOREIGN KEY (uploaded_by) REFERENCES person (id),
    KEY upload_at (uploaded_at)
);

-- What a cycle that came in as files says beyond its snapshots, so that it goes out again as it came.
CREATE TABLE cycle_origin (
    cycle           VARCHAR(64)  NOT NULL PRIMARY KEY,
    upload          BIGINT       NOT NULL,
    policy          CHAR(64)     NOT NULL COMMENT 'that came with it; binds the cycle once another person has approved it',
    policy_name     VARCHAR(120) NOT NULL COMMENT 'as it was called there',
    unsold_skus     MEDIUMBLOB   NULL COMMENT 'canonical CSV, where it had any',
    FOREIGN KEY (cycle) REFERENCES cycle (cycle),
    FOREIGN KEY (upload) REFERENCES upload (id),
    FOREIGN KEY (policy) REFERENCES policy_version (digest)
);

CREATE TABLE cycle_retailer_detail (
    cycle           VARCHAR(64)  NOT NULL,
    licence         VARCHAR(64)  NOT NULL,
    name            VARCHAR(120) NULL,
    territory       VARCHAR(64)  NULL,
    key_account     BOOLEAN      NULL,
    phone           VARCHAR(40)  NULL,
    account         VARCHAR(60)  NULL,
    licensed_since  DATE         NULL,
    PRIMARY KEY (cycle, licence),
    FOREIGN KEY (cycle, licence) REFERENCES cycle_retailer (cycle, licence)
);

CREATE TABLE cycle_sku_detail (
    cycle           VARCHAR(64)  NOT NULL,
    sku             VARCHAR(64)  NOT NULL,
    name            VARCHAR(120) NULL,
    price           DECIMAL(20,6) NULL,
    key_brand       BOOLEAN      NULL,
    first_sold      DATE         NULL,
    PRIMARY KEY (cycle, sku),
    FOREIGN KEY (cycle, sku) REFERENCES cycle_sku (cycle, sku)
);
