-- What a payment is for: what was said of it itself, else of the report that it stands for, else on the form of the event that it is credited
-- to. It is kept in the row, whoever writes one of the three, so that lists and counts are answered from an index. Asked for the whole
-- organization: a rep's form speaks for payments that are not theirs to see.
CREATE FUNCTION package_of(organization uuid, payment uuid, own_package uuid, event uuid) RETURNS uuid
LANGUAGE sql STABLE AS $$
  SELECT coalesce(own_package,
    (SELECT r.package_id FROM public.payments r WHERE r.organization_id = organization AND r.matched_payment_id = payment),
    (SELECT f.package_id FROM public.post_call_forms f WHERE f.organization_id = organization AND f.event_id = event))
$$;
--> statement-breakpoint
COMMENT ON FUNCTION package_of IS 'What a payment is for, of this own package and credited to this event; empty where nothing was said';
--> statement-breakpoint
CREATE FUNCTION take_package_of_payment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE said CONSTANT uuid := package_of(NEW.organization_id, NEW.id, NEW.package_id, NEW.event_id);
BEGIN
  -- Nobody writes it: a new payment that names another is refused, be it a stranger's.
  IF TG_OP = 'INSERT' AND NEW.for_package_id IS NOT NULL AND NEW.for_package_id IS DISTINCT FROM said THEN
    RAISE EXCEPTION 'What a payment is for follows from what was said of it' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'payments_for_known_package';
  END IF;
  NEW.for_package_id := said;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_package BEFORE INSERT OR UPDATE OF package_id, event_id, for_package_id ON payments
  FOR EACH ROW EXECUTE FUNCTION take_package_of_payment();
--> statement-breakpoint
CREATE FUNCTION spread_package_of_report() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  UPDATE payments p SET for_package_id = p.for_package_id
    WHERE p.organization_id = NEW.organization_id
      AND p.id IN (NEW.matched_payment_id, CASE WHEN TG_OP = 'UPDATE' THEN OLD.matched_payment_id END)
      AND p.for_package_id IS DISTINCT FROM package_of(p.organization_id, p.id, p.package_id, p.event_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_package_of_new_report AFTER INSERT ON payments FOR EACH ROW
  WHEN (NEW.matched_payment_id IS NOT NULL AND NEW.package_id IS NOT NULL) EXECUTE FUNCTION spread_package_of_report();
--> statement-breakpoint
CREATE TRIGGER payments_package_of_report AFTER UPDATE OF matched_payment_id, package_id ON payments FOR EACH ROW
  WHEN (num_nonnulls(OLD.matched_payment_id, NEW.matched_payment_id) > 0 AND num_nonnulls(OLD.package_id, NEW.package_id) > 0
    AND (OLD.matched_payment_id IS DISTINCT FROM NEW.matched_payment_id OR OLD.package_id IS DISTINCT FROM NEW.package_id))
  EXECUTE FUNCTION spread_package_of_report();
--> statement-breakpoint
CREATE FUNCTION spread_package_of_form() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  UPDATE payments p SET for_package_id = p.for_package_id
    WHERE p.organization_id = NEW.organization_id AND p.event_id IN (NEW.event_id, CASE WHEN TG_OP = 'UPDATE' THEN OLD.event_id END)
      AND p.for_package_id IS DISTINCT FROM package_of(p.organization_id, p.id, p.package_id, p.event_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER post_call_forms_package_of_new AFTER INSERT ON post_call_forms FOR EACH ROW
  WHEN (NEW.package_id IS NOT NULL) EXECUTE FUNCTION spread_package_of_form();
--> statement-breakpoint
CREATE TRIGGER post_call_forms_package_of_changed AFTER UPDATE OF package_id, event_id ON post_call_forms FOR EACH ROW
  WHEN (OLD.package_id IS DISTINCT FROM NEW.package_id OR OLD.event_id <> NEW.event_id) EXECUTE FUNCTION spread_package_of_form();
--> statement-breakpoint
GRANT UPDATE (for_package_id) ON payments TO clinch_guard;
--> statement-breakpoint
CREATE POLICY payments_of_guard_update ON payments FOR UPDATE TO clinch_guard USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO clinch_guard;
--> statement-breakpoint
ALTER FUNCTION take_package_of_payment() OWNER TO clinch_guard;
--> statement-breakpoint
ALTER FUNCTION spread_package_of_report() OWNER TO clinch_guard;
--> statement-breakpoint
ALTER FUNCTION spread_package_of_form() OWNER TO clinch_guard;
--> statement-breakpoint
REVOKE ALL ON FUNCTION take_package_of_payment, spread_package_of_report, spread_package_of_form FROM PUBLIC;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM clinch_guard;
--> statement-breakpoint
-- What is known of the payments there are. Nobody changed them, so nothing is told of it.
ALTER TABLE payments NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE post_call_forms NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE payments DISABLE TRIGGER payments_audit;
--> statement-breakpoint
UPDATE payments p SET for_package_id = p.for_package_id WHERE package_of(p.organization_id, p.id, p.package_id, p.event_id) IS NOT NULL;
--> statement-breakpoint
ALTER TABLE payments ENABLE TRIGGER payments_audit;
--> statement-breakpoint
ALTER TABLE post_call_forms FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE payments FORCE ROW LEVEL SECURITY;
