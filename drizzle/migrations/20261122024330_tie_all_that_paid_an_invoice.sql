ALTER TABLE "payment_invoices" DROP CONSTRAINT "payment_invoices_once";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "replaced_by_ref" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "begun_with" jsonb;--> statement-breakpoint
ALTER TABLE "payment_invoices" ADD COLUMN "took_nothing" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "events_naming_their_successor" ON "events" USING btree ("organization_id","replaced_by_ref") WHERE "events"."replaced_by_ref" is not null;--> statement-breakpoint
CREATE INDEX "payment_invoices_that_took_nothing" ON "payment_invoices" USING btree ("organization_id","connection_id","subscription_ref") WHERE "payment_invoices"."took_nothing";--> statement-breakpoint
ALTER TABLE "payment_invoices" ADD CONSTRAINT "payment_invoices_once_a_purchase" UNIQUE NULLS NOT DISTINCT("organization_id","connection_id","invoice_ref","purchase_ref");