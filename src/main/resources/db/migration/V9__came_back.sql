-- What came back, and what was granted in a period: one sentence of SQL for all who ask.

ALTER TABLE came_back
    COMMENT 'what of a grant was returned or never paid: append only',
    ADD COLUMN upload BIGINT NULL COMMENT 'that it came in with',
    ADD CONSTRAINT came_back_is_something CHECK (cartons > 0),
    ADD CONSTRAINT came_back_upload FOREIGN KEY (upload) REFERENCES upload (id);

CREATE TRIGGER came_back_is_never_changed BEFORE UPDATE ON came_back
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what came back is never changed';

CREATE TRIGGER came_back_is_never_removed BEFORE DELETE ON came_back
    FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'what came back is never removed';

-- Cartons that were granted by the runs in force, and as negative ones those that came back. Their sum over the cycles of a
-- period is what was granted in it; it is stored nowhere, so it cannot differ from the records.
CREATE SQL SECURITY INVOKER VIEW granted_movement AS
    SELECT c.period, c.number_in_period, c.cycle, t.licence, t.granted AS cartons
    FROM cycle c JOIN allocation_run a ON a.cycle = c.cycle AND a.in_force JOIN grant_total t ON t.run = a.id
    WHERE c.state <> 'CANCELLED'
    UNION ALL
    SELECT c.period, c.number_in_period, c.cycle, b.licence, -b.cartons
    FROM cycle c JOIN came_back b ON b.cycle = c.cycle
    WHERE c.state <> 'CANCELLED';
