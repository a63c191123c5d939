-- What a retailer was told when he submitted: every version of every order, as it was reported then.

CREATE TABLE order_receipt (
    number          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'told to the retailer',
    cycle           VARCHAR(64)  NOT NULL,
    licence         VARCHAR(64)  NOT NULL,
    version         BIGINT       NOT NULL COMMENT 'of the order, that was submitted by this',
    channel         VARCHAR(10)  NOT NULL COMMENT 'SELF or ASSISTED (R15)',
    submitted_by    BIGINT       NOT NULL,
    submitted_at    DATETIME(6)  NOT NULL,
    content         MEDIUMTEXT   NOT NULL COMMENT 'canonical JSON: the lines by rank and the retailer''s own limit',
    digest          CHAR(64)     NOT NULL COMMENT 'SHA-256 over the content',
    UNIQUE KEY order_receipt_version (cycle, licence, version),
    FOREIGN KEY (cycle) REFERENCES cycle (cycle),
    FOREIGN KEY (licence) REFERENCES retailer (licence),
    FOREIGN KEY (submitted_by) REFERENCES person (id)
) COMMENT 'append only';
