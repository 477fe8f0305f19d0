CREATE TABLE "connection_health" (
	"organization_id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"failures_in_a_row" integer DEFAULT 0 NOT NULL,
	"open_until" timestamp (3) with time zone,
	"last_success_at" timestamp (3) with time zone,
	"last_error_at" timestamp (3) with time zone,
	"last_error" text,
	CONSTRAINT "connection_health_organization_id_connection_id_pk" PRIMARY KEY("organization_id","connection_id"),
	CONSTRAINT "connection_health_failures_not_negative" CHECK ("connection_health"."failures_in_a_row" >= 0)
);
--> statement-breakpoint
ALTER TABLE "connection_health" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lead_merges" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"survivor_id" uuid NOT NULL,
	"merged_id" uuid NOT NULL,
	"record" jsonb NOT NULL,
	"merged_by" text NOT NULL,
	"merged_by_name" text NOT NULL,
	"merged_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by_name" text,
	CONSTRAINT "lead_merges_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "lead_merges_of_two" CHECK ("lead_merges"."survivor_id" <> "lead_merges"."merged_id")
);
--> statement-breakpoint
ALTER TABLE "lead_merges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "leads_kept_apart" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"said_by" text NOT NULL,
	"said_by_name" text NOT NULL,
	"said_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "leads_kept_apart_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "leads_kept_apart_once" UNIQUE("organization_id","one_id","other_id"),
	CONSTRAINT "leads_kept_apart_in_order" CHECK ("leads_kept_apart"."one_id" < "leads_kept_apart"."other_id")
);
--> statement-breakpoint
ALTER TABLE "leads_kept_apart" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events_kept_apart" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"said_by" text NOT NULL,
	"said_by_name" text NOT NULL,
	"said_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_kept_apart_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "events_kept_apart_once" UNIQUE("organization_id","one_id","other_id"),
	CONSTRAINT "events_kept_apart_in_order" CHECK ("events_kept_apart"."one_id" < "events_kept_apart"."other_id")
);
--> statement-breakpoint
ALTER TABLE "events_kept_apart" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "exchange_rates" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"day" date NOT NULL,
	"base" text NOT NULL,
	"quote" text NOT NULL,
	"rate" numeric(30, 15) NOT NULL,
	"origin" text NOT NULL,
	"set_by" text NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "exchange_rates_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "exchange_rates_once" UNIQUE("organization_id","base","quote","day","origin"),
	CONSTRAINT "exchange_rates_origin_known" CHECK ("exchange_rates"."origin" in ('file', 'manual')),
	CONSTRAINT "exchange_rates_positive" CHECK ("exchange_rates"."rate" > 0),
	CONSTRAINT "exchange_rates_of_two_currencies" CHECK ("exchange_rates"."base" <> "exchange_rates"."quote" and "exchange_rates"."base" ~ '^[A-Z]{3}$' and "exchange_rates"."quote" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
ALTER TABLE "exchange_rates" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reference_rates" (
	"day" date NOT NULL,
	"currency" text NOT NULL,
	"per_euro" numeric(30, 15) NOT NULL,
	"imported_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reference_rates_currency_day_pk" PRIMARY KEY("currency","day"),
	CONSTRAINT "reference_rates_positive" CHECK ("reference_rates"."per_euro" > 0),
	CONSTRAINT "reference_rates_currency_is_iso" CHECK ("reference_rates"."currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "payment_deletions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"reason" text NOT NULL,
	"deleted_by" text NOT NULL,
	"deleted_by_name" text NOT NULL,
	"deleted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_deletions_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "payment_deletions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payment_shares" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"role" text NOT NULL,
	"closer_id" uuid,
	"setter_id" uuid,
	"percent" integer NOT NULL,
	"percents" integer[] NOT NULL,
	"position" integer NOT NULL,
	"rep_ids" uuid[] GENERATED ALWAYS AS (array_remove(array[closer_id, setter_id], null)) STORED NOT NULL,
	CONSTRAINT "payment_shares_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "payment_shares_role_known" CHECK ("payment_shares"."role" in ('closer', 'setter')),
	CONSTRAINT "payment_shares_percent_in_range" CHECK ("payment_shares"."percent" between 1 and 100),
	CONSTRAINT "payment_shares_percent_is_of_percents" CHECK ("payment_shares"."percents"["payment_shares"."position" + 1] = "payment_shares"."percent"),
	CONSTRAINT "payment_shares_names_one_of_its_role" CHECK (("payment_shares"."role" = 'closer') = ("payment_shares"."closer_id" is not null) and ("payment_shares"."role" = 'setter') = ("payment_shares"."setter_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "payment_shares" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payment_disputes" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"purchase_ref" text NOT NULL,
	"dispute_ref" text NOT NULL,
	"state" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"due_by" timestamp (3) with time zone,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_disputes_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "payment_disputes_once" UNIQUE("organization_id","connection_id","purchase_ref","dispute_ref","state","amount_minor","reported_at"),
	CONSTRAINT "payment_disputes_state_known" CHECK ("payment_disputes"."state" in ('inquiry', 'open', 'won', 'lost', 'closed')),
	CONSTRAINT "payment_disputes_amount_not_negative" CHECK ("payment_disputes"."amount_minor" >= 0)
);
--> statement-breakpoint
ALTER TABLE "payment_disputes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"subscription_ref" text NOT NULL,
	"state" text NOT NULL,
	"product_name" text,
	"customer_ref" text,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscriptions_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "subscriptions_once" UNIQUE("organization_id","connection_id","subscription_ref"),
	CONSTRAINT "subscriptions_state_known" CHECK ("subscriptions"."state" in ('trialing', 'active', 'past_due', 'paused', 'canceling', 'completed', 'ended'))
);
--> statement-breakpoint
ALTER TABLE "subscriptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "report_decisions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"matched_payment_id" uuid,
	"reason" text,
	"decided_by" text NOT NULL,
	"decided_by_name" text NOT NULL,
	"decided_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_decisions_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "report_decisions_kind_known" CHECK ("report_decisions"."kind" in ('matched', 'kept_apart', 'confirmed', 'rejected', 'reopened'))
);
--> statement-breakpoint
ALTER TABLE "report_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "connections" DROP CONSTRAINT "connections_provider_known";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_refused_keeps_no_body";--> statement-breakpoint
ALTER TABLE "event_history" DROP CONSTRAINT "event_history_change_known";--> statement-breakpoint
ALTER TABLE "payments" DROP CONSTRAINT "payments_provider_known";--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "rep_ids" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "payments" ALTER COLUMN "rep_ids" SET DEFAULT '{}'::uuid[];--> statement-breakpoint
ALTER TABLE "attribution_decisions" ALTER COLUMN "rep_ids" DROP EXPRESSION;--> statement-breakpoint
ALTER TABLE "attribution_decisions" ALTER COLUMN "rep_ids" SET DEFAULT '{}'::uuid[];--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "delivery_body_days" integer DEFAULT 90 NOT NULL;--> statement-breakpoint
ALTER TABLE "connections" ADD COLUMN "account" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "body_removed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "touched" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "source_id" uuid;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "source_name" text;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "traffic_type_id" uuid;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "hosts" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "closer_assigned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "setter_assigned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "duplicate_of_id" uuid;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "disputed_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "lost_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "reporting_currency" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "reporting_amount_minor" bigint;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "reporting_refunded_minor" bigint;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "reporting_lost_minor" bigint;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "reporting_rate" numeric(30, 15);--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "reporting_rate_day" date;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "billing_turn" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "off_platform_method" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "entered_by_name" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "reconciliation" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "confidence" text;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "deletion_id" uuid;--> statement-breakpoint
ALTER TABLE "payment_invoices" ADD COLUMN "billing_turn" text;--> statement-breakpoint
ALTER TABLE "attribution_decisions" ADD COLUMN "confidence" text;--> statement-breakpoint
ALTER TABLE "attribution_decisions" ADD COLUMN "shares" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "connection_health" ADD CONSTRAINT "connection_health_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_merges" ADD CONSTRAINT "lead_merges_survivor" FOREIGN KEY ("organization_id","survivor_id") REFERENCES "public"."leads"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_merges" ADD CONSTRAINT "lead_merges_merged" FOREIGN KEY ("organization_id","merged_id") REFERENCES "public"."leads"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads_kept_apart" ADD CONSTRAINT "leads_kept_apart_one" FOREIGN KEY ("organization_id","one_id") REFERENCES "public"."leads"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads_kept_apart" ADD CONSTRAINT "leads_kept_apart_other" FOREIGN KEY ("organization_id","other_id") REFERENCES "public"."leads"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events_kept_apart" ADD CONSTRAINT "events_kept_apart_one" FOREIGN KEY ("organization_id","one_id") REFERENCES "public"."events"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events_kept_apart" ADD CONSTRAINT "events_kept_apart_other" FOREIGN KEY ("organization_id","other_id") REFERENCES "public"."events"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exchange_rates" ADD CONSTRAINT "exchange_rates_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_deletions" ADD CONSTRAINT "payment_deletions_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_shares" ADD CONSTRAINT "payment_shares_payment" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_shares" ADD CONSTRAINT "payment_shares_closer" FOREIGN KEY ("organization_id","closer_id") REFERENCES "public"."closers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_shares" ADD CONSTRAINT "payment_shares_setter" FOREIGN KEY ("organization_id","setter_id") REFERENCES "public"."setters"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_disputes" ADD CONSTRAINT "payment_disputes_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_decisions" ADD CONSTRAINT "report_decisions_payment" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_decisions" ADD CONSTRAINT "report_decisions_matched_payment" FOREIGN KEY ("organization_id","matched_payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lead_merges_of_survivor" ON "lead_merges" USING btree ("organization_id","survivor_id");--> statement-breakpoint
CREATE INDEX "lead_merges_of_merged" ON "lead_merges" USING btree ("organization_id","merged_id");--> statement-breakpoint
CREATE INDEX "leads_kept_apart_by_other" ON "leads_kept_apart" USING btree ("organization_id","other_id");--> statement-breakpoint
CREATE INDEX "events_kept_apart_by_other" ON "events_kept_apart" USING btree ("organization_id","other_id");--> statement-breakpoint
CREATE INDEX "exchange_rates_newest" ON "exchange_rates" USING btree ("organization_id","day" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "payment_deletions_newest" ON "payment_deletions" USING btree ("organization_id","deleted_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "payment_shares_place" ON "payment_shares" USING btree ("organization_id","payment_id","role","position");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_shares_closer_once" ON "payment_shares" USING btree ("organization_id","payment_id","closer_id") WHERE "payment_shares"."closer_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_shares_setter_once" ON "payment_shares" USING btree ("organization_id","payment_id","setter_id") WHERE "payment_shares"."setter_id" is not null;--> statement-breakpoint
CREATE INDEX "payment_shares_of_closer" ON "payment_shares" USING btree ("organization_id","closer_id");--> statement-breakpoint
CREATE INDEX "payment_shares_of_setter" ON "payment_shares" USING btree ("organization_id","setter_id");--> statement-breakpoint
CREATE INDEX "payment_disputes_by_opened" ON "payment_disputes" USING btree ("organization_id","opened_at");--> statement-breakpoint
CREATE INDEX "subscriptions_of_customer" ON "subscriptions" USING btree ("organization_id","connection_id","customer_ref");--> statement-breakpoint
CREATE INDEX "report_decisions_of_payment" ON "report_decisions" USING btree ("organization_id","payment_id","decided_at");--> statement-breakpoint
CREATE INDEX "report_decisions_of_matched" ON "report_decisions" USING btree ("organization_id","matched_payment_id");--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_source" FOREIGN KEY ("organization_id","source_id") REFERENCES "public"."sources"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_traffic_type" FOREIGN KEY ("organization_id","traffic_type_id") REFERENCES "public"."traffic_types"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_merged_into" FOREIGN KEY ("organization_id","merged_into_id") REFERENCES "public"."leads"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_duplicate_of" FOREIGN KEY ("organization_id","duplicate_of_id") REFERENCES "public"."events"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_deletion" FOREIGN KEY ("organization_id","deletion_id") REFERENCES "public"."payment_deletions"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "leads_by_source" ON "leads" USING btree ("organization_id","source_id");--> statement-breakpoint
CREATE INDEX "leads_by_traffic_type" ON "leads" USING btree ("organization_id","traffic_type_id");--> statement-breakpoint
CREATE INDEX "leads_merged_into" ON "leads" USING btree ("organization_id","merged_into_id");--> statement-breakpoint
CREATE INDEX "leads_by_name" ON "leads" USING btree ("organization_id","name","id");--> statement-breakpoint
CREATE INDEX "events_duplicate_of" ON "events" USING btree ("organization_id","duplicate_of_id");--> statement-breakpoint
CREATE INDEX "payments_of_deletion" ON "payments" USING btree ("organization_id","deletion_id");--> statement-breakpoint
CREATE INDEX "payments_of_customer" ON "payments" USING btree ("organization_id","connection_id","customer_ref");--> statement-breakpoint
CREATE INDEX "payments_without_rate" ON "payments" USING btree ("organization_id","currency","paid_at") WHERE "payments"."reporting_amount_minor" is null;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_delivery_body_days_in_range" CHECK ("organizations"."delivery_body_days" between 7 and 730);--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_provider_known" CHECK ("connections"."provider" in ('calendly', 'acuity', 'stripe', 'whop', 'manychat', 'custom'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_keep_their_body" CHECK (("deliveries"."state" = 'refused' or "deliveries"."body_removed_at" is not null) = ("deliveries"."body" is null));--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_not_merged_into_itself" CHECK ("leads"."merged_into_id" is null or "leads"."merged_into_id" <> "leads"."id");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_not_its_own_copy" CHECK ("events"."duplicate_of_id" is null or "events"."duplicate_of_id" <> "events"."id");--> statement-breakpoint
ALTER TABLE "event_history" ADD CONSTRAINT "event_history_change_known" CHECK ("event_history"."change" in ('booked', 'moved', 'canceled', 'no_show_marked', 'no_show_taken_back', 'assigned', 'merged', 'unmerged', 'form_submitted', 'form_amended'));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_billing_turn_known" CHECK ("payments"."billing_turn" in ('once', 'first', 'later'));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_off_platform_method_known" CHECK ("payments"."off_platform_method" in ('wire', 'cash', 'check', 'other'));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_reconciliation_known" CHECK ("payments"."reconciliation" in ('matched', 'kept_apart', 'confirmed', 'rejected'));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_confidence_known" CHECK ("payments"."confidence" in ('certain', 'high', 'medium', 'low'));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_lost_within_amount" CHECK ("payments"."lost_minor" >= 0 and "payments"."refunded_minor" + "payments"."lost_minor" <= "payments"."amount_minor");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_disputed_within_amount" CHECK ("payments"."disputed_minor" between 0 and "payments"."amount_minor");--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_only_reports_are_reconciled" CHECK ("payments"."reconciliation" is null or "payments"."origin" = 'form');--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_matched_by_hand_names_payment" CHECK ("payments"."reconciliation" <> 'matched' or "payments"."matched_payment_id" is not null);--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_reporting_is_whole" CHECK (num_nonnulls("payments"."reporting_amount_minor", "payments"."reporting_refunded_minor", "payments"."reporting_lost_minor", "payments"."reporting_rate") in (0, 4));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_manual_says_how" CHECK (("payments"."origin" = 'manual') = ("payments"."off_platform_method" is not null));--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_provider_known" CHECK ("payments"."provider" in ('calendly', 'acuity', 'stripe', 'whop', 'manychat', 'custom'));--> statement-breakpoint
ALTER TABLE "attribution_decisions" ADD CONSTRAINT "attribution_decisions_confidence_known" CHECK ("attribution_decisions"."confidence" in ('certain', 'high', 'medium', 'low'));--> statement-breakpoint
CREATE POLICY "connection_health_all" ON "connection_health" AS PERMISSIVE FOR ALL TO "app_user" USING ("connection_health"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("connection_health"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "lead_merges_all" ON "lead_merges" AS PERMISSIVE FOR ALL TO "app_user" USING ("lead_merges"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("lead_merges"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "leads_kept_apart_all" ON "leads_kept_apart" AS PERMISSIVE FOR ALL TO "app_user" USING ("leads_kept_apart"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("leads_kept_apart"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "events_kept_apart_all" ON "events_kept_apart" AS PERMISSIVE FOR ALL TO "app_user" USING ("events_kept_apart"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("events_kept_apart"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "exchange_rates_read" ON "exchange_rates" AS PERMISSIVE FOR SELECT TO "app_user" USING ("exchange_rates"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "exchange_rates_insert" ON "exchange_rates" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("exchange_rates"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "exchange_rates_update" ON "exchange_rates" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("exchange_rates"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("exchange_rates"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "exchange_rates_delete" ON "exchange_rates" AS PERMISSIVE FOR DELETE TO "app_user" USING ("exchange_rates"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "payment_deletions_all" ON "payment_deletions" AS PERMISSIVE FOR ALL TO "app_user" USING ("payment_deletions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("payment_deletions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "payment_shares_read" ON "payment_shares" AS PERMISSIVE FOR SELECT TO "app_user" USING ("payment_shares"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "payment_shares"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "payment_shares_insert" ON "payment_shares" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("payment_shares"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "payment_shares_update" ON "payment_shares" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("payment_shares"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("payment_shares"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "payment_shares_delete" ON "payment_shares" AS PERMISSIVE FOR DELETE TO "app_user" USING ("payment_shares"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "payment_disputes_all" ON "payment_disputes" AS PERMISSIVE FOR ALL TO "app_user" USING ("payment_disputes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("payment_disputes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "subscriptions_all" ON "subscriptions" AS PERMISSIVE FOR ALL TO "app_user" USING ("subscriptions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("subscriptions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "report_decisions_all" ON "report_decisions" AS PERMISSIVE FOR ALL TO "app_user" USING ("report_decisions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("report_decisions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');