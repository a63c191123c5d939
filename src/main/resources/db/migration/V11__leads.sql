-- Leads (R30): what waits for a check, what was done about it, and what came of it; and the catalogue of prohibitions (R23).
-- Steps, subjects, attachments, violations and prohibitions are only ever added; a lead's row is what its steps come to.

CREATE TABLE prohibition (
    code            VARCHAR(40)  NOT NULL,
    valid_from      DATE         NOT NULL,
    valid_to        DATE         NULL COMMENT 'the first day on which it no longer holds; null: until a later version does',
    text_en         VARCHAR(500) NOT NULL,
    text_zh         VARCHAR(500) NOT NULL,
    source_en       VARCHAR(200) NOT NULL,
    source_zh       VARCHAR(200) NOT NULL,
    detectors       VARCHAR(200) NOT NULL COMMENT 'ids of the rules and detectors that serve it, with commas',
    PRIMARY KEY (code, valid_from)
) COMMENT 'append only';

-- A later version of a prohibition takes the place of the earlier one from its first day on; one that holds on no day ends it.
CREATE SQL SECURITY INVOKER VIEW prohibition_in_time AS
    SELECT code, valid_from, COALESCE(LEAST(valid_to, next_from), valid_to, next_from) AS valid_to,
        text_en, text_zh, source_en, source_zh, detectors
    FROM (SELECT p.*, LEAD(p.valid_from) OVER (PARTITION BY p.code ORDER BY p.valid_from) AS next_from FROM prohibition p) v;

-- LEAD is a word of SQL.
CREATE TABLE raised_lead (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source          VARCHAR(10)  NOT NULL COMMENT 'FINDING, COMPLAINT or PERSON',
    severity        VARCHAR(8)   NOT NULL COMMENT 'INFO, WARNING or CRITICAL, as of a finding',
    rule            VARCHAR(20)  NULL COMMENT 'that is cited, such as R19 or D5',
    cycle           VARCHAR(64)  NULL,
    words           VARCHAR(4000) NULL COMMENT 'what it is about; may be missing where a finding says it',
    raised_by       BIGINT       NOT NULL,
    raised_as       VARCHAR(20)  NOT NULL COMMENT 'the role he had then',
    raised_at       DATETIME(6)  NOT NULL,
    run             BIGINT       NULL COMMENT 'of FINDING',
    position        INT          NULL COMMENT 'of FINDING: of the finding in its run',
    finding_subject VARCHAR(255) NULL COMMENT 'of FINDING: as it was then',
    finding_code    VARCHAR(80)  NULL,
    finding_evidence TEXT        NULL,
    complaint       BIGINT       NULL COMMENT 'of COMPLAINT',
    state           VARCHAR(8)   NOT NULL COMMENT 'OPEN, ASSIGNED, PROPOSED or CLOSED',
    assignee        BIGINT       NULL,
    due             DATE         NOT NULL,
    proposed        VARCHAR(12)  NULL COMMENT 'VERIFIED, REFUTED or UNVERIFIABLE, as the assignee sees it',
    result          VARCHAR(12)  NULL COMMENT 'the same, of CLOSED',
    escalated_at    DATETIME(6)  NULL COMMENT 'it is important and was not verified: auditors have it',
    closed_at       DATETIME(6)  NULL,
    version         BIGINT       NOT NULL DEFAULT 0,
    UNIQUE KEY raised_lead_complaint (complaint),
    KEY raised_lead_finding (run, position),
    KEY raised_lead_state (state, due),
    KEY raised_lead_assignee (assignee, state),
    KEY raised_lead_raised (raised_by),
    FOREIGN KEY (cycle) REFERENCES cycle (cycle),
    FOREIGN KEY (raised_by) REFERENCES person (id),
    FOREIGN KEY (run) REFERENCES allocation_run (id),
    FOREIGN KEY (complaint) REFERENCES complaint (id),
    FOREIGN KEY (assignee) REFERENCES person (id)
);

