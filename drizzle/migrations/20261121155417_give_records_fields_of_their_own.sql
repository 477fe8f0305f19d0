CREATE TABLE "custom_field_definitions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject" text NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"help" text,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "custom_field_definitions_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "custom_field_definitions_key" UNIQUE("organization_id","subject","key"),
	CONSTRAINT "custom_field_definitions_subject_known" CHECK ("custom_field_definitions"."subject" in ('lead', 'event', 'payment')),
	CONSTRAINT "custom_field_definitions_kind_known" CHECK ("custom_field_definitions"."kind" in ('text', 'long_text', 'number', 'money', 'select', 'multi_select', 'boolean', 'date', 'email', 'phone', 'url')),
	CONSTRAINT "custom_field_definitions_key_is_plain" CHECK ("custom_field_definitions"."key" ~ '^[a-z][a-z0-9_]{0,39}$'),
	CONSTRAINT "custom_field_definitions_label_not_blank" CHECK (btrim("custom_field_definitions"."label") <> '')
);
--> statement-breakpoint
ALTER TABLE "custom_field_definitions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "custom_field_options" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"color" text,
	"position" integer NOT NULL,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "custom_field_options_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "custom_field_options_key" UNIQUE("organization_id","field_id","key"),
	CONSTRAINT "custom_field_options_color_known" CHECK ("custom_field_options"."color" in ('slate', 'blue', 'green', 'teal', 'gold', 'rust', 'wine', 'lilac')),
	CONSTRAINT "custom_field_options_key_is_plain" CHECK ("custom_field_options"."key" ~ '^[a-z][a-z0-9_]{0,39}$'),
	CONSTRAINT "custom_field_options_label_not_blank" CHECK (btrim("custom_field_options"."label") <> '')
);
--> statement-breakpoint
ALTER TABLE "custom_field_options" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "event_history" DROP CONSTRAINT "event_history_change_known";--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "custom_fields" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "custom_fields" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "custom_fields" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "custom_field_definitions" ADD CONSTRAINT "custom_field_definitions_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "custom_field_options" ADD CONSTRAINT "custom_field_options_field" FOREIGN KEY ("organization_id","field_id") REFERENCES "public"."custom_field_definitions"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "custom_field_options_of_field" ON "custom_field_options" USING btree ("organization_id","field_id","position");--> statement-breakpoint
CREATE INDEX "leads_with_custom_fields" ON "leads" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "leads"."custom_fields" <> '{}'::jsonb;--> statement-breakpoint
CREATE INDEX "events_with_custom_fields" ON "events" USING btree ("organization_id","scheduled_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "events"."custom_fields" <> '{}'::jsonb;--> statement-breakpoint
CREATE INDEX "payments_with_custom_fields" ON "payments" USING btree ("organization_id","paid_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "payments"."custom_fields" <> '{}'::jsonb;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_custom_fields_is_object" CHECK (jsonb_typeof("leads"."custom_fields") = 'object');--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_custom_fields_is_object" CHECK (jsonb_typeof("events"."custom_fields") = 'object');--> statement-breakpoint
ALTER TABLE "event_history" ADD CONSTRAINT "event_history_change_known" CHECK ("event_history"."change" in ('booked', 'moved', 'canceled', 'no_show_marked', 'no_show_taken_back', 'assigned', 'merged', 'unmerged', 'form_submitted', 'form_amended', 'fields_set'));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_custom_fields_is_object" CHECK (jsonb_typeof("payments"."custom_fields") = 'object');--> statement-breakpoint
CREATE POLICY "custom_field_definitions_read" ON "custom_field_definitions" AS PERMISSIVE FOR SELECT TO "app_user" USING ("custom_field_definitions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "custom_field_definitions_insert" ON "custom_field_definitions" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("custom_field_definitions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "custom_field_definitions_update" ON "custom_field_definitions" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("custom_field_definitions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("custom_field_definitions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "custom_field_definitions_delete" ON "custom_field_definitions" AS PERMISSIVE FOR DELETE TO "app_user" USING ("custom_field_definitions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "custom_field_options_read" ON "custom_field_options" AS PERMISSIVE FOR SELECT TO "app_user" USING ("custom_field_options"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "custom_field_options_insert" ON "custom_field_options" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("custom_field_options"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "custom_field_options_update" ON "custom_field_options" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("custom_field_options"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("custom_field_options"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "custom_field_options_delete" ON "custom_field_options" AS PERMISSIVE FOR DELETE TO "app_user" USING ("custom_field_options"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CALL guard_tenant_table('custom_field_definitions', audited => true, append_only => false, read_only => true);--> statement-breakpoint
CALL guard_tenant_table('custom_field_options', audited => true, append_only => false, read_only => true);--> statement-breakpoint
-- An option that nothing was ever marked with goes; one that is in use is retired.
GRANT DELETE ON custom_field_options TO app_user;
