CREATE TABLE "credit_disputes" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"payment_id" uuid,
	"closer_id" uuid,
	"setter_id" uuid,
	"lead_name" text,
	"amount_minor" bigint,
	"currency" text,
	"paid_on" date,
	"comment" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"made_by" text NOT NULL,
	"made_by_name" text NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"due_on" date NOT NULL,
	"answer" text,
	"settled_by" text,
	"settled_by_name" text,
	"settled_at" timestamp (3) with time zone,
	"rep_ids" uuid[] GENERATED ALWAYS AS (array_remove(array[closer_id, setter_id], null)) STORED NOT NULL,
	CONSTRAINT "credit_disputes_organization_id_id_pk" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "credit_disputes_state_known" CHECK ("credit_disputes"."state" in ('open', 'accepted', 'partly_accepted', 'rejected', 'withdrawn')),
	CONSTRAINT "credit_disputes_of_one_person" CHECK (("credit_disputes"."closer_id" is null) <> ("credit_disputes"."setter_id" is null)),
	CONSTRAINT "credit_disputes_say_what_is_missing" CHECK ("credit_disputes"."payment_id" is not null or "credit_disputes"."lead_name" is not null),
	CONSTRAINT "credit_disputes_money_has_currency" CHECK (("credit_disputes"."amount_minor" is null) = ("credit_disputes"."currency" is null)),
	CONSTRAINT "credit_disputes_amount_not_negative" CHECK ("credit_disputes"."amount_minor" >= 0),
	CONSTRAINT "credit_disputes_currency_is_iso" CHECK ("credit_disputes"."currency" ~ '^[A-Z]{3}$'),
	CONSTRAINT "credit_disputes_comment_short" CHECK (length("credit_disputes"."comment") between 1 and 1000),
	CONSTRAINT "credit_disputes_answer_short" CHECK (length("credit_disputes"."answer") between 1 and 1000),
	CONSTRAINT "credit_disputes_settled_by_somebody" CHECK (("credit_disputes"."state" = 'open') = ("credit_disputes"."settled_at" is null) and ("credit_disputes"."settled_at" is null) = ("credit_disputes"."settled_by" is null)
        and ("credit_disputes"."settled_at" is null) = ("credit_disputes"."settled_by_name" is null)),
	CONSTRAINT "credit_disputes_answered_in_words" CHECK (("credit_disputes"."state" in ('open', 'withdrawn')) = ("credit_disputes"."answer" is null))
);
--> statement-breakpoint
ALTER TABLE "credit_disputes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "credit_disputes" ADD CONSTRAINT "credit_disputes_payment" FOREIGN KEY ("organization_id","payment_id") REFERENCES "public"."payments"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_disputes" ADD CONSTRAINT "credit_disputes_closer" FOREIGN KEY ("organization_id","closer_id") REFERENCES "public"."closers"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_disputes" ADD CONSTRAINT "credit_disputes_setter" FOREIGN KEY ("organization_id","setter_id") REFERENCES "public"."setters"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "credit_disputes_open_of_closer" ON "credit_disputes" USING btree ("organization_id","payment_id","closer_id") WHERE "credit_disputes"."state" = 'open' and "credit_disputes"."closer_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "credit_disputes_open_of_setter" ON "credit_disputes" USING btree ("organization_id","payment_id","setter_id") WHERE "credit_disputes"."state" = 'open' and "credit_disputes"."setter_id" is not null;--> statement-breakpoint
CREATE INDEX "credit_disputes_by_made" ON "credit_disputes" USING btree ("organization_id","made_at","id");--> statement-breakpoint
CREATE INDEX "credit_disputes_by_state" ON "credit_disputes" USING btree ("organization_id","state","made_at","id");--> statement-breakpoint
CREATE INDEX "credit_disputes_of_payment" ON "credit_disputes" USING btree ("organization_id","payment_id");--> statement-breakpoint
CREATE INDEX "credit_disputes_of_closer" ON "credit_disputes" USING btree ("organization_id","closer_id");--> statement-breakpoint
CREATE INDEX "credit_disputes_of_setter" ON "credit_disputes" USING btree ("organization_id","setter_id");--> statement-breakpoint
CREATE POLICY "credit_disputes_read" ON "credit_disputes" AS PERMISSIVE FOR SELECT TO "app_user" USING ("credit_disputes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "credit_disputes"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])));--> statement-breakpoint
CREATE POLICY "credit_disputes_insert" ON "credit_disputes" AS PERMISSIVE FOR INSERT TO "app_user" WITH CHECK ("credit_disputes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "credit_disputes"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])) and "credit_disputes"."state" = 'open');--> statement-breakpoint
CREATE POLICY "credit_disputes_update" ON "credit_disputes" AS PERMISSIVE FOR UPDATE TO "app_user" USING ("credit_disputes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "credit_disputes"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])) and "credit_disputes"."state" = 'open') WITH CHECK ("credit_disputes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and ((select current_setting('app.scope', true)) = 'organization' or "credit_disputes"."rep_ids" && (select nullif(current_setting('app.rep_ids', true), '')::uuid[])) and ((select current_setting('app.scope', true)) = 'organization' or "credit_disputes"."state" = 'withdrawn'));--> statement-breakpoint
CREATE POLICY "credit_disputes_delete" ON "credit_disputes" AS PERMISSIVE FOR DELETE TO "app_user" USING ("credit_disputes"."organization_id" = (select nullif(current_setting('app.organization_id', true), '')::uuid) and (select current_setting('app.scope', true)) = 'organization');--> statement-breakpoint
CALL guard_tenant_table('credit_disputes', audited => true, append_only => false, read_only => true);--> statement-breakpoint
-- What was said stays as it was said; what becomes of it is written once.
REVOKE UPDATE ON credit_disputes FROM app_user;--> statement-breakpoint
GRANT UPDATE (state, answer, settled_by, settled_by_name, settled_at) ON credit_disputes TO app_user;--> statement-breakpoint
-- Open pages are told of them as well.
CREATE OR REPLACE FUNCTION activity.since(organizations uuid[], positions bigint[], at_most integer)
RETURNS TABLE (organization_id uuid, head bigint, missed boolean, changes jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
#variable_conflict use_column
BEGIN
  IF nullif(current_setting('app.organization_id', true), '') IS NOT NULL OR coalesce(current_setting('app.actor', true), '') <> 'job:activity' THEN
    RAISE EXCEPTION 'This is for telling open pages alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
  SELECT a.id, coalesce(h.position, 0), coalesce(h.position - a.place > at_most, false), (
    SELECT jsonb_agg(jsonb_build_object('table', r.table_name, 'id', r.row_id, 'at', r.at, 'formerReps', r.former) ORDER BY r.at)
    FROM (
      SELECT l.table_name, coalesce(k.payment_id, l.row_id) AS row_id, max(l.at) AS at,
        array_remove(array_agg(l.before ->> 'closer_id') || array_agg(l.before ->> 'setter_id'), null) AS former
      FROM public.audit_chain c
      JOIN public.audit_log l ON l.organization_id = c.organization_id AND l.id = c.audit_id
      CROSS JOIN LATERAL (SELECT CASE WHEN l.table_name = 'payment_shares' THEN coalesce(l.after, l.before) ->> 'payment_id' END AS payment_id) k
      WHERE c.organization_id = a.id AND c.position > greatest(a.place, h.position - at_most) AND c.position <= h.position
        AND (l.table_name IN ('events', 'post_call_forms', 'payments', 'credit_disputes') OR k.payment_id IS NOT NULL)
      GROUP BY 1, 2
    ) r)
  FROM unnest(organizations, positions) AS a (id, place)
  LEFT JOIN public.audit_heads h ON h.organization_id = a.id
  WHERE a.place IS NULL OR h.position > a.place;
END $$;
