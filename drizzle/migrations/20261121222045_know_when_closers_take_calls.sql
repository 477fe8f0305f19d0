CREATE TABLE "closer_availability" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"closer_id" uuid NOT NULL,
	"day" date NOT NULL,
	"open_minutes" integer NOT NULL,
	"slot_minutes" integer NOT NULL,
	"open_slots" integer NOT NULL,
	"schedule_name" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"rep_ids" uuid[] GENERATED ALWAYS AS (array[closer_id]) STORED NOT NULL,
	CONSTRAINT "closer_availability_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "closer_availability_once_a_day" UNIQUE("organization_id","day","closer_id","connection_id"),
	CONSTRAINT "closer_availability_open_within_a_day" CHECK ("closer_availability"."open_minutes" between 0 and 1500),
	CONSTRAINT "closer_availability_slot_takes_time" CHECK ("closer_availability"."slot_minutes" between 1 and 1440),
	CONSTRAINT "closer_availability_slots_not_negative" CHECK ("closer_availability"."open_slots" >= 0)
);
--> statement-breakpoint
ALTER TABLE "closer_availability" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "availability_readings" (
	"organization_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"host_count" integer DEFAULT 0 NOT NULL,
	"closer_count" integer DEFAULT 0 NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"error" text,
	CONSTRAINT "availability_readings_organization_id_connection_id_pk" PRIMARY KEY("organization_id","connection_id"),
	CONSTRAINT "availability_readings_counts_not_negative" CHECK ("availability_readings"."host_count" >= 0 and "availability_readings"."closer_count" >= 0)
);
--> statement-breakpoint
ALTER TABLE "availability_readings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "closer_availability" ADD CONSTRAINT "closer_availability_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closer_availability" ADD CONSTRAINT "closer_availability_closer" FOREIGN KEY ("organization_id","closer_id") REFERENCES "public"."closers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "availability_readings" ADD CONSTRAINT "availability_readings_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "closer_availability_of_connection" ON "closer_availability" USING btree ("organization_id","connection_id","day");--> statement-breakpoint
CREATE INDEX "closer_availability_of_closer" ON "closer_availability" USING btree ("organization_id","closer_id","day");--> statement-breakpoint
CREATE POLICY "closer_availability_read" ON "closer_availability" AS PERMISSIVE FOR SELECT TO "app_user" USING ("closer_availability"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "closer_availability"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "closer_availability_insert" ON "closer_availability" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("closer_availability"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "closer_availability_update" ON "closer_availability" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("closer_availability"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("closer_availability"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "closer_availability_delete" ON "closer_availability" AS PERMISSIVE FOR DELETE TO "app_user" USING ("closer_availability"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "availability_readings_all" ON "availability_readings" AS PERMISSIVE FOR ALL TO "app_user" USING ("availability_readings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("availability_readings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CALL guard_tenant_table('closer_availability', audited => false, append_only => false, read_only => true);
--> statement-breakpoint
-- Coming days of whoever hosts no more go again. Days that are over everywhere on earth stay as they were known.
GRANT DELETE ON closer_availability TO app_user;
--> statement-breakpoint
CREATE FUNCTION keep_past_availability() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION 'What was known of a day that is over stays' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'closer_availability_past_stays';
END $$;
--> statement-breakpoint
CREATE TRIGGER closer_availability_past_stays BEFORE UPDATE OR DELETE ON closer_availability FOR EACH ROW
  WHEN (current_user <> 'clinch_purge' AND OLD.day < (now() AT TIME ZONE 'Etc/GMT+12')::date) EXECUTE FUNCTION keep_past_availability();
--> statement-breakpoint
-- Writable while its organization is read-only: it tells how asking went, and nothing is decided by it.
CALL guard_tenant_table('availability_readings', audited => false, append_only => false, read_only => false);
--> statement-breakpoint

-- Which connections are to be asked crosses tenants, so it is asked through a function, for whoever acts in none of them.
CREATE SCHEMA availability;
--> statement-breakpoint
GRANT USAGE ON SCHEMA availability TO app_user;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA availability TO clinch_guard;
--> statement-breakpoint
CREATE FUNCTION availability.to_ask(providers text[], past uuid, at_most integer) RETURNS TABLE (organization_id uuid, connection_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF nullif(current_setting('app.organization_id', true), '') IS NOT NULL OR coalesce(current_setting('app.actor', true), '') <> 'job:availability' THEN
    RAISE EXCEPTION 'This is for the daily asking alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
  SELECT c.organization_id, c.id FROM public.connections c JOIN public.organizations o ON o.id = c.organization_id
  WHERE c.id > past AND c.state = 'active' AND c.provider = ANY(providers)
    AND o.state = 'active' AND (o.trial_ends_at IS NULL OR o.trial_ends_at > now())
    AND EXISTS (SELECT FROM public.connection_secrets s WHERE s.organization_id = c.organization_id AND s.connection_id = c.id
      AND s.field = 'api_key' AND (s.valid_until IS NULL OR s.valid_until > now()))
  ORDER BY c.id LIMIT at_most;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION availability.to_ask IS 'The connections to these providers, after one, that are switched on and have a key, of organizations in which anything may change';
--> statement-breakpoint
ALTER FUNCTION availability.to_ask OWNER TO clinch_guard;
--> statement-breakpoint
REVOKE ALL ON FUNCTION availability.to_ask FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION availability.to_ask TO app_user;
