CREATE TABLE "runs" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"connection_id" uuid NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"state" text NOT NULL,
	"step" integer DEFAULT 0 NOT NULL,
	"cursor" jsonb,
	"progress_permille" integer DEFAULT 0 NOT NULL,
	"seen_count" integer DEFAULT 0 NOT NULL,
	"created_count" integer DEFAULT 0 NOT NULL,
	"changed_count" integer DEFAULT 0 NOT NULL,
	"failed_count" integer DEFAULT 0 NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"waits" integer DEFAULT 0 NOT NULL,
	"waits_until" timestamp (3) with time zone,
	"waits_for" text,
	"error" text,
	"requested_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"started_at_permille" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "runs_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "runs_kind_known" CHECK ("runs"."kind" in ('booking_sync', 'payment_sync')),
	CONSTRAINT "runs_state_known" CHECK ("runs"."state" in ('queued', 'running', 'done', 'failed', 'canceled')),
	CONSTRAINT "runs_period_in_order" CHECK ("runs"."period_from" <= "runs"."period_to"),
	CONSTRAINT "runs_progress_in_range" CHECK ("runs"."progress_permille" between 0 and 1000 and "runs"."started_at_permille" between 0 and 1000),
	CONSTRAINT "runs_counts_add_up" CHECK ("runs"."created_count" >= 0 and "runs"."changed_count" >= 0 and "runs"."failed_count" >= 0 and "runs"."created_count" + "runs"."changed_count" + "runs"."failed_count" <= "runs"."seen_count"),
	CONSTRAINT "runs_ended_when_finished" CHECK (("runs"."state" in ('done', 'failed', 'canceled')) = ("runs"."finished_at" is not null)),
	CONSTRAINT "runs_failed_say_why" CHECK (("runs"."state" = 'failed') = ("runs"."error" is not null))
);
--> statement-breakpoint
ALTER TABLE "runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "runs_one_at_a_time" ON "runs" USING btree ("organization_id","connection_id") WHERE "runs"."state" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "runs_newest_of_connection" ON "runs" USING btree ("organization_id","connection_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE POLICY "runs_all" ON "runs" AS PERMISSIVE FOR ALL TO "app_user" USING ("runs"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("runs"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
-- Writable while its organization is read-only: a run says that it waits, and can be stopped. What it would take in, its own tables refuse.
CALL guard_tenant_table('runs', audited => false, append_only => false, read_only => false);
