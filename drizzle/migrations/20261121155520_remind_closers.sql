CREATE TABLE "form_reminders" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"closer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"forms" integer NOT NULL,
	"channel" text NOT NULL,
	"sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "form_reminders_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "form_reminders_kind_known" CHECK ("form_reminders"."kind" in ('daily', 'by_hand')),
	CONSTRAINT "form_reminders_of_something" CHECK ("form_reminders"."forms" > 0)
);
--> statement-breakpoint
ALTER TABLE "form_reminders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminder_days" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"day" date NOT NULL,
	"done_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reminder_days_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "reminder_days_once" UNIQUE("organization_id","day")
);
--> statement-breakpoint
ALTER TABLE "reminder_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminder_settings" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"daily" boolean NOT NULL,
	"hour" integer NOT NULL,
	CONSTRAINT "reminder_settings_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "reminder_settings_one" UNIQUE("organization_id"),
	CONSTRAINT "reminder_settings_hour_in_range" CHECK ("reminder_settings"."hour" between 0 and 23)
);
--> statement-breakpoint
ALTER TABLE "reminder_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "form_reminders" ADD CONSTRAINT "form_reminders_closer" FOREIGN KEY ("organization_id","closer_id") REFERENCES "public"."closers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_days" ADD CONSTRAINT "reminder_days_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_settings" ADD CONSTRAINT "reminder_settings_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "form_reminders_once_a_day" ON "form_reminders" USING btree ("organization_id","closer_id","day") WHERE "form_reminders"."kind" = 'daily';--> statement-breakpoint
CREATE INDEX "form_reminders_newest" ON "form_reminders" USING btree ("organization_id","closer_id","sent_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE POLICY "form_reminders_all" ON "form_reminders" AS PERMISSIVE FOR ALL TO "app_user" USING ("form_reminders"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("form_reminders"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "reminder_days_all" ON "reminder_days" AS PERMISSIVE FOR ALL TO "app_user" USING ("reminder_days"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("reminder_days"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "reminder_settings_all" ON "reminder_settings" AS PERMISSIVE FOR ALL TO "app_user" USING ("reminder_settings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("reminder_settings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CALL guard_tenant_table('reminder_settings', audited => true, append_only => false, read_only => true);
--> statement-breakpoint
CALL guard_tenant_table('reminder_days', audited => false, append_only => true, read_only => true);
--> statement-breakpoint
CALL guard_tenant_table('form_reminders', audited => false, append_only => true, read_only => true);
--> statement-breakpoint

-- Which organizations are due crosses tenants, so it is asked through a function, for whoever acts in none of them.
CREATE SCHEMA reminders;
--> statement-breakpoint
GRANT USAGE ON SCHEMA reminders TO app_user;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA reminders TO clinch_guard;
--> statement-breakpoint
GRANT SELECT ON reminder_settings, reminder_days TO clinch_guard;
--> statement-breakpoint
CREATE POLICY reminder_settings_of_guard ON reminder_settings FOR SELECT TO clinch_guard USING (true);
--> statement-breakpoint
CREATE POLICY reminder_days_of_guard ON reminder_days FOR SELECT TO clinch_guard USING (true);
--> statement-breakpoint
-- Compared as what a clock on the wall shows: an hour that a day does not have is over with the next, and one that it has twice comes once.
CREATE FUNCTION reminders.due(moment timestamptz, past uuid, at_most integer) RETURNS TABLE (organization_id uuid, day date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF nullif(current_setting('app.organization_id', true), '') IS NOT NULL OR coalesce(current_setting('app.actor', true), '') <> 'job:reminders' THEN
    RAISE EXCEPTION 'This is for the daily reminders alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
  SELECT o.id, c.clock::date FROM public.reminder_settings s
  JOIN public.organizations o ON o.id = s.organization_id
  CROSS JOIN LATERAL (SELECT moment AT TIME ZONE o.time_zone AS clock) c
  WHERE s.daily AND o.id > past AND o.state = 'active' AND (o.trial_ends_at IS NULL OR o.trial_ends_at > moment)
    AND c.clock >= c.clock::date + make_interval(hours => s.hour)
    AND c.clock < c.clock::date + make_interval(hours => s.hour + 4)
    AND NOT EXISTS (SELECT FROM public.reminder_days d WHERE d.organization_id = o.id AND d.day = c.clock::date)
  ORDER BY o.id LIMIT at_most;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION reminders.due IS 'The organizations, after one, whose hour has come within the last four and whose closers were not reminded that day, with the day by their own clock';
--> statement-breakpoint

-- What changed is read off the audit chain: it stands there in the order of the commits and without gaps, whichever process wrote it.
CREATE SCHEMA activity;
--> statement-breakpoint
GRANT USAGE ON SCHEMA activity TO app_user;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA activity TO clinch_guard;
--> statement-breakpoint
CREATE FUNCTION activity.since(organizations uuid[], positions bigint[], at_most integer)
RETURNS TABLE (organization_id uuid, head bigint, missed boolean, changes jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
#variable_conflict use_column
BEGIN
  IF nullif(current_setting('app.organization_id', true), '') IS NOT NULL OR coalesce(current_setting('app.actor', true), '') <> 'job:activity' THEN
    RAISE EXCEPTION 'This is for telling open pages alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
  SELECT a.id, coalesce(h.position, 0), coalesce(h.position - a.place > at_most, false), (
    SELECT jsonb_agg(jsonb_build_object('table', r.table_name, 'id', r.row_id, 'at', r.at, 'formerReps', r.former) ORDER BY r.at)
    FROM (
      SELECT l.table_name, coalesce(k.payment_id, l.row_id) AS row_id, max(l.at) AS at,
        array_remove(array_agg(l.before ->> 'closer_id') || array_agg(l.before ->> 'setter_id'), null) AS former
      FROM public.audit_chain c
      JOIN public.audit_log l ON l.organization_id = c.organization_id AND l.id = c.audit_id
      CROSS JOIN LATERAL (SELECT CASE WHEN l.table_name = 'payment_shares' THEN coalesce(l.after, l.before) ->> 'payment_id' END AS payment_id) k
      WHERE c.organization_id = a.id AND c.position > greatest(a.place, h.position - at_most) AND c.position <= h.position
        AND (l.table_name IN ('events', 'post_call_forms', 'payments') OR k.payment_id IS NOT NULL)
      GROUP BY 1, 2
    ) r)
  FROM unnest(organizations, positions) AS a (id, place)
  LEFT JOIN public.audit_heads h ON h.organization_id = a.id
  WHERE a.place IS NULL OR h.position > a.place;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION activity.since IS 'Of each organization that changed since a position of its audit log: where it ends now, which calls, forms and payments changed, with the reps who had them before, and whether there were more changes than were looked at';
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['reminders.due(timestamptz, uuid, integer)', 'activity.since(uuid[], bigint[], integer)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO clinch_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_user', f);
  END LOOP;
END $$;
