-- Who may come in, and the journal of all that is done.

ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;

CREATE TABLE person (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name            VARCHAR(80)  NOT NULL COMMENT 'what is typed to sign in',
    display_name    VARCHAR(120) NOT NULL,
    role            VARCHAR(20)  NOT NULL,
    retailer        VARCHAR(64)  NULL COMMENT 'of a RETAILER: the licence number of his shop',
    manager         VARCHAR(64)  NULL COMMENT 'of a CUSTOMER_MANAGER: the key by which retailers name him',
    password_hash   VARCHAR(200) NULL COMMENT 'null: cannot sign in by password',
    oidc_subject    VARCHAR(200) NULL UNIQUE,
    password_once   BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'the password was made by another and must be changed at the first sign-in',
    language        CHAR(2)      NULL,
    active          BOOLEAN      NOT NULL DEFAULT TRUE,
    created_at      DATETIME(6)  NOT NULL,
    version         BIGINT       NOT NULL DEFAULT 0,
    UNIQUE KEY person_name (name),
    UNIQUE KEY person_manager (manager),
    KEY person_retailer (retailer)
);

CREATE TABLE person_territory (
    person_id       BIGINT      NOT NULL COMMENT 'a MARKET_MANAGER',
    territory       VARCHAR(64) NOT NULL,
    PRIMARY KEY (person_id, territory),
    FOREIGN KEY (person_id) REFERENCES person (id)
);

CREATE TABLE sign_in_session (
    token_hash      CHAR(64)    NOT NULL PRIMARY KEY COMMENT 'SHA-256 of what the cookie holds',
    person_id       BIGINT      NOT NULL,
    csrf_token      CHAR(43)    NOT NULL,
    created_at      DATETIME(6) NOT NULL,
    last_seen_at    DATETIME(6) NOT NULL,
    expires_at      DATETIME(6) NOT NULL,
    FOREIGN KEY (person_id) REFERENCES person (id),
    KEY sign_in_session_expires (expires_at)
);

CREATE TABLE api_token (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    person_id       BIGINT       NOT NULL,
    name            VARCHAR(80)  NOT NULL,
    token_hash      CHAR(64)     NOT NULL UNIQUE COMMENT 'SHA-256 of the token, which nobody keeps but its user',
    created_at      DATETIME(6)  NOT NULL,
    expires_at      DATETIME(6)  NULL,
    revoked_at      DATETIME(6)  NULL,
    last_used_at    DATETIME(6)  NULL,
    FOREIGN KEY (person_id) REFERENCES person (id)
);

CREATE TABLE sign_in_guard (
    subject         CHAR(64)    NOT NULL PRIMARY KEY COMMENT 'SHA-256 of the name or address that was tried, be it known or not',
    failures        INT         NOT NULL,
    next_attempt_at DATETIME(6) NOT NULL,
    last_failure_at DATETIME(6) NOT NULL
);

CREATE TABLE journal (
    number          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at              DATETIME(6)  NOT NULL,
    actor           VARCHAR(80)  NOT NULL COMMENT 'reference of a person, or system',
    kind            VARCHAR(40)  NOT NULL,
    subject         VARCHAR(160) NOT NULL COMMENT 'what it was done to; people and retailers by reference',
    content         MEDIUMBLOB   NOT NULL COMMENT 'canonical JSON in UTF-8',
    KEY journal_subject (subject, number),
    KEY journal_actor (actor, number),
    KEY journal_kind (kind, number),
    KEY journal_at (at)
) COMMENT 'append only';

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the journal is append only';

CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the journal is append only';

CREATE TABLE reference (
    kind            VARCHAR(20)  NOT NULL COMMENT 'of what: PERSON, RETAILER, ...',
    subject_key     VARCHAR(160) NOT NULL,
    salt            BINARY(16)   NOT NULL,
    reference       VARCHAR(80)  NOT NULL UNIQUE COMMENT 'what stands in the journal instead of the key',
    PRIMARY KEY (kind, subject_key)
) COMMENT 'who stands behind a reference in the journal; a row that is deleted makes it nobody';

CREATE TABLE idempotent_request (
    person_id       BIGINT       NOT NULL,
    idempotency_key VARCHAR(100) NOT NULL,
    request_hash    CHAR(64)     NOT NULL COMMENT 'of method, path and body',
    status          INT          NULL,
    location        TEXT         NULL COMMENT 'a key in it has up to twelve characters for each of its own, and the host is as long as it was sent',
    etag            VARCHAR(40)  NULL,
    body            MEDIUMBLOB   NULL,
    created_at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (person_id, idempotency_key),
    KEY idempotent_request_created (created_at)
);
