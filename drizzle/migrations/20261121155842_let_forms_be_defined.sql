CREATE TABLE "form_versions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"made_by" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "form_versions_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "form_versions_number" UNIQUE("organization_id","number"),
	CONSTRAINT "form_versions_number_from_one" CHECK ("form_versions"."number" > 0)
);
--> statement-breakpoint
ALTER TABLE "form_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "post_call_forms" ADD COLUMN "package_id" uuid;--> statement-breakpoint
ALTER TABLE "post_call_forms" ADD COLUMN "call_outcome_id" uuid;--> statement-breakpoint
ALTER TABLE "post_call_forms" ADD COLUMN "opportunity_status_id" uuid;--> statement-breakpoint
ALTER TABLE "post_call_forms" ADD COLUMN "form_version" integer;--> statement-breakpoint
ALTER TABLE "post_call_forms" ADD COLUMN "fields" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "form_versions" ADD CONSTRAINT "form_versions_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_call_forms" ADD CONSTRAINT "post_call_forms_package" FOREIGN KEY ("organization_id","package_id") REFERENCES "public"."packages"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_call_forms" ADD CONSTRAINT "post_call_forms_call_outcome" FOREIGN KEY ("organization_id","call_outcome_id") REFERENCES "public"."call_outcomes"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_call_forms" ADD CONSTRAINT "post_call_forms_opportunity_status" FOREIGN KEY ("organization_id","opportunity_status_id") REFERENCES "public"."opportunity_statuses"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_call_forms" ADD CONSTRAINT "post_call_forms_form_version" FOREIGN KEY ("organization_id","form_version") REFERENCES "public"."form_versions"("organization_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "post_call_forms_of_package" ON "post_call_forms" USING btree ("organization_id","package_id");--> statement-breakpoint
CREATE INDEX "post_call_forms_of_call_outcome" ON "post_call_forms" USING btree ("organization_id","call_outcome_id");--> statement-breakpoint
CREATE INDEX "post_call_forms_of_opportunity_status" ON "post_call_forms" USING btree ("organization_id","opportunity_status_id");--> statement-breakpoint
CREATE INDEX "post_call_forms_of_form_version" ON "post_call_forms" USING btree ("organization_id","form_version");--> statement-breakpoint
ALTER TABLE "post_call_forms" ADD CONSTRAINT "post_call_forms_fields_are_by_key" CHECK (jsonb_typeof("post_call_forms"."fields") = 'object');--> statement-breakpoint
CREATE POLICY "form_versions_read" ON "form_versions" AS PERMISSIVE FOR SELECT TO "app_user" USING ("form_versions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "form_versions_insert" ON "form_versions" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("form_versions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "form_versions_update" ON "form_versions" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("form_versions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("form_versions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "form_versions_delete" ON "form_versions" AS PERMISSIVE FOR DELETE TO "app_user" USING ("form_versions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CALL guard_tenant_table('form_versions', audited => true, append_only => true, read_only => true);
