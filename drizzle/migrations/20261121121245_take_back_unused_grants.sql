CREATE TABLE "operator_idempotency_keys" (
	"user_id" uuid NOT NULL,
	"operation" text NOT NULL,
	"key" text NOT NULL,
	"input_hash" text NOT NULL,
	"result" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operator_idempotency_keys_user_id_operation_key_pk" PRIMARY KEY("user_id","operation","key")
);
--> statement-breakpoint
ALTER TABLE "operator_idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "suspended_for" text;--> statement-breakpoint
CREATE INDEX "organization_members_by_joining" ON "organization_members" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "invitations_by_making" ON "invitations" USING btree ("organization_id","created_at","id");--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_suspended_for_while_deleting" CHECK ("organizations"."suspended_for" is null or "organizations"."state" = 'deleting');--> statement-breakpoint
CREATE POLICY "operator_idempotency_keys_all" ON "operator_idempotency_keys" AS PERMISSIVE FOR ALL TO "app_user" USING ("operator_idempotency_keys"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid)) WITH CHECK ("operator_idempotency_keys"."user_id" = (select nullif(current_setting('app.user_id', true), '')::uuid));
--> statement-breakpoint
ALTER TABLE operator_idempotency_keys FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON operator_idempotency_keys TO app_user;
--> statement-breakpoint

-- Rows go from these tables alone: members leave, names are taken off the roster, and what a retry is answered is forgotten after a day.
-- Everything else is ended, revoked or marked as deleted, and goes only with its organization, by a role of its own.
REVOKE DELETE, TRUNCATE ON ALL TABLES IN SCHEMA public FROM app_user;
--> statement-breakpoint
GRANT DELETE ON organization_members, setter_names, source_names, idempotency_keys, operator_idempotency_keys TO app_user;
--> statement-breakpoint

-- A deletion that is taken back leaves the organization as it was when the deletion was asked for.
GRANT UPDATE (suspended_for) ON organizations TO clinch_guard;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION platform.change_state(organization uuid, act text, reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  operator uuid := platform.operator_id();
  was public.organizations;
BEGIN
  PERFORM public.guard_plan_change(organization);
  SELECT * INTO was FROM public.organizations o WHERE o.id = organization;
  IF NOT FOUND THEN RETURN 'missing'; END IF;
  CASE act
    WHEN 'suspend' THEN
      IF was.state <> 'active' THEN RETURN was.state; END IF;
      UPDATE public.organizations o SET state = 'suspended', state_reason = reason WHERE o.id = organization;
    WHEN 'reopen' THEN
      IF was.state <> 'suspended' THEN RETURN was.state; END IF;
      UPDATE public.organizations o SET state = 'active', state_reason = NULL WHERE o.id = organization;
    -- The reason that is written beside it makes the deletion ours: its owner cannot take it back.
    WHEN 'delete' THEN
      IF was.state = 'deleting' THEN RETURN was.state; END IF;
      UPDATE public.organizations o SET state = 'deleting', state_reason = reason, delete_after = clock_timestamp() + interval '30 days',
        suspended_for = CASE WHEN was.state = 'suspended' THEN coalesce(was.state_reason, '') END WHERE o.id = organization;
    WHEN 'restore' THEN
      IF was.state <> 'deleting' THEN RETURN was.state; END IF;
      IF was.delete_after <= clock_timestamp() THEN RETURN 'too_late'; END IF;
      UPDATE public.organizations o SET state = CASE WHEN was.suspended_for IS NULL THEN 'active' ELSE 'suspended' END,
        state_reason = nullif(was.suspended_for, ''), suspended_for = NULL, delete_after = NULL WHERE o.id = organization;
  END CASE;
  PERFORM platform.record_act(act, organization, was.name, reason);
  RETURN 'done';
END $$;
