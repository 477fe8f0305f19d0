CREATE TABLE "auth"."ended_sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"ended_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ended_sessions_reason_known" CHECK ("auth"."ended_sessions"."reason" in ('signed_in_elsewhere', 'revoked', 'password_reset'))
);
--> statement-breakpoint
CREATE TABLE "auth"."two_factors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "portal_links" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"closer_id" uuid,
	"setter_id" uuid,
	"token_hash" text NOT NULL,
	"last_four" text NOT NULL,
	"single_use" boolean DEFAULT false NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"first_used_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "portal_links_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "portal_links_token" UNIQUE("organization_id","token_hash"),
	CONSTRAINT "portal_links_for_one_person" CHECK (("portal_links"."closer_id" is null) <> ("portal_links"."setter_id" is null))
);
--> statement-breakpoint
ALTER TABLE "portal_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "portal_sessions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"address" text NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "portal_sessions_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "portal_sessions_token" UNIQUE("organization_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "portal_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_chain" (
	"organization_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"audit_id" uuid NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_chain_organization_id_position_pk" PRIMARY KEY("organization_id","position"),
	CONSTRAINT "audit_chain_each_row_once" UNIQUE("organization_id","audit_id")
);
--> statement-breakpoint
ALTER TABLE "audit_chain" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_signatures" (
	"organization_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"hash" text NOT NULL,
	"signed_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"key_version" integer NOT NULL,
	"signature" text NOT NULL,
	CONSTRAINT "audit_signatures_organization_id_position_pk" PRIMARY KEY("organization_id","position")
);
--> statement-breakpoint
ALTER TABLE "audit_signatures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "imports" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"row_count" integer NOT NULL,
	"created_count" integer NOT NULL,
	"known_count" integer NOT NULL,
	"imported_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imports_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "imports_kind_known" CHECK ("imports"."kind" in ('leads')),
	CONSTRAINT "imports_counts_add_up" CHECK ("imports"."created_count" + "imports"."known_count" = "imports"."row_count" and "imports"."created_count" >= 0 and "imports"."known_count" >= 0)
);
--> statement-breakpoint
ALTER TABLE "imports" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "operator_acts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"user_id" uuid NOT NULL,
	"operator_name" text NOT NULL,
	"act" text NOT NULL,
	"concerned_organization_id" uuid,
	"subject" text NOT NULL,
	"reason" text NOT NULL,
	"request_id" text NOT NULL,
	"address" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "operator_acts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "operator_sessions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"operator_name" text NOT NULL,
	"reason" text NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "operator_sessions_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "operator_sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "connection_secrets" ALTER COLUMN "sealed" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "plan" text DEFAULT 'trial' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "trial_ends_at" timestamp (3) with time zone DEFAULT now() + interval '7 days';--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "extra_seats" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "state" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "state_reason" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "delete_after" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "auth"."users" ADD COLUMN "two_factor_enabled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "connection_secrets" ADD COLUMN "plain" text;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "address" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "auth"."ended_sessions" ADD CONSTRAINT "ended_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."two_factors" ADD CONSTRAINT "two_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_links" ADD CONSTRAINT "portal_links_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_links" ADD CONSTRAINT "portal_links_closer" FOREIGN KEY ("organization_id","closer_id") REFERENCES "public"."closers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_links" ADD CONSTRAINT "portal_links_setter" FOREIGN KEY ("organization_id","setter_id") REFERENCES "public"."setters"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_sessions" ADD CONSTRAINT "portal_sessions_link" FOREIGN KEY ("organization_id","link_id") REFERENCES "public"."portal_links"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_chain" ADD CONSTRAINT "audit_chain_row" FOREIGN KEY ("organization_id","audit_id") REFERENCES "public"."audit_log"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_sessions" ADD CONSTRAINT "operator_sessions_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ended_sessions_by_user" ON "auth"."ended_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "ended_sessions_by_age" ON "auth"."ended_sessions" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "two_factors_by_user" ON "auth"."two_factors" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "portal_links_by_closer" ON "portal_links" USING btree ("organization_id","closer_id");--> statement-breakpoint
CREATE INDEX "portal_links_by_setter" ON "portal_links" USING btree ("organization_id","setter_id");--> statement-breakpoint
CREATE INDEX "portal_links_newest" ON "portal_links" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "portal_sessions_of_link" ON "portal_sessions" USING btree ("organization_id","link_id");--> statement-breakpoint
CREATE INDEX "imports_newest" ON "imports" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "operator_acts_newest" ON "operator_acts" USING btree ("at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "operator_sessions_of_user" ON "operator_sessions" USING btree ("organization_id","user_id","expires_at");--> statement-breakpoint
CREATE INDEX "connection_secrets_left_in_the_clear" ON "connection_secrets" USING btree ("organization_id") WHERE "connection_secrets"."plain" is not null;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_plan_known" CHECK ("organizations"."plan" in ('trial', 'starter', 'professional', 'enterprise'));--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_state_known" CHECK ("organizations"."state" in ('active', 'suspended', 'deleting'));--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_trial_has_an_end" CHECK (("organizations"."plan" = 'trial') = ("organizations"."trial_ends_at" is not null));--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_deletion_has_a_day" CHECK (("organizations"."state" = 'deleting') = ("organizations"."delete_after" is not null));--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_extra_seats_in_range" CHECK ("organizations"."extra_seats" between 0 and 10000);--> statement-breakpoint
ALTER TABLE "connection_secrets" ADD CONSTRAINT "connection_secrets_sealed_or_plain" CHECK (("connection_secrets"."sealed" is null) <> ("connection_secrets"."plain" is null));--> statement-breakpoint
CREATE POLICY "portal_links_all" ON "portal_links" AS PERMISSIVE FOR ALL TO "app_user" USING ("portal_links"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("portal_links"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "portal_sessions_all" ON "portal_sessions" AS PERMISSIVE FOR ALL TO "app_user" USING ("portal_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("portal_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "audit_chain_all" ON "audit_chain" AS PERMISSIVE FOR ALL TO "app_user" USING ("audit_chain"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("audit_chain"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "audit_heads_all" ON "audit_heads" AS PERMISSIVE FOR ALL TO "app_user" USING ("audit_heads"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("audit_heads"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "audit_signatures_all" ON "audit_signatures" AS PERMISSIVE FOR ALL TO "app_user" USING ("audit_signatures"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("audit_signatures"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "imports_all" ON "imports" AS PERMISSIVE FOR ALL TO "app_user" USING ("imports"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("imports"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "operator_acts_read" ON "operator_acts" AS PERMISSIVE FOR SELECT TO "app_user" USING ("operator_acts"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "operator_sessions_all" ON "operator_sessions" AS PERMISSIVE FOR ALL TO "app_user" USING ("operator_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("operator_sessions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
ALTER POLICY "organization_members_delete" ON "organization_members" TO app_user USING ("organization_members"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "organization_members"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid)));
--> statement-breakpoint
-- What holds for every tenant table, said of the new ones too.
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity AND NOT c.relforcerowsecurity LOOP
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t.name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON portal_links, portal_sessions, imports TO app_user;
--> statement-breakpoint
GRANT SELECT ON audit_chain, audit_heads, audit_signatures, operator_sessions TO app_user;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON auth.two_factors, auth.ended_sessions TO auth_user;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['portal_links', 'operator_sessions', 'imports'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION record_audit()', t || '_audit', t);
  END LOOP;
END $$;
