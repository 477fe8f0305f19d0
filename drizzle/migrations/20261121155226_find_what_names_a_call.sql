ALTER TABLE "lead_phones" ADD COLUMN "ending" text GENERATED ALWAYS AS (right(phone, 7)) STORED;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "own_ref" text GENERATED ALWAYS AS (regexp_replace(booking_ref, '^(.*/|custom:[^:]+:)', '')) STORED;--> statement-breakpoint
CREATE INDEX "lead_phones_by_ending" ON "lead_phones" USING btree ("organization_id","ending");--> statement-breakpoint
CREATE INDEX "events_by_own_ref" ON "events" USING btree ("organization_id","own_ref");--> statement-breakpoint
CREATE TABLE "payment_references" (
	"organization_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "payment_references_organization_id_payment_id_value_pk" PRIMARY KEY("organization_id","payment_id","value"),
	CONSTRAINT "payment_references_value_is_short" CHECK (length("payment_references"."value") between 1 and 500)
);
--> statement-breakpoint
ALTER TABLE "payment_references" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "payment_references" ADD CONSTRAINT "payment_references_payment" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payment_references_by_value" ON "payment_references" USING btree ("organization_id","value");--> statement-breakpoint
CREATE POLICY "payment_references_all" ON "payment_references" AS PERMISSIVE FOR ALL TO "app_user" USING ("payment_references"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("payment_references"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
-- All of a payment that may name its call, as texts of their own: row-level security keeps what is not leakproof, as looking into a
-- document is, from being asked of an index.
CREATE FUNCTION references_of(metadata jsonb, client_reference text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT DISTINCT t.value FROM (
    SELECT btrim(m.value, E' \t\r\n') FROM jsonb_each_text(metadata) AS m UNION ALL SELECT btrim(client_reference, E' \t\r\n')
  ) AS t(value) WHERE length(t.value) BETWEEN 1 AND 500
$$;
--> statement-breakpoint
COMMENT ON FUNCTION references_of IS 'The texts of a payment that may name its call';
--> statement-breakpoint
CREATE FUNCTION keep_references() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
BEGIN
  DELETE FROM payment_references r WHERE r.organization_id = NEW.organization_id AND r.payment_id = NEW.id
    AND r.value NOT IN (SELECT references_of(NEW.metadata, NEW.client_reference));
  INSERT INTO payment_references (organization_id, payment_id, value)
  SELECT NEW.organization_id, NEW.id, value FROM references_of(NEW.metadata, NEW.client_reference) AS value ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION keep_references FROM PUBLIC;
--> statement-breakpoint
CREATE TRIGGER payments_references_of_new AFTER INSERT ON payments FOR EACH ROW
  WHEN (NEW.metadata <> '{}' OR NEW.client_reference IS NOT NULL) EXECUTE FUNCTION keep_references();
--> statement-breakpoint
CREATE TRIGGER payments_references_of_changed AFTER UPDATE OF metadata, client_reference ON payments FOR EACH ROW
  WHEN (NEW.metadata IS DISTINCT FROM OLD.metadata OR NEW.client_reference IS DISTINCT FROM OLD.client_reference) EXECUTE FUNCTION keep_references();
--> statement-breakpoint
ALTER TABLE payments NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
INSERT INTO payment_references (organization_id, payment_id, value)
SELECT p.organization_id, p.id, value FROM payments p, references_of(p.metadata, p.client_reference) AS value;
--> statement-breakpoint
ALTER TABLE payments FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CALL guard_tenant_table('payment_references', audited => false, append_only => false, read_only => true);
--> statement-breakpoint
-- A text that the payment says no more goes; none is changed.
REVOKE UPDATE ON payment_references FROM app_user;
--> statement-breakpoint
GRANT DELETE ON payment_references TO app_user;
