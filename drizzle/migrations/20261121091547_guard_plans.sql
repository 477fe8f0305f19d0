-- The plan, the state and what goes with them are not the tenant's own to change: the app may write the other columns only.
REVOKE INSERT, UPDATE ON organizations FROM app_user;
--> statement-breakpoint
GRANT INSERT (id, name, time_zone, currency, attribution_window_days, report_match_days, created_at) ON organizations TO app_user;
--> statement-breakpoint
GRANT UPDATE (name, time_zone, currency, attribution_window_days, report_match_days) ON organizations TO app_user;
--> statement-breakpoint

-- The functions below look at organizations and their members whatever the caller may see, and change what only an owner's act may change.
GRANT SELECT ON organizations, organization_members TO clinch_guard;
--> statement-breakpoint
GRANT UPDATE (state, state_reason, delete_after) ON organizations TO clinch_guard;
--> statement-breakpoint
CREATE POLICY organizations_of_plans ON organizations FOR SELECT TO clinch_guard USING (true);
--> statement-breakpoint
CREATE POLICY organizations_of_plans_update ON organizations FOR UPDATE TO clinch_guard USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY organization_members_of_plans ON organization_members FOR SELECT TO clinch_guard USING (true);
--> statement-breakpoint

-- Who writes an organization's business holds its plan, shared, from the first such statement to the end of the transaction; who changes
-- its plan, its trial or its state holds it alone. So once a change is committed, nothing commits any more that was allowed by what was before.
CREATE FUNCTION guard_plan_change(organization uuid) RETURNS void LANGUAGE sql VOLATILE SET search_path = pg_catalog AS $$
  SELECT pg_advisory_xact_lock(7302, hashtext(organization::text))
$$;
--> statement-breakpoint
COMMENT ON FUNCTION guard_plan_change IS 'To be called before an organization''s plan, trial or state is changed, and before its row is touched: waits for every write under way, and lets none begin until the transaction ends';
--> statement-breakpoint
CREATE FUNCTION hold_organization(OUT state text, OUT read_only boolean) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE tenant uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7302, hashtext(tenant::text));
  -- A statement of its own, after the lock: it sees what was committed while that was waited for.
  SELECT o.state, o.plan = 'trial' AND o.trial_ends_at <= clock_timestamp() INTO state, read_only FROM public.organizations o WHERE o.id = tenant;
  IF NOT read_only THEN PERFORM set_config('app.may_write', current_setting('app.organization_id'), true); END IF;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION hold_organization IS 'Holds the plan, trial and state of the transaction''s organization as they are until its end, and tells them';
--> statement-breakpoint

-- A trial that is over makes the organization read-only, in the very transaction of the write. It is looked up once in each, and taken as
-- it was then; a savepoint that is rolled back takes the lock and the memory of it along. Outside of any tenant nothing is refused.
CREATE FUNCTION refuse_while_read_only() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE tenant text := current_setting('app.organization_id', true);
BEGIN
  IF coalesce(tenant, '') <> '' AND current_setting('app.may_write', true) IS DISTINCT FROM tenant AND (public.hold_organization()).read_only THEN
    RAISE EXCEPTION 'The trial is over: % of % is refused', lower(TG_OP), TG_TABLE_NAME
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'organization_read_only', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION lock_before_plan_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  PERFORM public.guard_plan_change(OLD.id);
  RETURN NEW;
END $$;
--> statement-breakpoint
-- For whoever changes it by hand. The functions that change it take the lock before they touch the row, so that nobody waits in a ring.
CREATE TRIGGER organizations_plan_change BEFORE UPDATE OF plan, trial_ends_at, extra_seats, state, delete_after ON organizations
  FOR EACH ROW EXECUTE FUNCTION lock_before_plan_change();
--> statement-breakpoint