CREATE TABLE lead_subject (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    of_lead         BIGINT       NOT NULL,
    person          BIGINT       NULL COMMENT 'he never sees the lead, whatever he becomes',
    manager         VARCHAR(64)  NULL COMMENT 'key of a customer manager; whoever has it never sees the lead',
    licence         VARCHAR(64)  NULL,
    sku             VARCHAR(64)  NULL,
    named_by        BIGINT       NOT NULL,
    named_at        DATETIME(6)  NOT NULL,
    CONSTRAINT lead_subject_is_somebody CHECK (COALESCE(person, manager, licence, sku) IS NOT NULL),
    UNIQUE KEY lead_subject_person (of_lead, person),
    UNIQUE KEY lead_subject_licence (of_lead, licence),
    UNIQUE KEY lead_subject_sku (of_lead, sku),
    KEY lead_subject_manager (manager),
    FOREIGN KEY (of_lead) REFERENCES raised_lead (id),
    FOREIGN KEY (person) REFERENCES person (id),
    FOREIGN KEY (licence) REFERENCES retailer (licence),
    FOREIGN KEY (sku) REFERENCES sku (sku),
    FOREIGN KEY (named_by) REFERENCES person (id)
) COMMENT 'append only';

CREATE TABLE lead_step (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    of_lead         BIGINT       NOT NULL,
    step            VARCHAR(10)  NOT NULL COMMENT 'RAISED, NAMED, ASSIGNED, COMMENTED, PROPOSED, ESCALATED or CLOSED',
    by_person       BIGINT       NULL COMMENT 'null: by schedule',
    at              DATETIME(6)  NOT NULL,
    words           VARCHAR(4000) NULL COMMENT 'the comment, the report, the reason',
    assignee        BIGINT       NULL COMMENT 'of ASSIGNED',
    due             DATE         NULL COMMENT 'of ASSIGNED',
    subject         BIGINT       NULL COMMENT 'of NAMED',
    result          VARCHAR(12)  NULL COMMENT 'of PROPOSED and CLOSED',
    answer          VARCHAR(2000) NULL COMMENT 'of CLOSED: what the retailer who complained is told',
    only_once       VARCHAR(10)  AS (IF(step IN ('RAISED', 'ESCALATED', 'CLOSED'), step, NULL)) COMMENT 'two at once make one',
    UNIQUE KEY lead_step_once (of_lead, only_once),
    FOREIGN KEY (of_lead) REFERENCES raised_lead (id),
    FOREIGN KEY (by_person) REFERENCES person (id),
    FOREIGN KEY (assignee) REFERENCES person (id),
    FOREIGN KEY (subject) REFERENCES lead_subject (id)
) COMMENT 'append only';

CREATE TABLE lead_attachment (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    of_lead         BIGINT       NOT NULL,
    step            BIGINT       NOT NULL COMMENT 'the comment it came with',
    name            VARCHAR(120) NOT NULL,
    kind            VARCHAR(8)   NOT NULL COMMENT 'PDF, PNG, JPEG, TEXT or XLSX, as its content says',
    bytes           INT          NOT NULL,
    digest          CHAR(64)     NOT NULL COMMENT 'SHA-256 over the content',
    content         MEDIUMBLOB   NOT NULL,
    KEY lead_attachment_of (of_lead),
    FOREIGN KEY (of_lead) REFERENCES raised_lead (id),
    FOREIGN KEY (step) REFERENCES lead_step (id)
) COMMENT 'append only';

CREATE TABLE violation (
    of_lead         BIGINT       NOT NULL PRIMARY KEY COMMENT 'the lead that was verified',
    prohibition     VARCHAR(40)  NOT NULL,
    prohibition_from DATE        NOT NULL COMMENT 'the version of it that holds',
    confirmed_by    BIGINT       NOT NULL,
    confirmed_at    DATETIME(6)  NOT NULL,
    FOREIGN KEY (of_lead) REFERENCES raised_lead (id),
    FOREIGN KEY (prohibition, prohibition_from) REFERENCES prohibition (code, valid_from),
    FOREIGN KEY (confirmed_by) REFERENCES person (id)
) COMMENT 'append only';

-- Whom a complaint is about: he is not told of it.
CREATE SQL SECURITY INVOKER VIEW complaint_about AS
    SELECT l.complaint, s.person, s.manager
    FROM raised_lead l JOIN lead_subject s ON s.of_lead = l.id
    WHERE l.complaint IS NOT NULL AND (s.person IS NOT NULL OR s.manager IS NOT NULL);

