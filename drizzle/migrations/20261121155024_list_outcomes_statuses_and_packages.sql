CREATE TABLE "packages" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"price_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"paid_in_full" boolean NOT NULL,
	"instalment_count" integer,
	"instalment_minor" bigint,
	"instalment_every" integer,
	"instalment_interval" text,
	"deposit_minor" bigint,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "packages_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "packages_name_not_blank" CHECK (btrim("packages"."name") <> ''),
	CONSTRAINT "packages_price_is_positive" CHECK ("packages"."price_minor" > 0),
	CONSTRAINT "packages_currency_is_iso" CHECK ("packages"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "packages_can_be_paid" CHECK ("packages"."paid_in_full" or "packages"."instalment_count" is not null),
	CONSTRAINT "packages_instalments_are_whole" CHECK (num_nonnulls("packages"."instalment_count", "packages"."instalment_minor", "packages"."instalment_every", "packages"."instalment_interval") in (0, 4)),
	CONSTRAINT "packages_instalments_are_several" CHECK ("packages"."instalment_count" between 2 and 120),
	CONSTRAINT "packages_instalment_within_price" CHECK ("packages"."instalment_minor" between 1 and "packages"."price_minor"),
	CONSTRAINT "packages_instalments_are_apart" CHECK ("packages"."instalment_every" between 1 and 366),
	CONSTRAINT "packages_instalment_interval_known" CHECK ("packages"."instalment_interval" in ('day', 'month')),
	CONSTRAINT "packages_deposit_within_price" CHECK ("packages"."deposit_minor" > 0 and "packages"."deposit_minor" < "packages"."price_minor")
);
--> statement-breakpoint
ALTER TABLE "packages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "call_outcomes" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"label" text NOT NULL,
	"color" text NOT NULL,
	"outcome" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "call_outcomes_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "call_outcomes_label_not_blank" CHECK (btrim("call_outcomes"."label") <> ''),
	CONSTRAINT "call_outcomes_color_known" CHECK ("call_outcomes"."color" in ('slate', 'blue', 'green', 'teal', 'gold', 'rust', 'wine', 'lilac')),
	CONSTRAINT "call_outcomes_outcome_known" CHECK ("call_outcomes"."outcome" in ('no_show', 'no_offer', 'offer_made', 'closed', 'canceled', 'rescheduled'))
);
--> statement-breakpoint
ALTER TABLE "call_outcomes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "opportunity_statuses" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"label" text NOT NULL,
	"color" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "opportunity_statuses_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "opportunity_statuses_label_not_blank" CHECK (btrim("opportunity_statuses"."label") <> ''),
	CONSTRAINT "opportunity_statuses_color_known" CHECK ("opportunity_statuses"."color" in ('slate', 'blue', 'green', 'teal', 'gold', 'rust', 'wine', 'lilac'))
);
--> statement-breakpoint
ALTER TABLE "opportunity_statuses" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "package_id" uuid;--> statement-breakpoint
ALTER TABLE "packages" ADD CONSTRAINT "packages_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_outcomes" ADD CONSTRAINT "call_outcomes_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity_statuses" ADD CONSTRAINT "opportunity_statuses_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "packages_name" ON "packages" USING btree ("organization_id",lower("name")) WHERE "packages"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "packages_in_order" ON "packages" USING btree ("organization_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "call_outcomes_label" ON "call_outcomes" USING btree ("organization_id",lower("label")) WHERE "call_outcomes"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "call_outcomes_in_order" ON "call_outcomes" USING btree ("organization_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "opportunity_statuses_label" ON "opportunity_statuses" USING btree ("organization_id",lower("label")) WHERE "opportunity_statuses"."retired_at" is null;--> statement-breakpoint
CREATE INDEX "opportunity_statuses_in_order" ON "opportunity_statuses" USING btree ("organization_id","position");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_package" FOREIGN KEY ("organization_id","package_id") REFERENCES "public"."packages"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_of_package" ON "payments" USING btree ("organization_id","package_id","paid_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE POLICY "packages_read" ON "packages" AS PERMISSIVE FOR SELECT TO "app_user" USING ("packages"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "packages_insert" ON "packages" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("packages"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "packages_update" ON "packages" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("packages"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("packages"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "packages_delete" ON "packages" AS PERMISSIVE FOR DELETE TO "app_user" USING ("packages"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "call_outcomes_read" ON "call_outcomes" AS PERMISSIVE FOR SELECT TO "app_user" USING ("call_outcomes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "call_outcomes_insert" ON "call_outcomes" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("call_outcomes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "call_outcomes_update" ON "call_outcomes" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("call_outcomes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("call_outcomes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "call_outcomes_delete" ON "call_outcomes" AS PERMISSIVE FOR DELETE TO "app_user" USING ("call_outcomes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "opportunity_statuses_read" ON "opportunity_statuses" AS PERMISSIVE FOR SELECT TO "app_user" USING ("opportunity_statuses"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "opportunity_statuses_insert" ON "opportunity_statuses" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("opportunity_statuses"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "opportunity_statuses_update" ON "opportunity_statuses" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("opportunity_statuses"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("opportunity_statuses"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "opportunity_statuses_delete" ON "opportunity_statuses" AS PERMISSIVE FOR DELETE TO "app_user" USING ("opportunity_statuses"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CALL guard_tenant_table('packages', audited => true, append_only => false, read_only => true);--> statement-breakpoint
CALL guard_tenant_table('call_outcomes', audited => true, append_only => false, read_only => true);--> statement-breakpoint
CALL guard_tenant_table('opportunity_statuses', audited => true, append_only => false, read_only => true);
