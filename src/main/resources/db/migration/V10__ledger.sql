-- The ledger: the journal's entries in one chain, a root for each day, and a root over the grants of each run.

CREATE TABLE ledger (
    id              TINYINT      NOT NULL PRIMARY KEY COMMENT 'always 1: there is one ledger, and whoever seals holds this row',
    genesis         BINARY(32)   NOT NULL COMMENT 'drawn once: the hash before the first entry',
    settled         BIGINT       NOT NULL COMMENT 'number of a journal entry up to which every one that exists is sealed',
    CONSTRAINT ledger_is_one CHECK (id = 1)
);

INSERT INTO ledger (id, genesis, settled) VALUES (1, RANDOM_BYTES(32), 0);

CREATE TABLE ledger_entry (
    position        BIGINT       NOT NULL PRIMARY KEY COMMENT '1, 2, 3, ... without a gap',
    number          BIGINT       NOT NULL UNIQUE COMMENT 'of the journal entry that is sealed here',
    leaf            BINARY(32)   NOT NULL COMMENT 'SHA-256 of the entry as it was sealed',
    hash            BINARY(32)   NOT NULL COMMENT 'SHA-256 of the hash before and the leaf',
    day             DATE         NOT NULL COMMENT 'it belongs to: its own in UTC, or a later one if it was sealed late',
    KEY ledger_entry_day (day, position),
    FOREIGN KEY (number) REFERENCES journal (number)
) COMMENT 'append only';

CREATE TRIGGER ledger_entry_is_never_changed BEFORE UPDATE ON ledger_entry
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is append only';

CREATE TRIGGER ledger_entry_is_never_removed BEFORE DELETE ON ledger_entry
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is append only';

CREATE TABLE ledger_day (
    day             DATE         NOT NULL PRIMARY KEY,
    first_position  BIGINT       NOT NULL UNIQUE,
    last_position   BIGINT       NOT NULL UNIQUE,
    root            BINARY(32)   NOT NULL COMMENT 'of the Merkle tree over the leaves of the day',
    head            BINARY(32)   NOT NULL COMMENT 'hash of the last position'
) COMMENT 'append only';

CREATE TRIGGER ledger_day_is_never_changed BEFORE UPDATE ON ledger_day
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is append only';

CREATE TRIGGER ledger_day_is_never_removed BEFORE DELETE ON ledger_day
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is append only';

-- What a retailer's grants come to in the tree of a run. The secret keeps one retailer from guessing the grants of another
-- by their digest; each learns the salt of his own, which is made from it.
CREATE TABLE run_root (
    run             BIGINT       NOT NULL PRIMARY KEY,
    secret          BINARY(32)   NOT NULL,
    root            BINARY(32)   NOT NULL,
    retailers       INT          NOT NULL,
    FOREIGN KEY (run) REFERENCES allocation_run (id)
) COMMENT 'append only';

CREATE TABLE run_leaf (
    run             BIGINT       NOT NULL,
    position        INT          NOT NULL COMMENT 'in the tree, from 0',
    licence         VARCHAR(64)  NOT NULL,
    leaf            BINARY(32)   NOT NULL,
    PRIMARY KEY (run, position),
    UNIQUE KEY run_leaf_licence (run, licence),
    FOREIGN KEY (run) REFERENCES run_root (run)
) COMMENT 'append only';

CREATE TRIGGER run_root_is_never_changed BEFORE UPDATE ON run_root
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is append only';

CREATE TRIGGER run_root_is_never_removed BEFORE DELETE ON run_root
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is append only';

CREATE TRIGGER run_leaf_is_never_changed BEFORE UPDATE ON run_leaf
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is append only';

CREATE TRIGGER run_leaf_is_never_removed BEFORE DELETE ON run_leaf
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the ledger is append only';

-- Where heads were laid down outside, so that a place gets each only once.
CREATE TABLE ledger_anchor (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    place           VARCHAR(8)   NOT NULL COMMENT 'FILE or WEBHOOK',
    target          VARCHAR(500) NOT NULL COMMENT 'the file or the address',
    position        BIGINT       NOT NULL,
    hash            BINARY(32)   NOT NULL,
    at              DATETIME(6)  NOT NULL,
    KEY ledger_anchor_target (place, target, position)
) COMMENT 'append only';
