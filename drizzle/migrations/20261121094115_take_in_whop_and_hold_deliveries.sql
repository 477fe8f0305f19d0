ALTER TABLE "connections" DROP CONSTRAINT "connections_provider_known";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_state_known";--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_provider_known";--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_provider_known" CHECK ("connections"."provider" in ('calendly', 'stripe', 'whop'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_state_known" CHECK ("deliveries"."state" in ('received', 'processed', 'ignored', 'failed', 'parked', 'refused', 'held'));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_provider_known" CHECK ("payments"."provider" in ('calendly', 'stripe', 'whop'));