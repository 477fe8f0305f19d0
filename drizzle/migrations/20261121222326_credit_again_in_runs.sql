ALTER TABLE "runs" DROP CONSTRAINT "runs_kind_known";--> statement-breakpoint
ALTER TABLE "runs" ALTER COLUMN "connection_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "preview_id" uuid;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "ask" jsonb;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "outcome" jsonb;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_preview" FOREIGN KEY ("organization_id","preview_id") REFERENCES "public"."runs"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "runs_one_crediting_at_a_time" ON "runs" USING btree ("organization_id") WHERE "runs"."connection_id" is null and "runs"."state" in ('queued', 'running');--> statement-breakpoint
CREATE UNIQUE INDEX "runs_one_rerun_of_preview" ON "runs" USING btree ("organization_id","preview_id");--> statement-breakpoint
CREATE INDEX "runs_newest_crediting" ON "runs" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE "runs"."connection_id" is null;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_ask_a_connection_to_sync" CHECK (("runs"."kind" in ('booking_sync', 'payment_sync')) = ("runs"."connection_id" is not null));--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_rerun_what_was_previewed" CHECK ("runs"."preview_id" is null or "runs"."kind" = 'attribution_rerun');--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_kind_known" CHECK ("runs"."kind" in ('booking_sync', 'payment_sync', 'attribution_preview', 'attribution_rerun'));--> statement-breakpoint
-- A purge lets a run go of the preview that it applied before it removes the two.
GRANT UPDATE (preview_id) ON runs TO clinch_purge;
