ALTER TABLE "payment_refunds" ALTER COLUMN "connection_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payment_refunds" ALTER COLUMN "purchase_ref" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "payment_refunds" ADD COLUMN "payment_id" uuid;--> statement-breakpoint
ALTER TABLE "payment_refunds" ADD COLUMN "entered_by_name" text;--> statement-breakpoint
ALTER TABLE "payment_refunds" ADD CONSTRAINT "payment_refunds_payment" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payment_refunds_of_payment" ON "payment_refunds" USING btree ("organization_id","payment_id");--> statement-breakpoint
ALTER TABLE "payment_refunds" ADD CONSTRAINT "payment_refunds_of_purchase_or_payment" CHECK (num_nonnulls("payment_refunds"."connection_id", "payment_refunds"."payment_id") = 1);--> statement-breakpoint
ALTER TABLE "payment_refunds" ADD CONSTRAINT "payment_refunds_of_connection_names_purchase" CHECK (("payment_refunds"."connection_id" is null) = ("payment_refunds"."purchase_ref" is null));--> statement-breakpoint
ALTER TABLE "payment_refunds" ADD CONSTRAINT "payment_refunds_by_hand_says_who" CHECK (("payment_refunds"."payment_id" is null) = ("payment_refunds"."entered_by_name" is null));