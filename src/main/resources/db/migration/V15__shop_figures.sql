-- What those who look after shops watch (R8 to R10, R12 to R15). All of it follows from what is stored elsewhere and can be
-- derived again at any time; it is kept because lists of tens of thousands of shops are sorted by it. Nothing here holds a
-- quantity of one retailer and one Sku (R4).

-- Which figures are to be derived again. Whoever changes what they rest on adds one to `asked`, in his own transaction: work
-- that began before cannot miss it.
CREATE TABLE figures_due (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    cycle           VARCHAR(64)  NOT NULL UNIQUE COMMENT 'blank: the indicators of all shops, which rest on all cycles',
    asked           BIGINT       NOT NULL DEFAULT 0,
    derived_at      DATETIME(6)  NULL COMMENT 'null: never yet',
    failure         VARCHAR(1000) NULL COMMENT 'why the latest attempt came to nothing'
);

CREATE TABLE shop_cycle (
    licence         VARCHAR(64)  NOT NULL,
    period          CHAR(7)      NOT NULL,
    cycle           VARCHAR(64)  NOT NULL,
    number_in_period INT         NOT NULL,
    ordered         BOOLEAN      NOT NULL,
    channel         VARCHAR(10)  NULL COMMENT 'SELF or ASSISTED (R15); null where nobody said',
    demand          BIGINT       NOT NULL COMMENT 'cartons, as reported',
    counted         BIGINT       NOT NULL COMMENT 'of it what counts for R12: of lines that supply or a Sku ceiling cut only what was granted',
    granted         BIGINT       NOT NULL COMMENT 'by the run in force',
    came_back       BIGINT       NOT NULL COMMENT 'of it: returned or never paid, and so given back to the period',
    ceiling         BIGINT       NULL COMMENT 'of the period (R2); null: unlimited, or not known',
    headroom        BIGINT       NULL COMMENT 'what could be granted in this order (R2, R8, R35); null: unlimited, or not known',
    headroom_left   BIGINT       NULL COMMENT 'of it afterwards',
    at_headroom     BOOLEAN      NOT NULL COMMENT 'demand is exactly the headroom (R14)',
    above_headroom  BOOLEAN      NOT NULL COMMENT 'demand is more: healthy (R14)',
    ran_dry         BOOLEAN      NOT NULL COMMENT 'nothing was left, and more had been asked for than was granted (R8 in the last cycle of a month)',
    surge           DECIMAL(9,3) NULL COMMENT 'in the first cycle of a month: granted over the mean of the last three before it (R9)',
    PRIMARY KEY (licence, period, cycle),
    KEY shop_cycle_cycle (cycle),
    FOREIGN KEY (licence) REFERENCES retailer (licence),
    FOREIGN KEY (cycle) REFERENCES cycle (cycle)
) COMMENT 'twelve months of one shop stand side by side';

CREATE TABLE cycle_mix (
    cycle           VARCHAR(64)  NOT NULL,
    manager         VARCHAR(64)  NOT NULL,
    territory       VARCHAR(64)  NOT NULL COMMENT 'blank: nobody knows',
    size_class      VARCHAR(8)   NOT NULL,
    tier            VARCHAR(8)   NOT NULL,
    status          VARCHAR(8)   NOT NULL COMMENT 'SCARCE, NORMAL or OPEN',
    demand          BIGINT       NOT NULL,
    granted         BIGINT       NOT NULL,
    PRIMARY KEY (cycle, manager, territory, size_class, tier, status),
    FOREIGN KEY (cycle) REFERENCES cycle (cycle)
) COMMENT 'for fill rates (R10): what was asked for and granted, whatever came back later';

CREATE TABLE cycle_share (
    cycle           VARCHAR(64)  NOT NULL,
    manager         VARCHAR(64)  NOT NULL,
    territory       VARCHAR(64)  NOT NULL COMMENT 'blank: nobody knows',
    size_class      VARCHAR(8)   NOT NULL,
    shops           INT          NOT NULL COMMENT 'that could order',
    orders          INT          NOT NULL,
    self_reported   INT          NOT NULL COMMENT 'orders (R15)',
    assisted        INT          NOT NULL COMMENT 'orders (R15, R16)',
    limited         INT          NOT NULL COMMENT 'orders under a headroom that is known',
    at_headroom     INT          NOT NULL COMMENT 'of these (R14)',
    above_headroom  INT          NOT NULL COMMENT 'of these (R14)',
    ran_dry         INT          NOT NULL COMMENT 'of these (R8 in the last cycle of a month)',
    compared        INT          NOT NULL COMMENT 'in the first cycle of a month: shops that were granted something in the last three before it',
    surged          INT          NOT NULL COMMENT 'of these, so many times their mean that it is a surge (R9)',
    PRIMARY KEY (cycle, manager, territory, size_class),
    FOREIGN KEY (cycle) REFERENCES cycle (cycle)
);

