CREATE TABLE "connection_webhooks" (
	"organization_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"secret_id" uuid NOT NULL,
	"replace_wanted" boolean DEFAULT false NOT NULL,
	"subscription_ref" text,
	"subscription_url" text,
	"scope" text,
	"owner_name" text,
	"registered_at" timestamp (3) with time zone,
	"checked_at" timestamp (3) with time zone,
	"attempted_at" timestamp (3) with time zone,
	"problem" text,
	"waits" integer DEFAULT 0 NOT NULL,
	"waits_for" text,
	"failing_since" timestamp (3) with time zone,
	"disabled_since" timestamp (3) with time zone,
	"missed_since" timestamp (3) with time zone,
	"healed_at" timestamp (3) with time zone,
	"lease_token" uuid,
	"leased_by" text,
	"leased_until" timestamp (3) with time zone,
	CONSTRAINT "connection_webhooks_organization_id_connection_id_pk" PRIMARY KEY("organization_id","connection_id"),
	CONSTRAINT "connection_webhooks_problem_known" CHECK ("connection_webhooks"."problem" in ('address_unreachable', 'address_taken', 'not_allowed', 'no_key', 'key_refused', 'refused')),
	CONSTRAINT "connection_webhooks_scope_known" CHECK ("connection_webhooks"."scope" in ('organization', 'user')),
	CONSTRAINT "connection_webhooks_waits_not_negative" CHECK ("connection_webhooks"."waits" >= 0),
	CONSTRAINT "connection_webhooks_subscription_whole" CHECK (num_nulls("connection_webhooks"."subscription_ref", "connection_webhooks"."subscription_url", "connection_webhooks"."scope", "connection_webhooks"."registered_at") in (0, 4)),
	CONSTRAINT "connection_webhooks_lease_whole" CHECK (num_nulls("connection_webhooks"."lease_token", "connection_webhooks"."leased_by", "connection_webhooks"."leased_until") in (0, 3)),
	CONSTRAINT "connection_webhooks_healed_what_was_missed" CHECK ("connection_webhooks"."healed_at" is null or "connection_webhooks"."missed_since" is not null)
);
--> statement-breakpoint
ALTER TABLE "connection_webhooks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "registers_webhook" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "connection_webhooks" ADD CONSTRAINT "connection_webhooks_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_webhooks" ADD CONSTRAINT "connection_webhooks_secret" FOREIGN KEY ("organization_id","secret_id") REFERENCES "public"."connection_secrets"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "connection_webhooks_by_secret" ON "connection_webhooks" USING btree ("organization_id","secret_id");--> statement-breakpoint
CREATE INDEX "connections_that_register" ON "connections" USING btree ("id") WHERE "connections"."registers_webhook";--> statement-breakpoint
CREATE POLICY "connection_webhooks_all" ON "connection_webhooks" AS PERMISSIVE FOR ALL TO "app_user" USING ("connection_webhooks"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("connection_webhooks"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
-- Unaudited: whether there is to be one, and with which secret, is decided in tables that are. Writable while its organization is
-- read-only: what the provider gave up is made again, so that deliveries are held and not lost.
CALL guard_tenant_table('connection_webhooks', audited => false, append_only => false, read_only => false);
--> statement-breakpoint
CREATE FUNCTION intake.webhooks_to_check(past uuid, at_most integer) RETURNS TABLE (organization_id uuid, connection_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF nullif(current_setting('app.organization_id', true), '') IS NOT NULL OR coalesce(current_setting('app.actor', true), '') <> 'job:webhooks' THEN
    RAISE EXCEPTION 'This is for the daily look at webhooks alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
  SELECT c.organization_id, c.id FROM public.connections c JOIN public.organizations o ON o.id = c.organization_id
  WHERE c.registers_webhook AND c.state = 'active' AND o.state = 'active' AND c.id > past
  ORDER BY c.id LIMIT at_most;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION intake.webhooks_to_check IS 'The connections, after one, whose webhooks Clinch keeps registered, over all organizations: their ids alone';
--> statement-breakpoint
ALTER FUNCTION intake.webhooks_to_check(uuid, integer) OWNER TO clinch_guard;
--> statement-breakpoint
REVOKE ALL ON FUNCTION intake.webhooks_to_check FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION intake.webhooks_to_check TO app_user;
