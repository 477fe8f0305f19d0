CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"currency" text NOT NULL,
	"attribution_window_days" integer DEFAULT 60 NOT NULL,
	"report_match_days" integer DEFAULT 3 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_name_not_blank" CHECK (btrim("organizations"."name") <> ''),
	CONSTRAINT "organizations_currency_is_iso" CHECK ("organizations"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "organizations_attribution_window_in_range" CHECK ("organizations"."attribution_window_days" between 1 and 730),
	CONSTRAINT "organizations_report_match_in_range" CHECK ("organizations"."report_match_days" between 0 and 30)
);
--> statement-breakpoint
ALTER TABLE "organizations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organization_members" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_members_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "organization_members_one_per_user" UNIQUE("organization_id","user_id"),
	CONSTRAINT "organization_members_role_known" CHECK ("organization_members"."role" in ('owner', 'admin', 'sales_rep'))
);
--> statement-breakpoint
ALTER TABLE "organization_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "api_keys" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"last_four" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_keys_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "api_keys_hash" UNIQUE("organization_id","key_hash")
);
--> statement-breakpoint
ALTER TABLE "api_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"organization_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"input_hash" text NOT NULL,
	"result" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_organization_id_actor_operation_key_pk" PRIMARY KEY("organization_id","actor","operation","key")
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "user_roles" (
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_roles_user_id_role_pk" PRIMARY KEY("user_id","role"),
	CONSTRAINT "user_roles_role_known" CHECK ("user_roles"."role" in ('super_admin'))
);
--> statement-breakpoint
ALTER TABLE "user_roles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "auth"."accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."rate_limits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limits_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "auth"."sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth"."users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "closers" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"user_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deactivated_at" timestamp (3) with time zone,
	CONSTRAINT "closers_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "closers_name_not_blank" CHECK (btrim("closers"."name") <> '')
);
--> statement-breakpoint
ALTER TABLE "closers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "setter_names" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"setter_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	CONSTRAINT "setter_names_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "setter_names_key" UNIQUE("organization_id","name_key")
);
--> statement-breakpoint
ALTER TABLE "setter_names" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "setters" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"user_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deactivated_at" timestamp (3) with time zone,
	CONSTRAINT "setters_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "setters_name_not_blank" CHECK (btrim("setters"."name") <> '')
);
--> statement-breakpoint
ALTER TABLE "setters" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "source_names" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	CONSTRAINT "source_names_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "source_names_key" UNIQUE("organization_id","name_key")
);
--> statement-breakpoint
ALTER TABLE "source_names" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sources" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"traffic_type_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sources_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "sources_name_not_blank" CHECK (btrim("sources"."name") <> '')
);
--> statement-breakpoint
ALTER TABLE "sources" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "traffic_types" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "traffic_types_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "traffic_types_name" UNIQUE("organization_id","name_key"),
	CONSTRAINT "traffic_types_name_not_blank" CHECK (btrim("traffic_types"."name") <> '')
);
--> statement-breakpoint
ALTER TABLE "traffic_types" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "call_types" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"provider_ref" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "call_types_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "call_types_provider_ref" UNIQUE("organization_id","provider_ref"),
	CONSTRAINT "call_types_name_not_blank" CHECK (btrim("call_types"."name") <> '')
);
--> statement-breakpoint
ALTER TABLE "call_types" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitations" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"closer_id" uuid,
	"setter_id" uuid,
	"token_hash" text NOT NULL,
	"invited_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "invitations_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "invitations_token" UNIQUE("organization_id","token_hash"),
	CONSTRAINT "invitations_role_known" CHECK ("invitations"."role" in ('owner', 'admin', 'sales_rep')),
	CONSTRAINT "invitations_not_as_owner" CHECK ("invitations"."role" <> 'owner')
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "connection_secrets" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"field" text NOT NULL,
	"sealed" text NOT NULL,
	"last_four" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"valid_until" timestamp (3) with time zone,
	CONSTRAINT "connection_secrets_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "connection_secrets_field_known" CHECK ("connection_secrets"."field" in ('webhook_secret', 'api_key')),
	CONSTRAINT "connection_secrets_sealed_form" CHECK ("connection_secrets"."sealed" like 'v1.%')
);
--> statement-breakpoint
ALTER TABLE "connection_secrets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "connections" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"provider" text NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"mapping" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connections_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "connections_provider_known" CHECK ("connections"."provider" in ('calendly', 'stripe')),
	CONSTRAINT "connections_state_known" CHECK ("connections"."state" in ('active', 'disabled')),
	CONSTRAINT "connections_name_not_blank" CHECK (btrim("connections"."name") <> '')
);
--> statement-breakpoint
ALTER TABLE "connections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deliveries" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"dedupe_key" text,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"answer" integer NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"repeats" integer DEFAULT 0 NOT NULL,
	"body" "bytea",
	"result" text,
	"error" text,
	"remote_address" text,
	"request_id" text NOT NULL,
	CONSTRAINT "deliveries_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "deliveries_state_known" CHECK ("deliveries"."state" in ('received', 'processed', 'ignored', 'failed', 'parked', 'refused')),
	CONSTRAINT "deliveries_refused_keeps_no_body" CHECK (("deliveries"."state" = 'refused') = ("deliveries"."body" is null))
);
--> statement-breakpoint
ALTER TABLE "deliveries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lead_emails" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"email" text NOT NULL,
	"learned_from" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lead_emails_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "lead_emails_email" UNIQUE("organization_id","email")
);
--> statement-breakpoint
ALTER TABLE "lead_emails" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "lead_phones" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"phone" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "lead_phones_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "lead_phones_once" UNIQUE("organization_id","lead_id","phone")
);
--> statement-breakpoint
ALTER TABLE "lead_phones" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "leads" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"phone" text,
	"time_zone" text,
	"original_setter_id" uuid,
	"current_setter_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"rep_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	CONSTRAINT "leads_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "leads_name_not_blank" CHECK (btrim("leads"."name") <> '')
);
--> statement-breakpoint
ALTER TABLE "leads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid,
	"booking_ref" text NOT NULL,
	"lead_id" uuid NOT NULL,
	"lead_name" text NOT NULL,
	"lead_email" text,
	"call_type_id" uuid,
	"closer_id" uuid,
	"host_email" text,
	"host_name" text,
	"setter_id" uuid,
	"setter_name" text,
	"setter_key" text,
	"source_id" uuid,
	"source_name" text,
	"traffic_type_id" uuid,
	"scheduled_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone,
	"booked_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"outcome" text,
	"join_url" text,
	"answers" jsonb NOT NULL,
	"replaces_ref" text,
	"rescheduled_from_id" uuid,
	"replaced" boolean DEFAULT false NOT NULL,
	"canceled_at" timestamp (3) with time zone,
	"canceled_by" text,
	"canceled_by_kind" text,
	"cancel_reason" text,
	"no_show_marked" boolean DEFAULT false NOT NULL,
	"no_show_changed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"rep_ids" uuid[] GENERATED ALWAYS AS (array_remove(array[closer_id, setter_id], null)) STORED NOT NULL,
	CONSTRAINT "events_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "events_booking" UNIQUE("organization_id","booking_ref"),
	CONSTRAINT "events_status_known" CHECK ("events"."status" in ('scheduled', 'completed', 'no_show', 'canceled', 'rescheduled')),
	CONSTRAINT "events_outcome_known" CHECK ("events"."outcome" in ('no_show', 'no_offer', 'offer_made', 'closed', 'canceled', 'rescheduled')),
	CONSTRAINT "events_ends_after_start" CHECK ("events"."ends_at" is null or "events"."ends_at" >= "events"."scheduled_at"),
	CONSTRAINT "events_not_its_own_predecessor" CHECK ("events"."rescheduled_from_id" is null or "events"."rescheduled_from_id" <> "events"."id")
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "event_history" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"change" text NOT NULL,
	"by" text,
	"detail" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"rep_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	CONSTRAINT "event_history_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "event_history_change_known" CHECK ("event_history"."change" in ('booked', 'moved', 'canceled', 'no_show_marked', 'no_show_taken_back', 'assigned', 'form_submitted', 'form_amended'))
);
--> statement-breakpoint
ALTER TABLE "event_history" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "post_call_form_versions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"form_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"submitted_by" text NOT NULL,
	"submitted_by_name" text NOT NULL,
	"rep_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	CONSTRAINT "post_call_form_versions_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "post_call_form_versions_once" UNIQUE("organization_id","form_id","version")
);
--> statement-breakpoint
ALTER TABLE "post_call_form_versions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "post_call_forms" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"call_occurred" boolean NOT NULL,
	"lead_showed" boolean NOT NULL,
	"offer_made" boolean NOT NULL,
	"deal_closed" boolean NOT NULL,
	"resolution" text,
	"cash_collected_minor" bigint,
	"cash_currency" text,
	"payment_type" text,
	"notes" text,
	"version" integer DEFAULT 1 NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"amended_at" timestamp (3) with time zone,
	"submitted_by" text NOT NULL,
	"submitted_by_name" text NOT NULL,
	"rep_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	CONSTRAINT "post_call_forms_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "post_call_forms_one_per_event" UNIQUE("organization_id","event_id"),
	CONSTRAINT "post_call_forms_payment_type_known" CHECK ("post_call_forms"."payment_type" in ('pif', 'payment_plan', 'deposit')),
	CONSTRAINT "post_call_forms_resolution_known" CHECK ("post_call_forms"."resolution" in ('canceled', 'rescheduled')),
	CONSTRAINT "post_call_forms_show_needs_call" CHECK (not "post_call_forms"."lead_showed" or "post_call_forms"."call_occurred"),
	CONSTRAINT "post_call_forms_offer_needs_show" CHECK (not "post_call_forms"."offer_made" or "post_call_forms"."lead_showed"),
	CONSTRAINT "post_call_forms_close_needs_offer" CHECK (not "post_call_forms"."deal_closed" or "post_call_forms"."offer_made"),
	CONSTRAINT "post_call_forms_cash_is_positive" CHECK ("post_call_forms"."cash_collected_minor" is null or "post_call_forms"."cash_collected_minor" > 0),
	CONSTRAINT "post_call_forms_cash_has_currency" CHECK (("post_call_forms"."cash_collected_minor" is null) = ("post_call_forms"."cash_currency" is null)),
	CONSTRAINT "post_call_forms_cash_needs_close_or_deposit" CHECK ("post_call_forms"."cash_collected_minor" is null or "post_call_forms"."deal_closed" or "post_call_forms"."payment_type" = 'deposit'),
	CONSTRAINT "post_call_forms_deposit_is_no_close" CHECK (not ("post_call_forms"."deal_closed" and "post_call_forms"."payment_type" is not distinct from 'deposit'))
);
--> statement-breakpoint
ALTER TABLE "post_call_forms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payments" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"origin" text NOT NULL,
	"provider" text,
	"connection_id" uuid,
	"purchase_ref" text,
	"charge_ref" text,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"paid_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"customer_ref" text,
	"customer_email" text,
	"customer_name" text,
	"customer_phone" text,
	"description" text,
	"metadata" jsonb NOT NULL,
	"client_reference" text,
	"subscription_ref" text,
	"payment_type" text,
	"deal_type" text,
	"form_id" uuid,
	"matched_payment_id" uuid,
	"lead_id" uuid,
	"event_id" uuid,
	"closer_id" uuid,
	"setter_id" uuid,
	"source_id" uuid,
	"traffic_type_id" uuid,
	"attribution_method" text DEFAULT 'none' NOT NULL,
	"attribution_locked" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"rep_ids" uuid[] GENERATED ALWAYS AS (array_remove(array[closer_id, setter_id], null)) STORED NOT NULL,
	CONSTRAINT "payments_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "payments_origin_known" CHECK ("payments"."origin" in ('processor', 'form', 'manual', 'import')),
	CONSTRAINT "payments_provider_known" CHECK ("payments"."provider" in ('calendly', 'stripe')),
	CONSTRAINT "payments_status_known" CHECK ("payments"."status" in ('succeeded', 'partially_refunded', 'refunded', 'disputed', 'reported', 'failed')),
	CONSTRAINT "payments_payment_type_known" CHECK ("payments"."payment_type" in ('pif', 'payment_plan', 'deposit')),
	CONSTRAINT "payments_deal_type_known" CHECK ("payments"."deal_type" in ('new_deal', 'upsell', 'renewal')),
	CONSTRAINT "payments_method_known" CHECK ("payments"."attribution_method" in ('reference', 'inherited', 'matched_past', 'matched_coming', 'manual', 'none')),
	CONSTRAINT "payments_amount_is_positive" CHECK ("payments"."amount_minor" > 0),
	CONSTRAINT "payments_refund_within_amount" CHECK ("payments"."refunded_minor" between 0 and "payments"."amount_minor"),
	CONSTRAINT "payments_currency_is_iso" CHECK ("payments"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "payments_processor_names_purchase" CHECK (("payments"."origin" = 'processor') = ("payments"."purchase_ref" is not null)),
	CONSTRAINT "payments_form_names_form" CHECK (("payments"."origin" = 'form') = ("payments"."form_id" is not null)),
	CONSTRAINT "payments_only_reports_are_matched" CHECK ("payments"."matched_payment_id" is null or "payments"."origin" = 'form'),
	CONSTRAINT "payments_only_reports_are_withdrawn" CHECK ("payments"."withdrawn_at" is null or "payments"."origin" = 'form'),
	CONSTRAINT "payments_credit_names_event" CHECK (("payments"."attribution_method" in ('none', 'manual')) or "payments"."event_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "payments" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payment_refunds" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"purchase_ref" text NOT NULL,
	"report" text NOT NULL,
	"refund_ref" text DEFAULT '' NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"reason" text,
	"recorded_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_refunds_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "payment_refunds_once" UNIQUE("organization_id","connection_id","purchase_ref","report","refund_ref","amount_minor","reported_at"),
	CONSTRAINT "payment_refunds_report_known" CHECK ("payment_refunds"."report" in ('live', 'failed', 'total')),
	CONSTRAINT "payment_refunds_amount_not_negative" CHECK ("payment_refunds"."amount_minor" >= 0),
	CONSTRAINT "payment_refunds_total_names_no_refund" CHECK (("payment_refunds"."report" = 'total') = ("payment_refunds"."refund_ref" = ''))
);
--> statement-breakpoint
ALTER TABLE "payment_refunds" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "payment_invoices" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"connection_id" uuid NOT NULL,
	"invoice_ref" text NOT NULL,
	"subscription_ref" text,
	"purchase_ref" text,
	"customer_ref" text,
	"customer_email" text,
	"customer_name" text,
	"customer_phone" text,
	"metadata" jsonb NOT NULL,
	"client_reference" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_invoices_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "payment_invoices_once" UNIQUE("organization_id","connection_id","invoice_ref")
);
--> statement-breakpoint
ALTER TABLE "payment_invoices" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "attribution_decisions" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"method" text NOT NULL,
	"locked" boolean NOT NULL,
	"lead_id" uuid,
	"event_id" uuid,
	"closer_id" uuid,
	"setter_id" uuid,
	"source_id" uuid,
	"traffic_type_id" uuid,
	"summary" text NOT NULL,
	"trail" jsonb NOT NULL,
	"reason" text,
	"decided_by" text NOT NULL,
	"decided_by_name" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"rep_ids" uuid[] GENERATED ALWAYS AS (array_remove(array[closer_id, setter_id], null)) STORED NOT NULL,
	CONSTRAINT "attribution_decisions_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "attribution_decisions_method_known" CHECK ("attribution_decisions"."method" in ('reference', 'inherited', 'matched_past', 'matched_coming', 'manual', 'none'))
);
--> statement-breakpoint
ALTER TABLE "attribution_decisions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_log" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"request_id" text NOT NULL,
	"table_name" text NOT NULL,
	"row_id" text NOT NULL,
	"operation" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "audit_log_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "audit_log_operation_known" CHECK ("audit_log"."operation" in ('insert', 'update', 'delete'))
);
--> statement-breakpoint
ALTER TABLE "audit_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "organization_members" ADD CONSTRAINT "organization_members_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closers" ADD CONSTRAINT "closers_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setter_names" ADD CONSTRAINT "setter_names_setter" FOREIGN KEY ("organization_id","setter_id") REFERENCES "public"."setters"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "setters" ADD CONSTRAINT "setters_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_names" ADD CONSTRAINT "source_names_source" FOREIGN KEY ("organization_id","source_id") REFERENCES "public"."sources"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_traffic_type" FOREIGN KEY ("organization_id","traffic_type_id") REFERENCES "public"."traffic_types"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "traffic_types" ADD CONSTRAINT "traffic_types_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_types" ADD CONSTRAINT "call_types_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_closer" FOREIGN KEY ("organization_id","closer_id") REFERENCES "public"."closers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_setter" FOREIGN KEY ("organization_id","setter_id") REFERENCES "public"."setters"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_secrets" ADD CONSTRAINT "connection_secrets_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_emails" ADD CONSTRAINT "lead_emails_lead" FOREIGN KEY ("organization_id","lead_id") REFERENCES "public"."leads"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead_phones" ADD CONSTRAINT "lead_phones_lead" FOREIGN KEY ("organization_id","lead_id") REFERENCES "public"."leads"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_organization" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_original_setter" FOREIGN KEY ("organization_id","original_setter_id") REFERENCES "public"."setters"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leads" ADD CONSTRAINT "leads_current_setter" FOREIGN KEY ("organization_id","current_setter_id") REFERENCES "public"."setters"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_lead" FOREIGN KEY ("organization_id","lead_id") REFERENCES "public"."leads"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_call_type" FOREIGN KEY ("organization_id","call_type_id") REFERENCES "public"."call_types"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_closer" FOREIGN KEY ("organization_id","closer_id") REFERENCES "public"."closers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_setter" FOREIGN KEY ("organization_id","setter_id") REFERENCES "public"."setters"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_source" FOREIGN KEY ("organization_id","source_id") REFERENCES "public"."sources"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_traffic_type" FOREIGN KEY ("organization_id","traffic_type_id") REFERENCES "public"."traffic_types"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_rescheduled_from" FOREIGN KEY ("organization_id","rescheduled_from_id") REFERENCES "public"."events"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_history" ADD CONSTRAINT "event_history_event" FOREIGN KEY ("organization_id","event_id") REFERENCES "public"."events"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_call_form_versions" ADD CONSTRAINT "post_call_form_versions_form" FOREIGN KEY ("organization_id","form_id") REFERENCES "public"."post_call_forms"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_call_forms" ADD CONSTRAINT "post_call_forms_event" FOREIGN KEY ("organization_id","event_id") REFERENCES "public"."events"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_form" FOREIGN KEY ("organization_id","form_id") REFERENCES "public"."post_call_forms"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_matched_payment" FOREIGN KEY ("organization_id","matched_payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_lead" FOREIGN KEY ("organization_id","lead_id") REFERENCES "public"."leads"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_event" FOREIGN KEY ("organization_id","event_id") REFERENCES "public"."events"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_closer" FOREIGN KEY ("organization_id","closer_id") REFERENCES "public"."closers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_setter" FOREIGN KEY ("organization_id","setter_id") REFERENCES "public"."setters"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_source" FOREIGN KEY ("organization_id","source_id") REFERENCES "public"."sources"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payments" ADD CONSTRAINT "payments_traffic_type" FOREIGN KEY ("organization_id","traffic_type_id") REFERENCES "public"."traffic_types"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_refunds" ADD CONSTRAINT "payment_refunds_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_invoices" ADD CONSTRAINT "payment_invoices_connection" FOREIGN KEY ("organization_id","connection_id") REFERENCES "public"."connections"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_decisions" ADD CONSTRAINT "attribution_decisions_payment" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_decisions" ADD CONSTRAINT "attribution_decisions_lead" FOREIGN KEY ("organization_id","lead_id") REFERENCES "public"."leads"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_decisions" ADD CONSTRAINT "attribution_decisions_event" FOREIGN KEY ("organization_id","event_id") REFERENCES "public"."events"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_decisions" ADD CONSTRAINT "attribution_decisions_closer" FOREIGN KEY ("organization_id","closer_id") REFERENCES "public"."closers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_decisions" ADD CONSTRAINT "attribution_decisions_setter" FOREIGN KEY ("organization_id","setter_id") REFERENCES "public"."setters"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_decisions" ADD CONSTRAINT "attribution_decisions_source" FOREIGN KEY ("organization_id","source_id") REFERENCES "public"."sources"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attribution_decisions" ADD CONSTRAINT "attribution_decisions_traffic_type" FOREIGN KEY ("organization_id","traffic_type_id") REFERENCES "public"."traffic_types"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "organization_members_one_owner" ON "organization_members" USING btree ("organization_id") WHERE "organization_members"."role" = 'owner';--> statement-breakpoint
CREATE INDEX "organization_members_by_user" ON "organization_members" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "api_keys_newest" ON "api_keys" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "accounts_by_user" ON "auth"."accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_by_user" ON "auth"."sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_by_identifier" ON "auth"."verifications" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "closers_email" ON "closers" USING btree ("organization_id","email") WHERE "closers"."email" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "closers_user" ON "closers" USING btree ("organization_id","user_id") WHERE "closers"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "closers_by_name" ON "closers" USING btree ("organization_id","name","id");--> statement-breakpoint
CREATE INDEX "setter_names_by_setter" ON "setter_names" USING btree ("organization_id","setter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "setters_email" ON "setters" USING btree ("organization_id","email") WHERE "setters"."email" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "setters_user" ON "setters" USING btree ("organization_id","user_id") WHERE "setters"."user_id" is not null;--> statement-breakpoint
CREATE INDEX "setters_by_name" ON "setters" USING btree ("organization_id","name","id");--> statement-breakpoint
CREATE INDEX "source_names_by_source" ON "source_names" USING btree ("organization_id","source_id");--> statement-breakpoint
CREATE INDEX "sources_by_traffic_type" ON "sources" USING btree ("organization_id","traffic_type_id");--> statement-breakpoint
CREATE INDEX "invitations_by_closer" ON "invitations" USING btree ("organization_id","closer_id");--> statement-breakpoint
CREATE INDEX "invitations_by_setter" ON "invitations" USING btree ("organization_id","setter_id");--> statement-breakpoint
CREATE INDEX "connection_secrets_by_connection" ON "connection_secrets" USING btree ("organization_id","connection_id","field");--> statement-breakpoint
CREATE INDEX "connections_by_id" ON "connections" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once" ON "deliveries" USING btree ("organization_id","connection_id","dedupe_key") WHERE "deliveries"."dedupe_key" is not null;--> statement-breakpoint
CREATE INDEX "deliveries_newest" ON "deliveries" USING btree ("organization_id","received_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "deliveries_newest_of_connection" ON "deliveries" USING btree ("organization_id","connection_id","received_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "deliveries_newest_in_state" ON "deliveries" USING btree ("organization_id","state","received_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "lead_emails_by_lead" ON "lead_emails" USING btree ("organization_id","lead_id");--> statement-breakpoint
CREATE INDEX "lead_phones_by_phone" ON "lead_phones" USING btree ("organization_id","phone");--> statement-breakpoint
CREATE INDEX "leads_by_original_setter" ON "leads" USING btree ("organization_id","original_setter_id");--> statement-breakpoint
CREATE INDEX "leads_by_current_setter" ON "leads" USING btree ("organization_id","current_setter_id");--> statement-breakpoint
CREATE INDEX "leads_newest" ON "leads" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "events_by_scheduled" ON "events" USING btree ("organization_id","scheduled_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "events_by_booked" ON "events" USING btree ("organization_id","booked_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "events_by_lead_name" ON "events" USING btree ("organization_id","lead_name","id");--> statement-breakpoint
CREATE INDEX "events_of_closer" ON "events" USING btree ("organization_id","closer_id","scheduled_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "events_of_setter" ON "events" USING btree ("organization_id","setter_id","scheduled_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "events_of_lead" ON "events" USING btree ("organization_id","lead_id","scheduled_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "events_of_source" ON "events" USING btree ("organization_id","source_id","scheduled_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "events_of_traffic_type" ON "events" USING btree ("organization_id","traffic_type_id");--> statement-breakpoint
CREATE INDEX "events_of_call_type" ON "events" USING btree ("organization_id","call_type_id");--> statement-breakpoint
CREATE INDEX "events_of_connection" ON "events" USING btree ("organization_id","connection_id");--> statement-breakpoint
CREATE INDEX "events_in_status" ON "events" USING btree ("organization_id","status","scheduled_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "events_rescheduled_from" ON "events" USING btree ("organization_id","rescheduled_from_id");--> statement-breakpoint
CREATE INDEX "events_waiting_for_predecessor" ON "events" USING btree ("organization_id","replaces_ref") WHERE "events"."rescheduled_from_id" is null and "events"."replaces_ref" is not null;--> statement-breakpoint
CREATE INDEX "events_unresolved_setter" ON "events" USING btree ("organization_id","setter_key") WHERE "events"."setter_id" is null and "events"."setter_key" is not null;--> statement-breakpoint
CREATE INDEX "event_history_of_event" ON "event_history" USING btree ("organization_id","event_id","at");--> statement-breakpoint
CREATE INDEX "post_call_form_versions_newest" ON "post_call_form_versions" USING btree ("organization_id","form_id","submitted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_purchase" ON "payments" USING btree ("organization_id","connection_id","purchase_ref") WHERE "payments"."purchase_ref" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_one_report_per_form" ON "payments" USING btree ("organization_id","form_id") WHERE "payments"."form_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "payments_matched_once" ON "payments" USING btree ("organization_id","matched_payment_id") WHERE "payments"."matched_payment_id" is not null;--> statement-breakpoint
CREATE INDEX "payments_by_paid" ON "payments" USING btree ("organization_id","paid_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "payments_by_amount" ON "payments" USING btree ("organization_id","amount_minor" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "payments_of_event" ON "payments" USING btree ("organization_id","event_id","paid_at");--> statement-breakpoint
CREATE INDEX "payments_of_lead" ON "payments" USING btree ("organization_id","lead_id");--> statement-breakpoint
CREATE INDEX "payments_of_closer" ON "payments" USING btree ("organization_id","closer_id","paid_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "payments_of_setter" ON "payments" USING btree ("organization_id","setter_id","paid_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "payments_of_source" ON "payments" USING btree ("organization_id","source_id","paid_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "payments_of_traffic_type" ON "payments" USING btree ("organization_id","traffic_type_id");--> statement-breakpoint
CREATE INDEX "payments_with_method" ON "payments" USING btree ("organization_id","attribution_method","paid_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "payments_in_status" ON "payments" USING btree ("organization_id","status","paid_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "payments_of_subscription" ON "payments" USING btree ("organization_id","connection_id","subscription_ref","paid_at") WHERE "payments"."subscription_ref" is not null;--> statement-breakpoint
CREATE INDEX "payments_of_customer_email" ON "payments" USING btree ("organization_id","customer_email");--> statement-breakpoint
CREATE INDEX "payments_of_customer_phone" ON "payments" USING btree ("organization_id","customer_phone");--> statement-breakpoint
CREATE INDEX "payment_refunds_by_made" ON "payment_refunds" USING btree ("organization_id","made_at");--> statement-breakpoint
CREATE INDEX "payment_invoices_by_purchase" ON "payment_invoices" USING btree ("organization_id","connection_id","purchase_ref");--> statement-breakpoint
CREATE INDEX "attribution_decisions_of_payment" ON "attribution_decisions" USING btree ("organization_id","payment_id","decided_at");--> statement-breakpoint
CREATE INDEX "attribution_decisions_of_lead" ON "attribution_decisions" USING btree ("organization_id","lead_id");--> statement-breakpoint
CREATE INDEX "attribution_decisions_of_event" ON "attribution_decisions" USING btree ("organization_id","event_id");--> statement-breakpoint
CREATE INDEX "attribution_decisions_of_closer" ON "attribution_decisions" USING btree ("organization_id","closer_id");--> statement-breakpoint
CREATE INDEX "attribution_decisions_of_setter" ON "attribution_decisions" USING btree ("organization_id","setter_id");--> statement-breakpoint
CREATE INDEX "attribution_decisions_of_source" ON "attribution_decisions" USING btree ("organization_id","source_id");--> statement-breakpoint
CREATE INDEX "attribution_decisions_of_traffic_type" ON "attribution_decisions" USING btree ("organization_id","traffic_type_id");--> statement-breakpoint
CREATE INDEX "audit_log_newest" ON "audit_log" USING btree ("organization_id","at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_log_of_row" ON "audit_log" USING btree ("organization_id","table_name","row_id","at");--> statement-breakpoint
CREATE POLICY "organizations_read" ON "organizations" AS PERMISSIVE FOR SELECT TO "app_user" USING ("organizations"."id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "organizations_insert" ON "organizations" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("organizations"."id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "organizations_update" ON "organizations" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("organizations"."id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("organizations"."id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "organizations_delete" ON "organizations" AS PERMISSIVE FOR DELETE TO "app_user" USING ("organizations"."id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "organization_members_read" ON "organization_members" AS PERMISSIVE FOR SELECT TO "app_user" USING (("organization_members"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own')) or "organization_members"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "organization_members_insert" ON "organization_members" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("organization_members"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "organization_members_update" ON "organization_members" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("organization_members"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("organization_members"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "organization_members_delete" ON "organization_members" AS PERMISSIVE FOR DELETE TO "app_user" USING ("organization_members"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "api_keys_all" ON "api_keys" AS PERMISSIVE FOR ALL TO "app_user" USING ("api_keys"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("api_keys"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "idempotency_keys_all" ON "idempotency_keys" AS PERMISSIVE FOR ALL TO "app_user" USING ("idempotency_keys"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own')) WITH CHECK ("idempotency_keys"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "user_roles_read" ON "user_roles" AS PERMISSIVE FOR SELECT TO "app_user" USING ("user_roles"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "closers_read" ON "closers" AS PERMISSIVE FOR SELECT TO "app_user" USING ("closers"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "closers_insert" ON "closers" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("closers"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "closers_update" ON "closers" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("closers"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("closers"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "closers_delete" ON "closers" AS PERMISSIVE FOR DELETE TO "app_user" USING ("closers"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "setter_names_read" ON "setter_names" AS PERMISSIVE FOR SELECT TO "app_user" USING ("setter_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "setter_names_insert" ON "setter_names" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("setter_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "setter_names_update" ON "setter_names" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("setter_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("setter_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "setter_names_delete" ON "setter_names" AS PERMISSIVE FOR DELETE TO "app_user" USING ("setter_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "setters_read" ON "setters" AS PERMISSIVE FOR SELECT TO "app_user" USING ("setters"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "setters_insert" ON "setters" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("setters"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "setters_update" ON "setters" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("setters"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("setters"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "setters_delete" ON "setters" AS PERMISSIVE FOR DELETE TO "app_user" USING ("setters"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "source_names_read" ON "source_names" AS PERMISSIVE FOR SELECT TO "app_user" USING ("source_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "source_names_insert" ON "source_names" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("source_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "source_names_update" ON "source_names" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("source_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("source_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "source_names_delete" ON "source_names" AS PERMISSIVE FOR DELETE TO "app_user" USING ("source_names"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "sources_read" ON "sources" AS PERMISSIVE FOR SELECT TO "app_user" USING ("sources"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "sources_insert" ON "sources" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("sources"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "sources_update" ON "sources" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("sources"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("sources"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "sources_delete" ON "sources" AS PERMISSIVE FOR DELETE TO "app_user" USING ("sources"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "traffic_types_read" ON "traffic_types" AS PERMISSIVE FOR SELECT TO "app_user" USING ("traffic_types"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "traffic_types_insert" ON "traffic_types" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("traffic_types"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "traffic_types_update" ON "traffic_types" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("traffic_types"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("traffic_types"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "traffic_types_delete" ON "traffic_types" AS PERMISSIVE FOR DELETE TO "app_user" USING ("traffic_types"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "call_types_read" ON "call_types" AS PERMISSIVE FOR SELECT TO "app_user" USING ("call_types"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) in ('organization', 'own'));--> statement-breakpoint
CREATE POLICY "call_types_insert" ON "call_types" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("call_types"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "call_types_update" ON "call_types" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("call_types"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("call_types"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "call_types_delete" ON "call_types" AS PERMISSIVE FOR DELETE TO "app_user" USING ("call_types"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "invitations_all" ON "invitations" AS PERMISSIVE FOR ALL TO "app_user" USING ("invitations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("invitations"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "connection_secrets_all" ON "connection_secrets" AS PERMISSIVE FOR ALL TO "app_user" USING ("connection_secrets"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("connection_secrets"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "connections_all" ON "connections" AS PERMISSIVE FOR ALL TO "app_user" USING ("connections"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("connections"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "deliveries_all" ON "deliveries" AS PERMISSIVE FOR ALL TO "app_user" USING ("deliveries"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("deliveries"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "lead_emails_all" ON "lead_emails" AS PERMISSIVE FOR ALL TO "app_user" USING ("lead_emails"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("lead_emails"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "lead_phones_all" ON "lead_phones" AS PERMISSIVE FOR ALL TO "app_user" USING ("lead_phones"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("lead_phones"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "leads_read" ON "leads" AS PERMISSIVE FOR SELECT TO "app_user" USING ("leads"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "leads"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "leads_insert" ON "leads" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("leads"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "leads"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "leads_update" ON "leads" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("leads"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "leads"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[]))) WITH CHECK ("leads"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "leads"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "leads_delete" ON "leads" AS PERMISSIVE FOR DELETE TO "app_user" USING ("leads"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "events_read" ON "events" AS PERMISSIVE FOR SELECT TO "app_user" USING ("events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "events"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "events_insert" ON "events" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "events"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "events_update" ON "events" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "events"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[]))) WITH CHECK ("events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "events"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "events_delete" ON "events" AS PERMISSIVE FOR DELETE TO "app_user" USING ("events"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "event_history_read" ON "event_history" AS PERMISSIVE FOR SELECT TO "app_user" USING ("event_history"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "event_history"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "event_history_insert" ON "event_history" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("event_history"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "event_history"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "event_history_update" ON "event_history" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("event_history"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "event_history"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[]))) WITH CHECK ("event_history"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "event_history"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "event_history_delete" ON "event_history" AS PERMISSIVE FOR DELETE TO "app_user" USING ("event_history"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "post_call_form_versions_read" ON "post_call_form_versions" AS PERMISSIVE FOR SELECT TO "app_user" USING ("post_call_form_versions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "post_call_form_versions"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "post_call_form_versions_insert" ON "post_call_form_versions" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("post_call_form_versions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "post_call_form_versions"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "post_call_form_versions_update" ON "post_call_form_versions" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("post_call_form_versions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "post_call_form_versions"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[]))) WITH CHECK ("post_call_form_versions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "post_call_form_versions"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "post_call_form_versions_delete" ON "post_call_form_versions" AS PERMISSIVE FOR DELETE TO "app_user" USING ("post_call_form_versions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "post_call_forms_read" ON "post_call_forms" AS PERMISSIVE FOR SELECT TO "app_user" USING ("post_call_forms"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "post_call_forms"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "post_call_forms_insert" ON "post_call_forms" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("post_call_forms"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "post_call_forms"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "post_call_forms_update" ON "post_call_forms" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("post_call_forms"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "post_call_forms"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[]))) WITH CHECK ("post_call_forms"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "post_call_forms"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "post_call_forms_delete" ON "post_call_forms" AS PERMISSIVE FOR DELETE TO "app_user" USING ("post_call_forms"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "payments_read" ON "payments" AS PERMISSIVE FOR SELECT TO "app_user" USING ("payments"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "payments"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "payments_insert" ON "payments" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("payments"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "payments"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "payments_update" ON "payments" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("payments"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "payments"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[]))) WITH CHECK ("payments"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "payments"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "payments_delete" ON "payments" AS PERMISSIVE FOR DELETE TO "app_user" USING ("payments"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "payment_refunds_all" ON "payment_refunds" AS PERMISSIVE FOR ALL TO "app_user" USING ("payment_refunds"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("payment_refunds"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "payment_invoices_all" ON "payment_invoices" AS PERMISSIVE FOR ALL TO "app_user" USING ("payment_invoices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("payment_invoices"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "attribution_decisions_read" ON "attribution_decisions" AS PERMISSIVE FOR SELECT TO "app_user" USING ("attribution_decisions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "attribution_decisions"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "attribution_decisions_insert" ON "attribution_decisions" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("attribution_decisions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "attribution_decisions"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "attribution_decisions_update" ON "attribution_decisions" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("attribution_decisions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "attribution_decisions"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[]))) WITH CHECK ("attribution_decisions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "attribution_decisions"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "attribution_decisions_delete" ON "attribution_decisions" AS PERMISSIVE FOR DELETE TO "app_user" USING ("attribution_decisions"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CREATE POLICY "audit_log_all" ON "audit_log" AS PERMISSIVE FOR ALL TO "app_user" USING ("audit_log"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization') WITH CHECK ("audit_log"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');