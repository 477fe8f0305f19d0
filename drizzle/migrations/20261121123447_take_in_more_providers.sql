CREATE TABLE "lead_refs" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"ref" text NOT NULL,
	"lead_id" uuid NOT NULL,
	"source_name" text,
	"traffic_type_name" text,
	"said_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lead_refs_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "lead_refs_ref" UNIQUE("organization_id","connection_id","ref")
);
--> statement-breakpoint
ALTER TABLE "lead_refs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "booking_sightings" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"series_ref" text NOT NULL,
	"scheduled_at" timestamp (3) with time zone NOT NULL,
	"hosts" jsonb NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "booking_sightings_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "booking_sightings_once" UNIQUE("organization_id","series_ref","seen_at","scheduled_at")
);
--> statement-breakpoint
ALTER TABLE "booking_sightings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "leads_kept_apart" DROP CONSTRAINT "leads_kept_apart_once";--> statement-breakpoint
ALTER TABLE "events_kept_apart" DROP CONSTRAINT "events_kept_apart_once";--> statement-breakpoint
ALTER TABLE "leads_kept_apart" DROP CONSTRAINT "leads_kept_apart_in_order";--> statement-breakpoint
ALTER TABLE "events_kept_apart" DROP CONSTRAINT "events_kept_apart_in_order";--> statement-breakpoint
ALTER TABLE "lead_refs" ADD CONSTRAINT "lead_refs_lead" FOREIGN KEY ("organization_id","lead_id") REFERENCES "public"."leads"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_refs" ADD CONSTRAINT "lead_refs_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_sightings" ADD CONSTRAINT "booking_sightings_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lead_refs_by_lead" ON "lead_refs" USING btree ("organization_id","lead_id");--> statement-breakpoint
CREATE INDEX "booking_sightings_of_connection" ON "booking_sightings" USING btree ("organization_id","connection_id");--> statement-breakpoint
CREATE UNIQUE INDEX "leads_kept_apart_once" ON "leads_kept_apart" USING btree ("organization_id",least("one_id", "other_id"),greatest("one_id", "other_id"));--> statement-breakpoint
CREATE INDEX "leads_kept_apart_by_one" ON "leads_kept_apart" USING btree ("organization_id","one_id");--> statement-breakpoint
CREATE UNIQUE INDEX "events_kept_apart_once" ON "events_kept_apart" USING btree ("organization_id",least("one_id", "other_id"),greatest("one_id", "other_id"));--> statement-breakpoint
CREATE INDEX "events_kept_apart_by_one" ON "events_kept_apart" USING btree ("organization_id","one_id");--> statement-breakpoint
ALTER TABLE "leads_kept_apart" ADD CONSTRAINT "leads_kept_apart_of_two" CHECK ("leads_kept_apart"."one_id" <> "leads_kept_apart"."other_id");--> statement-breakpoint
ALTER TABLE "events_kept_apart" ADD CONSTRAINT "events_kept_apart_of_two" CHECK ("events_kept_apart"."one_id" <> "events_kept_apart"."other_id");--> statement-breakpoint
CREATE POLICY "lead_refs_all" ON "lead_refs" AS PERMISSIVE FOR ALL TO "app_user" USING ("lead_refs"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("lead_refs"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "booking_sightings_all" ON "booking_sightings" AS PERMISSIVE FOR ALL TO "app_user" USING ("booking_sightings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("booking_sightings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CALL guard_tenant_table('lead_refs', audited => false, append_only => false, read_only => true);
--> statement-breakpoint
CALL guard_tenant_table('booking_sightings', audited => false, append_only => true, read_only => true);
--> statement-breakpoint

-- Calls that Clinch makes to providers, of the last minute and those under way: what every process counts them by. Lost in a crash, on purpose.
CREATE UNLOGGED TABLE intake.provider_calls (
  id uuid PRIMARY KEY,
  connection_id uuid NOT NULL,
  -- Calls with the same one wait for each other.
  lane text,
  began_at timestamptz NOT NULL,
  -- Until it ends, or until it is taken for lost with its process.
  held_until timestamptz NOT NULL
);
--> statement-breakpoint
CREATE INDEX provider_calls_of_connection ON intake.provider_calls (connection_id, began_at);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON intake.provider_calls TO clinch_guard;
--> statement-breakpoint
CREATE FUNCTION intake.claim_call(connection uuid, call uuid, call_lane text, a_minute integer, at_once integer, holds interval, moment timestamptz)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  freed_at timestamptz;
BEGIN
  DELETE FROM intake.provider_calls WHERE connection_id = connection AND began_at <= moment - interval '60 seconds' AND held_until <= moment;
  SELECT c.began_at + interval '60 seconds' INTO freed_at FROM intake.provider_calls c
    WHERE c.connection_id = connection AND c.began_at > moment - interval '60 seconds' ORDER BY c.began_at DESC OFFSET a_minute - 1 LIMIT 1;
  IF freed_at IS NOT NULL THEN RETURN greatest(1, ceil(extract(epoch FROM freed_at - moment) * 1000)); END IF;
  IF (SELECT count(*) FROM intake.provider_calls c WHERE c.connection_id = connection AND c.held_until > moment) >= at_once
    OR EXISTS (SELECT FROM intake.provider_calls c WHERE c.connection_id = connection AND c.held_until > moment AND c.lane = call_lane) THEN
    RETURN 0;
  END IF;
  INSERT INTO intake.provider_calls (id, connection_id, lane, began_at, held_until) VALUES (call, connection, call_lane, moment, moment + holds);
  RETURN NULL;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION intake.claim_call IS 'Takes a place among the calls of a connection: null if there is one, 0 while too many are under way, else the milliseconds until the minute allows another';
--> statement-breakpoint
CREATE FUNCTION intake.release_call(call uuid, moment timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE intake.provider_calls SET held_until = least(held_until, moment) WHERE id = call
$$;
--> statement-breakpoint
COMMENT ON FUNCTION intake.release_call IS 'A call is over: its place is free, and it goes on counting in its minute';
--> statement-breakpoint
ALTER FUNCTION intake.claim_call OWNER TO clinch_guard;
--> statement-breakpoint
ALTER FUNCTION intake.release_call OWNER TO clinch_guard;
--> statement-breakpoint
REVOKE ALL ON FUNCTION intake.claim_call, intake.release_call FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION intake.claim_call, intake.release_call TO app_user;
--> statement-breakpoint

-- The breaker is in connection_health, which row-level security keeps to its tenant: these two run as their caller.
CREATE FUNCTION intake.begin_call(connection uuid, call uuid, call_lane text, a_minute integer, at_once integer, failures_to_open integer, holds interval,
  given timestamptz, OUT verdict text, OUT wait_ms integer, OUT began_at timestamptz)
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  organization uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  moment timestamptz;
  health public.connection_health;
  claimed integer;
BEGIN
  PERFORM pg_advisory_xact_lock(7306, hashtext(connection::text));
  moment := coalesce(given, clock_timestamp());
  began_at := moment;
  SELECT * INTO health FROM public.connection_health h WHERE h.organization_id = organization AND h.connection_id = connection;
  IF health.open_until > moment THEN
    verdict := 'open';
    wait_ms := ceil(extract(epoch FROM health.open_until - moment) * 1000);
    RETURN;
  END IF;
  claimed := intake.claim_call(connection, call, call_lane, a_minute, at_once, holds, moment);
  IF claimed IS NOT NULL THEN
    verdict := CASE claimed WHEN 0 THEN 'busy' ELSE 'limit' END;
    wait_ms := claimed;
    RETURN;
  END IF;
  verdict := 'go';
  wait_ms := 0;
  -- One probe, whoever it is: while it is under way the breaker is shut to everybody else.
  IF health.failures_in_a_row >= failures_to_open THEN
    UPDATE public.connection_health h SET open_until = moment + holds WHERE h.organization_id = organization AND h.connection_id = connection;
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION intake.end_call(connection uuid, call uuid, outcome text, why text, hold_off interval, failures_to_open integer, opens_for interval, given timestamptz)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  organization uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  moment timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(7306, hashtext(connection::text));
  moment := coalesce(given, clock_timestamp());
  PERFORM intake.release_call(call, moment);
  INSERT INTO public.connection_health AS h (organization_id, connection_id, failures_in_a_row, open_until, last_success_at, last_error_at, last_error)
  VALUES (organization, connection, CASE outcome WHEN 'failed' THEN 1 ELSE 0 END,
    CASE WHEN outcome = 'held_off' THEN moment + hold_off WHEN outcome = 'failed' AND failures_to_open <= 1 THEN moment + opens_for END,
    CASE outcome WHEN 'answered' THEN moment END, CASE WHEN outcome <> 'answered' THEN moment END, CASE WHEN outcome <> 'answered' THEN why END)
  ON CONFLICT (organization_id, connection_id) DO UPDATE SET
    failures_in_a_row = CASE outcome WHEN 'failed' THEN h.failures_in_a_row + 1 WHEN 'held_off' THEN h.failures_in_a_row ELSE 0 END,
    open_until = CASE outcome
      WHEN 'failed' THEN CASE WHEN h.failures_in_a_row + 1 >= failures_to_open THEN moment + opens_for ELSE h.open_until END
      WHEN 'held_off' THEN greatest(h.open_until, moment + hold_off)
      ELSE CASE WHEN h.failures_in_a_row < failures_to_open THEN h.open_until END END,
    last_success_at = CASE outcome WHEN 'answered' THEN moment ELSE h.last_success_at END,
    last_error_at = CASE outcome WHEN 'answered' THEN h.last_error_at ELSE moment END,
    last_error = CASE outcome WHEN 'answered' THEN h.last_error ELSE why END;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION intake.begin_call IS 'Asks whether a provider may be called now: go, or open (the breaker), busy (too many under way), limit (too many in a minute) and the milliseconds until then';
--> statement-breakpoint
COMMENT ON FUNCTION intake.end_call IS 'Says how a call went: answered, refused (it answers, but not as wanted), held_off (it asked for patience), failed';
--> statement-breakpoint
REVOKE ALL ON FUNCTION intake.begin_call, intake.end_call FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION intake.begin_call, intake.end_call TO app_user;
