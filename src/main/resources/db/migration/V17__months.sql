-- The present month is that of the latest cycle that has opened, and is reckoned with: a cycle of no month would stop all that
-- asks for it.
ALTER TABLE cycle
    ADD CONSTRAINT cycle_is_of_a_month CHECK (period REGEXP '^[0-9]{4}-(0[1-9]|1[0-2])$');