-- The whole list of what a read-only organization cannot change, each table once.
DO $$
DECLARE t text;
BEGIN
  -- Its business, its roster, how it is connected, and its imports: nothing is added, changed or taken away.
  FOREACH t IN ARRAY ARRAY['leads', 'lead_emails', 'lead_phones', 'events', 'event_history', 'post_call_forms', 'post_call_form_versions',
    'payments', 'payment_refunds', 'payment_invoices', 'attribution_decisions', 'call_types', 'setter_names', 'sources', 'source_names',
    'traffic_types', 'connections', 'imports'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_while_read_only()', t || '_read_only', t);
  END LOOP;
  -- Closers and setters too, but one whose member leaves or is removed is let go: taking access away is never held back.
  FOREACH t IN ARRAY ARRAY['closers', 'setters'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_while_read_only()', t || '_read_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW
      WHEN (NEW.user_id IS NOT NULL OR to_jsonb(NEW) - ''user_id'' IS DISTINCT FROM to_jsonb(OLD) - ''user_id'')
      EXECUTE FUNCTION refuse_while_read_only()', t || '_read_only_update', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Its settings. Its plan, its trial and its state are the way out of being read-only, and no tenant's to change.
CREATE TRIGGER organizations_read_only BEFORE UPDATE OF name, time_zone, currency, attribution_window_days, report_match_days ON organizations
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_while_read_only();
--> statement-breakpoint
-- Nobody joins. Members leave, are removed and change roles, and the ownership goes to whoever will pay.
CREATE TRIGGER organization_members_read_only BEFORE INSERT ON organization_members FOR EACH STATEMENT EXECUTE FUNCTION refuse_while_read_only();
--> statement-breakpoint
-- Nobody is given a way in: no invitation, key or portal link is made, renewed or widened. Each is used as before, marked and revoked.
CREATE TRIGGER invitations_read_only BEFORE INSERT OR UPDATE OF email, role, closer_id, setter_id, token_hash, expires_at ON invitations
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_while_read_only();
--> statement-breakpoint
CREATE TRIGGER api_keys_read_only BEFORE INSERT OR UPDATE OF name, key_hash, scopes, expires_at ON api_keys
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_while_read_only();
--> statement-breakpoint
CREATE TRIGGER portal_links_read_only BEFORE INSERT OR UPDATE OF closer_id, setter_id, token_hash, single_use, expires_at ON portal_links
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_while_read_only();
--> statement-breakpoint
-- No credential is added. Those that are there are sealed and re-sealed, since deliveries are verified with them meanwhile.
CREATE TRIGGER connection_secrets_read_only BEFORE INSERT ON connection_secrets FOR EACH STATEMENT EXECUTE FUNCTION refuse_while_read_only();
--> statement-breakpoint
-- Not guarded at all: deliveries (stored as ever, and held until it is active again), idempotency_keys (what a retry is answered),
-- portal_sessions and the last-used marks (reading goes on), and what only triggers and the platform's functions write: audit_log,
-- audit_chain, audit_heads, audit_signatures, operator_sessions.

-- An organization that has an owner keeps one, whoever writes its members; only one that goes as a whole does not. Looked at when the
-- transaction ends, since an ownership that is handed over is nobody's for a moment.
CREATE FUNCTION keep_an_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM public.organizations o WHERE o.id = OLD.organization_id)
    AND NOT EXISTS (SELECT FROM public.organization_members m WHERE m.organization_id = OLD.organization_id AND m.role = 'owner') THEN
    RAISE EXCEPTION 'An organization keeps an owner'
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'organization_members_keep_an_owner', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER organization_members_keep_an_owner AFTER DELETE OR UPDATE OF organization_id, role ON organization_members
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.role = 'owner') EXECUTE FUNCTION keep_an_owner();
--> statement-breakpoint

-- The owner asks for the deletion of the whole, and takes that back within thirty days. Both look who the calling user is by themselves.
CREATE FUNCTION owns_organization() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM public.organization_members m WHERE m.role = 'owner'
    AND m.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid
    AND m.user_id = nullif(current_setting('app.user_id', true), '')::uuid)
$$;
--> statement-breakpoint
COMMENT ON FUNCTION owns_organization IS 'Whether the calling user owns the transaction''s organization, also one that nobody may act in';
--> statement-breakpoint
CREATE FUNCTION request_organization_deletion() RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  tenant uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  day timestamptz;
BEGIN
  PERFORM public.guard_plan_change(tenant);
  IF NOT public.owns_organization() THEN
    RAISE EXCEPTION 'Only its owner may have an organization deleted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE public.organizations SET state = 'deleting', state_reason = NULL, delete_after = clock_timestamp() + interval '30 days'
    WHERE id = tenant AND state = 'active' RETURNING delete_after INTO day;
  RETURN day;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION request_organization_deletion IS 'Shuts the organization and sets the day from which it is deleted; null where it is not active';