CREATE TABLE earlier_month (
    licence         VARCHAR(64)  NOT NULL,
    period          CHAR(7)      NOT NULL COMMENT 'a month in which no cycle was allocated here',
    demand          INT          NOT NULL COMMENT 'cartons that the shop asked for in it, elsewhere',
    granted         INT          NOT NULL,
    ceiling         INT          NULL COMMENT 'of the month; null: unlimited, or not known',
    PRIMARY KEY (licence, period),
    KEY earlier_month_period (period),
    FOREIGN KEY (licence) REFERENCES retailer (licence)
) COMMENT 'what is known of months before the service';

CREATE TABLE shop_indicator (
    licence         VARCHAR(64)  NOT NULL PRIMARY KEY,
    period          CHAR(7)      NOT NULL COMMENT 'the present month when it was derived',
    agreed_total    INT          NULL COMMENT 'T in force, or the default of the class (R1)',
    monthly_demand  BIGINT       NULL COMMENT 'cartons (R12); null where no whole month is known',
    monthly_granted BIGINT       NULL COMMENT 'cartons, the mean of the months that are over, less what came back (R29); null where none is known',
    fit             DECIMAL(9,3) NULL COMMENT 'T over it; null where either is unknown, or the shop asked for nothing',
    misfit          BOOLEAN      NOT NULL COMMENT 'fit is outside of the band (R12)',
    starved         BOOLEAN      NOT NULL COMMENT 'at the end of the latest month that is over (R8)',
    starved_now     BOOLEAN      NOT NULL COMMENT 'at the end of the present month (R8)',
    surge           DECIMAL(9,3) NULL COMMENT 'first grant of a month over the mean of the last three before it (R9)',
    orders          INT          NOT NULL COMMENT 'of the months that are looked at, under a headroom that is known',
    at_headroom     INT          NOT NULL COMMENT 'of these, exactly at it (R14)',
    at_share        DECIMAL(5,4) NULL COMMENT 'their share; null without orders',
    fill            DECIMAL(5,4) NULL COMMENT 'granted over demand of these months, as the runs said (R10)',
    skus            INT          NULL COMMENT 'that the shop may order (R10)',
    missing         INT          NOT NULL COMMENT 'fields that nobody knows (R13)',
    concern         INT          NOT NULL COMMENT 'points; the worst have most',
    FOREIGN KEY (licence) REFERENCES retailer (licence),
    KEY shop_indicator_concern (concern DESC, licence)
) COMMENT 'all of it is derived again at once';

CREATE TABLE peer_figure (
    size_class      VARCHAR(8)   NOT NULL,
    market_type     VARCHAR(8)   NOT NULL,
    shops           INT          NOT NULL,
    fit             DECIMAL(9,3) NULL COMMENT 'median',
    fill            DECIMAL(5,4) NULL COMMENT 'median',
    skus            INT          NULL COMMENT 'median',
    PRIMARY KEY (size_class, market_type)
) COMMENT 'shops of the same class and market, to compare one with';

-- The same of a whole month, and of what was known of shops in it; the row of the present month is derived again and again.
CREATE TABLE month_share (
    period          CHAR(7)      NOT NULL,
    manager         VARCHAR(64)  NOT NULL,
    territory       VARCHAR(64)  NOT NULL COMMENT 'blank: nobody knows',
    shops           INT          NOT NULL COMMENT 'that are active',
    fitted          INT          NOT NULL COMMENT 'of which the fit is known (R12)',
    misfits         INT          NOT NULL COMMENT 'of these, outside of the band (R12)',
    complete        INT          NOT NULL COMMENT 'shops of which everything is known (R13)',
    counted_skus    INT          NOT NULL COMMENT 'shops of which it is known how many Skus they may order',
    few_skus        INT          NOT NULL COMMENT 'of these, fewer than they ought to have to choose from (R10)',
    PRIMARY KEY (period, manager, territory)
);

-- As they are compared with what people type: see Where.loosely, which says the same of any column. Kept, since sixty thousand
-- names take a third of a second to be made so, and a search is to answer at once.
ALTER TABLE retailer
    ADD COLUMN bare_licence VARCHAR(64) COLLATE utf8mb4_0900_ai_ci AS (
        REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(licence, ' ', ''), '　', ''), '(', ''), ')', ''), '（', ''), '）', ''), '[', ''), ']', ''), '［', ''), '］', ''), '【', ''), '】', ''), '《', ''), '》', ''), '「', ''), '」', '')) STORED,
    ADD COLUMN bare_name VARCHAR(120) COLLATE utf8mb4_0900_ai_ci AS (
        REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(name, ' ', ''), '　', ''), '(', ''), ')', ''), '（', ''), '）', ''), '[', ''), ']', ''), '［', ''), '］', ''), '【', ''), '】', ''), '《', ''), '》', ''), '「', ''), '」', '')) STORED;
