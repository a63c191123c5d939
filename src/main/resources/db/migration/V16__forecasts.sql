-- Forecasts of demand per brand (R27), what they are measured against, and what is only reported to staff: company targets
-- (R28), listing plans (R32), guidance (R33). Nothing here is of one shop, and nothing of one Sku (R4).

CREATE TABLE forecast_sheet (
    period          CHAR(7)      NOT NULL COMMENT 'the month that is forecast',
    manager         VARCHAR(64)  NOT NULL COMMENT 'key of the customer manager: all his shops together',
    version         BIGINT       NOT NULL DEFAULT 0 COMMENT 'counts how often he saved something',
    PRIMARY KEY (period, manager)
);

CREATE TABLE forecast (
    period          CHAR(7)      NOT NULL,
    manager         VARCHAR(64)  NOT NULL,
    brand           VARCHAR(120) NOT NULL,
    version         BIGINT       NOT NULL COMMENT 'of the sheet, with which it was said; of a brand the latest holds',
    cartons         BIGINT       NULL COMMENT 'of the whole month; null: taken back',
    said_by         BIGINT       NOT NULL,
    said_at         DATETIME(6)  NOT NULL,
    PRIMARY KEY (period, manager, brand, version),
    FOREIGN KEY (period, manager) REFERENCES forecast_sheet (period, manager),
    FOREIGN KEY (said_by) REFERENCES person (id)
) COMMENT 'append only';

-- Derived, and made anew where what it is derived from has changed.
CREATE TABLE brand_demand (
    manager         VARCHAR(64)  NOT NULL COMMENT 'who looked after the shops then',
    period          CHAR(7)      NOT NULL,
    brand           VARCHAR(120) NOT NULL,
    source          VARCHAR(64)  NOT NULL COMMENT 'the cycle; blank: came in, of a month before the service',
    cartons         BIGINT       NOT NULL COMMENT 'reported: d, not what was granted',
    PRIMARY KEY (manager, period, brand, source),
    KEY brand_demand_of (period, source)
);

CREATE TABLE demand_tally (
    period          CHAR(7)      NOT NULL,
    source          VARCHAR(64)  NOT NULL COMMENT 'as in brand_demand',
    tallied_at      DATETIME(6)  NOT NULL,
    PRIMARY KEY (period, source)
) COMMENT 'what brand_demand knows of; a cycle in which nobody asked for anything has no row there';

CREATE TABLE forecast_score (
    period          CHAR(7)      NOT NULL COMMENT 'a month of which all demand is known',
    manager         VARCHAR(64)  NOT NULL,
    brand           VARCHAR(120) NOT NULL,
    key_brand       BOOLEAN      NOT NULL,
    demand          BIGINT       NOT NULL COMMENT 'cartons reported',
    forecast        BIGINT       NULL COMMENT 'null: nothing was forecast',
    met             BIGINT       NULL COMMENT 'cartons of the demand that the forecast met',
    naive           BIGINT       NULL COMMENT 'the seasonal naive forecast; null: nothing is known of any month before',
    naive_of        CHAR(7)      NULL COMMENT 'the month that it is the demand of',
    naive_met       BIGINT       NULL,
    PRIMARY KEY (period, manager, brand),
    KEY forecast_score_manager (manager, period)
);

-- Runs from before this table wait to be tallied.
INSERT INTO waiting_work (kind, same, id, put_at)
SELECT 'BRANDS', id, id, UTC_TIMESTAMP(6) FROM allocation_run WHERE in_force;

CREATE TABLE company_target (
    period          CHAR(7)      NOT NULL PRIMARY KEY,
    volume          BIGINT       NULL COMMENT 'cartons that the company means to sell in the month',
    price_percent   DECIMAL(9,6) NULL COMMENT 'price per carton that it means to reach, in percent of the same month of last year',
    last_year_price DECIMAL(20,6) NULL COMMENT 'price per carton of the same month of last year',
    upload          BIGINT       NULL COMMENT 'with which it came in; null: a demo began with it',
    FOREIGN KEY (upload) REFERENCES upload (id)
) COMMENT 'never shown to a retailer (R28)';

CREATE TABLE listing_plan (
    period          CHAR(7)      NOT NULL,
    manager         VARCHAR(64)  NOT NULL,
    brands          INT          NOT NULL COMMENT 'how many brands a shop is to have on its shelf: a count, never a quantity (R32)',
    upload          BIGINT       NULL COMMENT 'with which it came in; null: a demo began with it',
    PRIMARY KEY (period, manager),
    FOREIGN KEY (upload) REFERENCES upload (id)
);

CREATE TABLE guidance (
    period          CHAR(7)      NOT NULL,
    manager         VARCHAR(64)  NOT NULL,
    guided          INT          NOT NULL COMMENT 'shops that were given guidance in the month',
    effective       INT          NOT NULL COMMENT 'those of them whom it helped',
    shops           INT          NULL COMMENT 'that he had; null: his active shops in the register',
    coverage_target DECIMAL(9,6) NOT NULL COMMENT 'percent of the shops',
    effective_target DECIMAL(9,6) NOT NULL COMMENT 'percent of those who were guided',
    upload          BIGINT       NULL COMMENT 'with which it came in; null: a demo began with it',
    PRIMARY KEY (period, manager),
    FOREIGN KEY (upload) REFERENCES upload (id)
);

-- Derived, and made anew with every run of the month.
CREATE TABLE shelf_count (
    period          CHAR(7)      NOT NULL,
    manager         VARCHAR(64)  NOT NULL,
    brands          INT          NOT NULL COMMENT 'how many different brands a shop was granted in the month',
    shops           INT          NOT NULL COMMENT 'how many shops were granted just so many',
    PRIMARY KEY (period, manager, brands)
);

INSERT INTO waiting_work (kind, same, id, put_at)
SELECT DISTINCT 'SHELVES', c.period, 12 * LEFT(c.period, 4) + RIGHT(c.period, 2) - 1, UTC_TIMESTAMP(6)
FROM allocation_run a JOIN cycle c ON c.cycle = a.cycle WHERE a.in_force;