CREATE TRIGGER prohibition_is_never_changed BEFORE UPDATE ON prohibition
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a prohibition is append only';
CREATE TRIGGER prohibition_is_never_removed BEFORE DELETE ON prohibition
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a prohibition is append only';
CREATE TRIGGER lead_subject_is_never_changed BEFORE UPDATE ON lead_subject
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the subject of a lead is append only';
CREATE TRIGGER lead_subject_is_never_removed BEFORE DELETE ON lead_subject
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'the subject of a lead is append only';
CREATE TRIGGER lead_step_is_never_changed BEFORE UPDATE ON lead_step
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a step of a lead is append only';
CREATE TRIGGER lead_step_is_never_removed BEFORE DELETE ON lead_step
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a step of a lead is append only';
CREATE TRIGGER lead_attachment_is_never_changed BEFORE UPDATE ON lead_attachment
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an attachment of a lead is append only';
CREATE TRIGGER lead_attachment_is_never_removed BEFORE DELETE ON lead_attachment
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'an attachment of a lead is append only';
CREATE TRIGGER violation_is_never_changed BEFORE UPDATE ON violation
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a violation is append only';
CREATE TRIGGER violation_is_never_removed BEFORE DELETE ON violation
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'a violation is append only';

INSERT INTO prohibition (code, valid_from, text_en, text_zh, source_en, source_zh, detectors) VALUES
    ('ASSIGNED_ORDERS', '2020-01-01', 'Staff may not assign orders or supply to retailers.', '不得给零售户分配订单或者货源。', 'work plan (R19)', '工作方案（R19）', 'R19,R17,D19,D6'),
    ('SETTLED_BRANDS', '2020-01-01', 'Staff may not settle brands and quantities with a retailer; to agree his monthly total is lawful.', '不得与零售户商定品牌及数量；商定月度总量不在此列。', 'work plan (R20)', '工作方案（R20）', 'R20,R5,D1,D2,D4,D6'),
    ('HINTS', '2020-01-01', 'Staff may not demand or hint that a retailer report brands and quantities as he is told.', '不得要求或者暗示零售户按指定的品牌和数量提报需求。', 'work plan (R21)', '工作方案（R21）', 'R21,D1,D2,D3,D4'),
    ('TAKING_ORDERS', '2020-01-01', 'A customer manager takes no orders.', '客户经理不得受理订单。', 'work plan (R22)', '工作方案（R22）', 'R22,R15,D5,D8'),
    ('PROXY_ORDERING', '2020-01-01', 'A customer manager may not order in a retailer''s name.', '客户经理不得代替零售户订货。', 'work plan (R24)', '工作方案（R24）', 'R24,R18,D5,D8,D13,D14,D18'),
    ('ARBITRAGE_PURCHASE', '2020-01-01', 'A delivery person may not buy up goods to sell them on at a profit.', '送货员不得套购货物牟利。', 'work plan (R24)', '工作方案（R24）', 'R24,D9,D10,D16'),
    ('WITHHOLDING', '2020-01-01', 'A delivery person may not keep back goods that were granted to a retailer.', '送货员不得截留零售户订购的货物。', 'work plan (R24)', '工作方案（R24）', 'R24,D16'),
    ('THIRD_PARTY_RECEIPT', '2020-01-01', 'Goods may be handed to nobody who is not registered to receive them for the shop.', '不得将货物交由未登记的第三方代收。', 'work plan (R25)', '工作方案（R25）', 'R25,D16'),
    ('PUNITIVE_CUT', '2020-01-01', 'A retailer''s total may not be cut to punish him, nor for a stock check or a complaint.', '不得以调减总量作为对零售户的处罚，不得因检查或投诉调减总量。', 'work plan (R26)', '工作方案（R26）', 'R26,D15,D4'),
    ('OUTSIDE_SALE', '2020-01-01', 'Nothing may be sold outside the system.', '不得体外销售。', 'published lists of six prohibitions (R23)', '公开的“六条禁令”（R23）', 'R23,D10,D19'),
    ('SECOND_PRICE', '2020-01-01', 'There may be no more than one wholesale price.', '不得一品多价。', 'published lists of six prohibitions (R23)', '公开的“六条禁令”（R23）', 'R23'),
    ('TIE_IN_SALE', '2020-01-01', 'No goods may be sold on condition that others are taken, and none forced on a retailer.', '不得搭配销售、强制销售。', 'published lists of six prohibitions (R23)', '公开的“六条禁令”（R23）', 'R23,D2,D6'),
    ('FICTITIOUS_CUSTOMERS', '2020-01-01', 'Goods may not be had by fictitious customers or split orders.', '不得虚拟客户、拆分订单套取货源。', 'published lists of six prohibitions (R23)', '公开的“六条禁令”（R23）', 'R23,D1,D5,D9,D10,D12,D13');
