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

CREATE TABLE policy_step (
    digest          CHAR(64)     NOT NULL,
    number          INT          NOT NULL COMMENT 'from 1: two people who decide at once meet here, and one of them is refused',
    step            VARCHAR(10)  NOT NULL COMMENT 'PROPOSED, APPROVED, REFUSED',
    by_person       BIGINT       NOT NULL,
    at              DATETIME(6)  NOT NULL,
    reason          VARCHAR(500) NULL COMMENT 'of a refusal',
    effective_from  VARCHAR(64)  NULL COMMENT 'of an approval, as it was said: a cycle or a month; null: from the next cycle',
    effective_period CHAR(7)     NULL COMMENT 'what that came to: it binds no cycle before this one; null: no cycle had begun yet',
    effective_number INT         NULL,
    PRIMARY KEY (digest, number),
    FOREIGN KEY (digest) REFERENCES policy_version (digest),
    FOREIGN KEY (by_person) REFERENCES person (id),
    KEY policy_step_effective (step, effective_period, effective_number)
) COMMENT 'what became of a version: append only, and nothing follows an approval';

CREATE TRIGGER policy_version_is_never_changed BEFORE UPDATE ON policy_version
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a policy version never changes';

CREATE TRIGGER policy_version_is_never_removed BEFORE DELETE ON policy_version
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a policy version never changes';

CREATE TRIGGER policy_table_is_never_changed BEFORE UPDATE ON policy_table
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a policy version never changes';

CREATE TRIGGER policy_table_is_never_removed BEFORE DELETE ON policy_table
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a policy version never changes';

CREATE TRIGGER policy_step_is_never_changed BEFORE UPDATE ON policy_step
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was decided about a policy never changes';

CREATE TRIGGER policy_step_is_never_removed BEFORE DELETE ON policy_step
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what was decided about a policy never changes';

DELIMITER //
CREATE TRIGGER policy_step_is_lawful BEFORE INSERT ON policy_step
    FOR EACH ROW
BEGIN
    IF EXISTS (SELECT 1 FROM policy_step WHERE digest = NEW.digest AND step = 'APPROVED' AND number < NEW.number) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'nothing follows the approval of a policy';
    END IF;
    IF NEW.step <> 'PROPOSED' AND (
            EXISTS (SELECT 1 FROM policy_version WHERE digest = NEW.digest AND imported_by = NEW.by_person)
            OR EXISTS (SELECT 1 FROM policy_step
                       WHERE digest = NEW.digest AND step = 'PROPOSED' AND by_person = NEW.by_person)) THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'nobody decides about a policy that is his own';
    END IF;
END//
DELIMITER ;
