CREATE TABLE "portal_settings" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"leaderboard" text DEFAULT 'names' NOT NULL,
	"others_figures" boolean DEFAULT false NOT NULL,
	"lead_contacts" boolean DEFAULT true NOT NULL,
	"money" text DEFAULT 'payments' NOT NULL,
	CONSTRAINT "portal_settings_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "portal_settings_of_organization" UNIQUE("organization_id"),
	CONSTRAINT "portal_settings_leaderboard_known" CHECK ("portal_settings"."leaderboard" in ('hidden', 'ranks', 'names')),
	CONSTRAINT "portal_settings_money_known" CHECK ("portal_settings"."money" in ('none', 'figures', 'payments'))
);
--> statement-breakpoint
ALTER TABLE "portal_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "goals" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"closer_id" uuid,
	"setter_id" uuid,
	"metric" text NOT NULL,
	"span" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"target" bigint NOT NULL,
	"currency" text,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"rep_ids" uuid[] GENERATED ALWAYS AS (array_remove(array[closer_id, setter_id], null)) STORED NOT NULL,
	CONSTRAINT "goals_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "goals_once" UNIQUE NULLS NOT DISTINCT("organization_id","closer_id","setter_id","metric","starts_on","ends_on"),
	CONSTRAINT "goals_metric_known" CHECK ("goals"."metric" in ('booked_calls', 'shows', 'offers', 'closes', 'show_rate', 'offer_rate', 'close_rate', 'cash_collected', 'net_cash')),
	CONSTRAINT "goals_span_known" CHECK ("goals"."span" in ('week', 'month', 'quarter', 'custom')),
	CONSTRAINT "goals_of_one_person" CHECK (("goals"."closer_id" is null) <> ("goals"."setter_id" is null)),
	CONSTRAINT "goals_end_after_start" CHECK ("goals"."ends_on" >= "goals"."starts_on"),
	CONSTRAINT "goals_target_above_nothing" CHECK ("goals"."target" > 0),
	CONSTRAINT "goals_rate_within_whole" CHECK ("goals"."metric" not in ('show_rate', 'offer_rate', 'close_rate') or "goals"."target" <= 10000),
	CONSTRAINT "goals_money_has_currency" CHECK (("goals"."metric" in ('cash_collected', 'net_cash')) = ("goals"."currency" is not null)),
	CONSTRAINT "goals_currency_is_iso" CHECK ("goals"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
ALTER TABLE "goals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "portal_settings" ADD CONSTRAINT "portal_settings_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_closer" FOREIGN KEY ("organization_id","closer_id") REFERENCES "public"."closers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_setter" FOREIGN KEY ("organization_id","setter_id") REFERENCES "public"."setters"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "goals_of_setter" ON "goals" USING btree ("organization_id","setter_id");--> statement-breakpoint
CREATE INDEX "goals_by_end" ON "goals" USING btree ("organization_id","ends_on");--> statement-breakpoint
CREATE POLICY "portal_settings_read" ON "portal_settings" AS PERMISSIVE FOR SELECT TO "app_user" USING ("portal_settings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "portal_settings_insert" ON "portal_settings" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("portal_settings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "portal_settings_update" ON "portal_settings" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("portal_settings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("portal_settings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "portal_settings_delete" ON "portal_settings" AS PERMISSIVE FOR DELETE TO "app_user" USING ("portal_settings"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "goals_read" ON "goals" AS PERMISSIVE FOR SELECT TO "app_user" USING ("goals"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "goals"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "goals_insert" ON "goals" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("goals"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "goals_update" ON "goals" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("goals"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("goals"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "goals_delete" ON "goals" AS PERMISSIVE FOR DELETE TO "app_user" USING ("goals"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CALL guard_tenant_table('portal_settings', audited => true, append_only => false, read_only => true);--> statement-breakpoint
CALL guard_tenant_table('goals', audited => true, append_only => false, read_only => true);--> statement-breakpoint
-- A goal is taken away again: what it was stands in the audit log.
GRANT DELETE ON goals TO app_user;
