CREATE TABLE "closer_names" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"closer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	CONSTRAINT "closer_names_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "closer_names_key" UNIQUE("organization_id","name_key")
);
--> statement-breakpoint
ALTER TABLE "closer_names" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "traffic_type_names" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"traffic_type_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	CONSTRAINT "traffic_type_names_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "traffic_type_names_key" UNIQUE("organization_id","name_key")
);
--> statement-breakpoint
ALTER TABLE "traffic_type_names" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "events_of_connection";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "traffic_type_name" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "tracking" jsonb;--> statement-breakpoint
ALTER TABLE "closer_names" ADD CONSTRAINT "closer_names_closer" FOREIGN KEY ("organization_id","closer_id") REFERENCES "public"."closers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "traffic_type_names" ADD CONSTRAINT "traffic_type_names_traffic_type" FOREIGN KEY ("organization_id","traffic_type_id") REFERENCES "public"."traffic_types"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "closer_names_by_closer" ON "closer_names" USING btree ("organization_id","closer_id");--> statement-breakpoint
CREATE INDEX "traffic_type_names_by_traffic_type" ON "traffic_type_names" USING btree ("organization_id","traffic_type_id");--> statement-breakpoint
CREATE INDEX "events_by_lead_email" ON "events" USING btree ("organization_id","lead_email","scheduled_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "events_of_connection" ON "events" USING btree ("organization_id","connection_id","booked_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE POLICY "closer_names_read" ON "closer_names" AS PERMISSIVE FOR SELECT TO "app_user" USING ("closer_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "closer_names_insert" ON "closer_names" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("closer_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "closer_names_update" ON "closer_names" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("closer_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("closer_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "closer_names_delete" ON "closer_names" AS PERMISSIVE FOR DELETE TO "app_user" USING ("closer_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "traffic_type_names_read" ON "traffic_type_names" AS PERMISSIVE FOR SELECT TO "app_user" USING ("traffic_type_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "traffic_type_names_insert" ON "traffic_type_names" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("traffic_type_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "traffic_type_names_update" ON "traffic_type_names" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("traffic_type_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("traffic_type_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "traffic_type_names_delete" ON "traffic_type_names" AS PERMISSIVE FOR DELETE TO "app_user" USING ("traffic_type_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CALL guard_tenant_table('closer_names', audited => true, append_only => false, read_only => true);--> statement-breakpoint
CALL guard_tenant_table('traffic_type_names', audited => true, append_only => false, read_only => true);
