DROP INDEX "payments_of_package";--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "for_package_id" uuid;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_for_known_package" FOREIGN KEY ("organization_id","for_package_id") REFERENCES "public"."packages"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payments_for_package" ON "payments" USING btree ("organization_id","for_package_id","paid_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);