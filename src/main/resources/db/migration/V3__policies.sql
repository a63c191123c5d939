-- Release policies: versions that are named by their content and never change.

CREATE TABLE policy_version (
    digest          CHAR(64)     NOT NULL PRIMARY KEY COMMENT 'SHA-256 over the canonical content',
    name            VARCHAR(120) NOT NULL,
    imported_by     BIGINT       NULL COMMENT 'null: came in with the data of a past cycle',
    imported_at     DATETIME(6)  NOT NULL
);

CREATE TABLE policy_table (
    digest          CHAR(64)     NOT NULL,
    file            VARCHAR(60)  NOT NULL COMMENT 'such as floats.csv',
    content         MEDIUMBLOB   NOT NULL COMMENT 'canonical CSV',
    PRIMARY KEY (digest, file),
    FOREIGN KEY (digest) REFERENCES policy_version (digest)
);

CREATE TABLE policy_approval (
    digest          CHAR(64)     NOT NULL PRIMARY KEY,
    approved_by     BIGINT       NOT NULL COMMENT 'another person than the one who imported it',
    approved_at     DATETIME(6)  NOT NULL,
    effective_from  VARCHAR(64)  NULL COMMENT 'the first cycle it is to bind',
    FOREIGN KEY (digest) REFERENCES policy_version (digest)
);

CREATE TRIGGER policy_version_is_never_changed BEFORE UPDATE ON policy_version
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a policy version never changes';

CREATE TRIGGER policy_table_is_never_changed BEFORE UPDATE ON policy_table
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a policy version never changes';
