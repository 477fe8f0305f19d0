-- Who started a run, stopped it or took it up is in the audit log. How far it comes is not: that is written with each step.
CREATE TRIGGER runs_audit AFTER INSERT ON runs FOR EACH ROW WHEN (current_user <> 'clinch_purge') EXECUTE FUNCTION record_audit();
--> statement-breakpoint
CREATE TRIGGER runs_audit_of_acts AFTER UPDATE OF state ON runs FOR EACH ROW
  WHEN (new.state IN ('queued', 'canceled') AND old.state <> new.state AND current_user <> 'clinch_purge') EXECUTE FUNCTION record_audit();
