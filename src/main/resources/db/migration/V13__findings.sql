-- What was found, wherever it was found: in runs, and in grants that others made.
CREATE SQL SECURITY INVOKER VIEW finding AS
SELECT 'RUN' AS source, f.run AS source_id, f.position, a.cycle, a.made_at AS found_at,
       COALESCE(a.in_force, FALSE) AS holds, f.rule, f.severity, f.subject, f.code, f.evidence
FROM run_finding f JOIN allocation_run a ON a.id = f.run
UNION ALL
SELECT 'AUDIT', f.audit, f.position, a.cycle, a.brought_at,
       TRUE, f.rule, f.severity, f.subject, f.code, f.evidence
FROM audit_finding f JOIN audit a ON a.id = f.audit;

-- A lead may be opened by a finding of either kind.
ALTER TABLE raised_lead
    ADD COLUMN audit BIGINT NULL COMMENT 'of FINDING, where it is of an audit and not of a run' AFTER run,
    ADD KEY raised_lead_audit (audit, position),
    ADD FOREIGN KEY (audit) REFERENCES audit (id);