--> statement-breakpoint
CREATE FUNCTION keep_organization() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE tenant uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
BEGIN
  PERFORM public.guard_plan_change(tenant);
  IF NOT public.owns_organization() THEN RETURN false; END IF;
  -- A deletion with a reason was decided by the platform, and is not the owner's to take back; once its day is past there is nothing whole to keep.
  UPDATE public.organizations SET state = 'active', delete_after = NULL WHERE id = tenant AND state = 'deleting'
    AND state_reason IS NULL AND delete_after > clock_timestamp();
  RETURN FOUND;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION keep_organization IS 'Takes the owner''s own request for deletion back; false where there is none, or the caller is not the owner';
--> statement-breakpoint

-- Who calls is remembered for some seconds by each process; a write asks again, in its own transaction, whether they still are who they were.
CREATE FUNCTION caller_stands(kind text, caller uuid, role text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE tenant uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
BEGIN
  IF kind = 'operator' THEN
    RETURN EXISTS (SELECT FROM public.operator_sessions s WHERE s.organization_id = tenant AND s.user_id = caller AND s.ended_at IS NULL AND s.expires_at > now())
      AND EXISTS (SELECT FROM public.user_roles r WHERE r.user_id = caller AND r.role = 'super_admin');
  END IF;
  IF NOT EXISTS (SELECT FROM public.organizations o WHERE o.id = tenant AND o.state = 'active') THEN RETURN false; END IF;
  CASE kind
    WHEN 'user' THEN
      RETURN EXISTS (SELECT FROM public.organization_members m WHERE m.organization_id = tenant AND m.user_id = caller AND m.role = caller_stands.role);
    WHEN 'api_key' THEN
      RETURN EXISTS (SELECT FROM public.api_keys k WHERE k.organization_id = tenant AND k.id = caller AND k.revoked_at IS NULL
        AND (k.expires_at IS NULL OR k.expires_at > now()));
    WHEN 'portal' THEN
      RETURN EXISTS (SELECT FROM public.portal_sessions s JOIN public.portal_links l ON l.organization_id = s.organization_id AND l.id = s.link_id
        WHERE s.organization_id = tenant AND s.id = caller AND s.ended_at IS NULL AND s.expires_at > now() AND l.revoked_at IS NULL AND l.expires_at > now());
  END CASE;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION caller_stands IS 'Whether a user still has this role, a key or a portal session is still good, and their organization is open; or an operator still acts for it';
--> statement-breakpoint
GRANT SELECT (organization_id, id, revoked_at, expires_at) ON api_keys, portal_links TO clinch_guard;
--> statement-breakpoint
GRANT SELECT (organization_id, id, link_id, ended_at, expires_at) ON portal_sessions TO clinch_guard;
--> statement-breakpoint
GRANT SELECT (organization_id, user_id, ended_at, expires_at) ON operator_sessions TO clinch_guard;
--> statement-breakpoint
CREATE POLICY api_keys_of_callers ON api_keys FOR SELECT TO clinch_guard USING (true);
--> statement-breakpoint
CREATE POLICY portal_links_of_callers ON portal_links FOR SELECT TO clinch_guard USING (true);
--> statement-breakpoint
CREATE POLICY portal_sessions_of_callers ON portal_sessions FOR SELECT TO clinch_guard USING (true);
--> statement-breakpoint
CREATE POLICY operator_sessions_of_callers ON operator_sessions FOR SELECT TO clinch_guard USING (true);
--> statement-breakpoint

GRANT CREATE ON SCHEMA public TO clinch_guard;
--> statement-breakpoint
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['hold_organization', 'keep_an_owner', 'owns_organization', 'request_organization_deletion', 'keep_organization',
    'caller_stands'] LOOP
    EXECUTE format('ALTER FUNCTION %I OWNER TO clinch_guard', f);
    IF f <> 'keep_an_owner' THEN EXECUTE format('REVOKE ALL ON FUNCTION %I FROM PUBLIC', f); END IF;
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM clinch_guard;
--> statement-breakpoint
-- Triggers ask for no privilege on their functions; the rest is called by the verbs.
GRANT EXECUTE ON FUNCTION hold_organization, owns_organization, request_organization_deletion, keep_organization, caller_stands TO app_user;
--> statement-breakpoint
REVOKE ALL ON FUNCTION guard_plan_change FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION guard_plan_change TO clinch_guard;
