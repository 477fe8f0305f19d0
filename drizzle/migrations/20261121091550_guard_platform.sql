-- The platform's own doors. Every function here asks first whether the calling user is an operator, whoever calls it; what they do across
-- tenants, nothing else can. Each act is written down in the same transaction, and by the audit triggers in the tenant's own log too.
CREATE SCHEMA platform;
--> statement-breakpoint
GRANT USAGE ON SCHEMA platform TO app_user;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA platform TO clinch_guard;
--> statement-breakpoint
GRANT SELECT ON user_roles TO clinch_guard;
--> statement-breakpoint
CREATE POLICY user_roles_of_operators ON user_roles FOR SELECT TO clinch_guard USING (true);
--> statement-breakpoint

-- What the console counts, of every tenant.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['events', 'payments', 'post_call_forms', 'deliveries', 'imports', 'audit_log', 'closers', 'setters', 'operator_sessions', 'operator_acts'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO clinch_guard', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO clinch_guard USING (true)', t || '_of_platform', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- What its acts change.
GRANT INSERT (id, name, time_zone, currency), UPDATE (plan, trial_ends_at, extra_seats, state, state_reason, delete_after) ON organizations TO clinch_guard;
--> statement-breakpoint
CREATE POLICY organizations_of_platform_insert ON organizations FOR INSERT TO clinch_guard WITH CHECK (true);
--> statement-breakpoint
GRANT INSERT, UPDATE (ended_at) ON operator_sessions TO clinch_guard;
--> statement-breakpoint
CREATE POLICY operator_sessions_of_platform_insert ON operator_sessions FOR INSERT TO clinch_guard WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY operator_sessions_of_platform_update ON operator_sessions FOR UPDATE TO clinch_guard USING (true) WITH CHECK (true);
--> statement-breakpoint
GRANT INSERT ON operator_acts TO clinch_guard;
--> statement-breakpoint
-- Through the app, an operator reads their own.
GRANT SELECT ON operator_acts TO app_user;
--> statement-breakpoint
CREATE POLICY operator_acts_of_platform_insert ON operator_acts FOR INSERT TO clinch_guard WITH CHECK (true);
--> statement-breakpoint
GRANT DELETE ON organization_members TO clinch_guard;
--> statement-breakpoint
CREATE POLICY organization_members_of_platform_delete ON organization_members FOR DELETE TO clinch_guard USING (true);
--> statement-breakpoint
GRANT UPDATE (user_id) ON closers, setters TO clinch_guard;
--> statement-breakpoint
CREATE POLICY closers_of_platform_update ON closers FOR UPDATE TO clinch_guard USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY setters_of_platform_update ON setters FOR UPDATE TO clinch_guard USING (true) WITH CHECK (true);
--> statement-breakpoint
-- Of the sign-in tables: who there is, and no password, session or second factor. What hangs on a deleted user goes by the foreign keys.
GRANT USAGE ON SCHEMA auth TO clinch_guard;
--> statement-breakpoint
GRANT SELECT (id, name, email, email_verified, created_at), DELETE ON auth.users TO clinch_guard;
--> statement-breakpoint

CREATE FUNCTION platform.operator_id() RETURNS uuid LANGUAGE plpgsql STABLE SET search_path = pg_catalog AS $$
DECLARE calling uuid := nullif(current_setting('app.user_id', true), '')::uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM public.user_roles r WHERE r.user_id = calling AND r.role = 'super_admin') THEN
    RAISE EXCEPTION 'Only an operator of the platform may do this' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN calling;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION platform.operator_id IS 'The calling user, who is an operator; raises 42501 for everybody else. The first line of every function here';
--> statement-breakpoint
CREATE FUNCTION platform.record_act(act text, organization uuid, subject text, reason text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE operator uuid := platform.operator_id();
BEGIN
  IF btrim(coalesce(reason, '')) = '' THEN RAISE EXCEPTION 'An act of an operator has a reason' USING ERRCODE = 'check_violation'; END IF;
  INSERT INTO public.operator_acts (id, user_id, operator_name, act, concerned_organization_id, subject, reason, request_id, address)
  VALUES (public.new_id(), operator, coalesce((SELECT u.name FROM auth.users u WHERE u.id = operator), 'An operator'), act, organization, subject, reason,
    coalesce(current_setting('app.request_id', true), ''), coalesce(current_setting('app.address', true), ''));
END $$;
--> statement-breakpoint

-- Reading. Lists are cut by the id, the newest first: ids begin with the time. What a page then shows is read for its rows alone.
CREATE FUNCTION platform.find_organizations(pattern text, wanted_state text, wanted_plan text, before uuid, at_most integer) RETURNS TABLE (id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM platform.operator_id();
  RETURN QUERY SELECT o.id FROM public.organizations o
    WHERE (before IS NULL OR o.id < before) AND (wanted_state IS NULL OR o.state = wanted_state) AND (wanted_plan IS NULL OR o.plan = wanted_plan)
      AND (pattern IS NULL OR o.name ILIKE pattern OR o.id::text ILIKE pattern
        OR EXISTS (SELECT FROM public.organization_members m WHERE m.organization_id = o.id AND m.email ILIKE pattern))
    ORDER BY o.id DESC LIMIT at_most;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION platform.find_organizations IS 'The organizations whose name, id or member''s address matches a pattern of LIKE; null asks for all';
--> statement-breakpoint
CREATE FUNCTION platform.organizations(wanted uuid[], counted_to integer)
RETURNS TABLE (id uuid, name text, time_zone text, currency text, created_at timestamptz, plan text, trial_ends_at timestamptz, extra_seats integer,
  state text, state_reason text, delete_after timestamptz, owner_name text, owner_email text, members integer, imports_this_month integer,
  events integer, payments integer, forms integer, connected_at timestamptz, first_event_at timestamptz, first_form_at timestamptz,
  first_payment_at timestamptz, last_active_at timestamptz, deliveries integer, refused integer, failed integer, parked integer, held integer, acting_until timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE operator uuid := platform.operator_id();
BEGIN
  RETURN QUERY SELECT o.id, o.name, o.time_zone, o.currency, o.created_at::timestamptz, o.plan, o.trial_ends_at::timestamptz, o.extra_seats,
    o.state, o.state_reason, o.delete_after::timestamptz, w.name, w.email,
    (SELECT count(*)::integer FROM public.organization_members m WHERE m.organization_id = o.id),
    (SELECT count(*)::integer FROM public.imports i WHERE i.organization_id = o.id AND i.created_at >= date_trunc('month', now(), 'UTC')),
    (SELECT count(*)::integer FROM (SELECT FROM public.events e WHERE e.organization_id = o.id LIMIT counted_to) c),
    (SELECT count(*)::integer FROM (SELECT FROM public.payments p WHERE p.organization_id = o.id LIMIT counted_to) c),
    (SELECT count(*)::integer FROM (SELECT FROM public.post_call_forms f WHERE f.organization_id = o.id LIMIT counted_to) c),
    -- The first by id is the first that was made.
    (SELECT c.created_at::timestamptz FROM public.connections c WHERE c.organization_id = o.id ORDER BY c.id LIMIT 1),
    (SELECT e.created_at::timestamptz FROM public.events e WHERE e.organization_id = o.id ORDER BY e.id LIMIT 1),
    (SELECT f.submitted_at::timestamptz FROM public.post_call_forms f WHERE f.organization_id = o.id ORDER BY f.id LIMIT 1),
    (SELECT p.created_at::timestamptz FROM public.payments p WHERE p.organization_id = o.id ORDER BY p.id LIMIT 1),
    -- What we did to it is no sign of life.
    (SELECT a.at::timestamptz FROM public.audit_log a WHERE a.organization_id = o.id AND a.actor NOT LIKE 'operator:%' ORDER BY a.at DESC LIMIT 1),
    d.taken, d.refused, d.failed, d.parked, d.held,
    (SELECT max(s.expires_at)::timestamptz FROM public.operator_sessions s
      WHERE s.organization_id = o.id AND s.user_id = operator AND s.ended_at IS NULL AND s.expires_at > now())
  FROM public.organizations o
  LEFT JOIN public.organization_members w ON w.organization_id = o.id AND w.role = 'owner'
  CROSS JOIN LATERAL (
    SELECT count(*)::integer AS taken, (count(*) FILTER (WHERE r.state = 'refused'))::integer AS refused, (count(*) FILTER (WHERE r.state = 'failed'))::integer AS failed,
      (count(*) FILTER (WHERE r.state = 'parked'))::integer AS parked, (count(*) FILTER (WHERE r.state = 'held'))::integer AS held
    FROM (SELECT x.state FROM public.deliveries x WHERE x.organization_id = o.id AND x.received_at > now() - interval '7 days'
      ORDER BY x.received_at DESC LIMIT counted_to) r) d
  WHERE o.id = ANY(wanted) ORDER BY o.id DESC;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION platform.organizations IS 'What the console shows of organizations: their plan, usage, first steps, and the webhooks of seven days. Rows are counted no further than asked';
--> statement-breakpoint
CREATE FUNCTION platform.find_users(pattern text, before uuid, at_most integer) RETURNS TABLE (id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM platform.operator_id();
  RETURN QUERY SELECT u.id FROM auth.users u
    WHERE (before IS NULL OR u.id < before) AND (pattern IS NULL OR u.name ILIKE pattern OR u.email ILIKE pattern OR u.id::text ILIKE pattern)
    ORDER BY u.id DESC LIMIT at_most;
END $$;
--> statement-breakpoint
CREATE FUNCTION platform.users(wanted uuid[])
RETURNS TABLE (id uuid, name text, email text, email_verified boolean, created_at timestamptz, is_operator boolean, memberships jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM platform.operator_id();
  RETURN QUERY SELECT u.id, u.name, u.email, u.email_verified, u.created_at::timestamptz,
    EXISTS (SELECT FROM public.user_roles r WHERE r.user_id = u.id AND r.role = 'super_admin'),
    coalesce((SELECT jsonb_agg(jsonb_build_object('organizationId', o.id, 'organizationName', o.name, 'role', m.role) ORDER BY m.created_at, m.id)
      FROM public.organization_members m JOIN public.organizations o ON o.id = m.organization_id WHERE m.user_id = u.id), '[]'::jsonb)
  FROM auth.users u WHERE u.id = ANY(wanted) ORDER BY u.id DESC;
END $$;
--> statement-breakpoint
CREATE FUNCTION platform.acts(organization uuid, before uuid, at_most integer)
RETURNS TABLE (id uuid, at timestamptz, user_id uuid, operator_name text, act text, organization_id uuid, subject text, reason text, request_id text, address text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM platform.operator_id();
  RETURN QUERY SELECT a.id, a.at::timestamptz, a.user_id, a.operator_name, a.act, a.concerned_organization_id, a.subject, a.reason, a.request_id, a.address
    FROM public.operator_acts a WHERE (before IS NULL OR a.id < before) AND (organization IS NULL OR a.concerned_organization_id = organization)
    ORDER BY a.id DESC LIMIT at_most;
END $$;
--> statement-breakpoint

CREATE FUNCTION platform.plan_words(plan text, extra_seats integer) RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT plan || CASE WHEN extra_seats = 0 THEN '' WHEN extra_seats = 1 THEN ' and a seat more' ELSE format(' and %s seats more', extra_seats) END
$$;
--> statement-breakpoint

-- Writing. Each answers what became of it: `done`, `missing`, or in a word why it cannot be.
CREATE FUNCTION platform.set_plan(organization uuid, new_plan text, new_extra_seats integer, reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  operator uuid := platform.operator_id();
  was public.organizations;
BEGIN
  PERFORM public.guard_plan_change(organization);
  SELECT * INTO was FROM public.organizations o WHERE o.id = organization;
  IF NOT FOUND THEN RETURN 'missing'; END IF;
  -- Back on trial, it has as long as a new organization.
  UPDATE public.organizations o SET plan = new_plan, extra_seats = new_extra_seats,
    trial_ends_at = CASE WHEN new_plan = 'trial' THEN coalesce(o.trial_ends_at, clock_timestamp() + interval '7 days') END
    WHERE o.id = organization;
  PERFORM platform.record_act('set_plan', organization, format('%s: from %s to %s', was.name, platform.plan_words(was.plan, was.extra_seats), platform.plan_words(new_plan, new_extra_seats)), reason);
  RETURN 'done';
END $$;
--> statement-breakpoint
CREATE FUNCTION platform.extend_trial(organization uuid, until timestamptz, reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  operator uuid := platform.operator_id();
  was public.organizations;
BEGIN
  PERFORM public.guard_plan_change(organization);
  SELECT * INTO was FROM public.organizations o WHERE o.id = organization;
  IF NOT FOUND THEN RETURN 'missing'; END IF;
  IF was.plan <> 'trial' THEN RETURN 'not_on_trial'; END IF;
  IF until <= greatest(was.trial_ends_at, clock_timestamp()) THEN RETURN 'not_later'; END IF;
  UPDATE public.organizations o SET trial_ends_at = until WHERE o.id = organization;
  PERFORM platform.record_act('extend_trial', organization, format('%s: trial until %s, before until %s', was.name, to_char(until AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"'),
    to_char(was.trial_ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"')), reason);
  RETURN 'done';
END $$;
--> statement-breakpoint
CREATE FUNCTION platform.change_state(organization uuid, act text, reason text) RETURNS text
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
      UPDATE public.organizations o SET state = 'deleting', state_reason = reason, delete_after = clock_timestamp() + interval '30 days' WHERE o.id = organization;
    WHEN 'restore' THEN
      IF was.state <> 'deleting' THEN RETURN was.state; END IF;
      IF was.delete_after <= clock_timestamp() THEN RETURN 'too_late'; END IF;
      UPDATE public.organizations o SET state = 'active', state_reason = NULL, delete_after = NULL WHERE o.id = organization;
  END CASE;
  PERFORM platform.record_act(act, organization, was.name, reason);
  RETURN 'done';
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION platform.change_state IS 'suspend, reopen, delete (with thirty days to think better of it) or restore; answers the state that it is in where that forbids it';
--> statement-breakpoint
CREATE FUNCTION platform.act_for(organization uuid, minutes integer, reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  operator uuid := platform.operator_id();
  was public.organizations;
BEGIN
  SELECT * INTO was FROM public.organizations o WHERE o.id = organization;
  IF NOT FOUND THEN RETURN 'missing'; END IF;
  IF was.state = 'deleting' AND was.delete_after <= clock_timestamp() THEN RETURN 'too_late'; END IF;
  IF minutes NOT BETWEEN 1 AND 60 THEN RAISE EXCEPTION 'An operator acts for a tenant for an hour at most' USING ERRCODE = 'check_violation'; END IF;
  UPDATE public.operator_sessions s SET ended_at = clock_timestamp()
    WHERE s.organization_id = organization AND s.user_id = operator AND s.ended_at IS NULL AND s.expires_at > clock_timestamp();
  INSERT INTO public.operator_sessions (organization_id, id, user_id, operator_name, reason, started_at, expires_at)
  VALUES (organization, public.new_id(), operator, coalesce((SELECT u.name FROM auth.users u WHERE u.id = operator), 'An operator'), reason,
    clock_timestamp(), clock_timestamp() + make_interval(mins => minutes));
  PERFORM platform.record_act('act_for', organization, format('%s, for %s minutes', was.name, minutes), reason);
  RETURN 'done';
END $$;
--> statement-breakpoint
CREATE FUNCTION platform.stop_acting(organization uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE operator uuid := platform.operator_id();
BEGIN
  UPDATE public.operator_sessions s SET ended_at = clock_timestamp()
    WHERE s.organization_id = organization AND s.user_id = operator AND s.ended_at IS NULL AND s.expires_at > clock_timestamp();
  IF NOT FOUND THEN RETURN 'missing'; END IF;
  PERFORM platform.record_act('stop_acting', organization, (SELECT o.name FROM public.organizations o WHERE o.id = organization), 'Done');
  RETURN 'done';
END $$;
--> statement-breakpoint
CREATE FUNCTION platform.create_organization(organization uuid, new_name text, new_time_zone text, new_currency text, owner_email text, reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM platform.operator_id();
  INSERT INTO public.organizations (id, name, time_zone, currency) VALUES (organization, new_name, new_time_zone, new_currency);
  PERFORM platform.record_act('create_organization', organization, format('%s, for %s', new_name, owner_email), reason);
END $$;
--> statement-breakpoint
CREATE FUNCTION platform.delete_user(wanted uuid, reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  operator uuid := platform.operator_id();
  person record;
BEGIN
  SELECT u.name, u.email INTO person FROM auth.users u WHERE u.id = wanted;
  IF NOT FOUND THEN RETURN 'missing'; END IF;
  -- Operators are made, and unmade, by the owner of the database alone.
  IF EXISTS (SELECT FROM public.user_roles r WHERE r.user_id = wanted) THEN RETURN 'operator'; END IF;
  IF EXISTS (SELECT FROM public.organization_members m WHERE m.user_id = wanted AND m.role = 'owner') THEN RETURN 'owner'; END IF;
  UPDATE public.closers c SET user_id = NULL FROM public.organization_members m
    WHERE m.user_id = wanted AND c.organization_id = m.organization_id AND c.user_id = wanted;
  UPDATE public.setters t SET user_id = NULL FROM public.organization_members m
    WHERE m.user_id = wanted AND t.organization_id = m.organization_id AND t.user_id = wanted;
  DELETE FROM public.organization_members m WHERE m.user_id = wanted;
  DELETE FROM auth.users u WHERE u.id = wanted;
  PERFORM platform.record_act('delete_user', NULL, format('%s <%s>, %s', person.name, person.email, wanted), reason);
  RETURN 'done';
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION platform.delete_user IS 'Removes a user who owns nothing: their memberships, sessions and passwords. What they did stays, under their name';
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'platform'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO clinch_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    IF (SELECT prosecdef FROM pg_proc WHERE oid = f) THEN EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_user', f); END IF;
  END LOOP;
END $$;
--> statement-breakpoint

-- Deletions that are past their day. A role of its own carries them out: it owns the one function below, nobody logs in as it, and so
-- being this role is the proof. What keeps rows lets it through, and its deletions are not written into a log that goes as well.
GRANT USAGE ON SCHEMA public TO clinch_purge;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA platform TO clinch_purge;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'clinch_purge' THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'rep_ids' = to_jsonb(OLD) - 'rep_ids' THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% keeps its rows: % is refused', TG_TABLE_NAME, lower(TG_OP)
    USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only';
END $$;
--> statement-breakpoint
DO $$
DECLARE t record;
BEGIN
  -- Each as it was: some do not tell of every column.
  FOR t IN SELECT g.tgrelid::regclass AS name, g.tgname, pg_get_triggerdef(g.oid) AS definition FROM pg_trigger g WHERE g.tgfoid = 'record_audit()'::regprocedure LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', t.tgname, t.name);
    EXECUTE replace(t.definition, ' FOR EACH ROW EXECUTE ', ' FOR EACH ROW WHEN (current_user <> ''clinch_purge'') EXECUTE ');
  END LOOP;
END $$;
--> statement-breakpoint
-- It sees one tenant at a time, which its function names, and only organizations that are due. To be said of every new tenant table too.
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT c.relname AS name, c.oid FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id'
           WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' LOOP
    EXECUTE format('GRANT SELECT, DELETE ON %I TO clinch_purge', t.name);
    EXECUTE format('CREATE POLICY %I ON %I TO clinch_purge USING (organization_id = (SELECT nullif(current_setting(''clinch.purging'', true), '''')::uuid))',
      t.name || '_of_purge', t.name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, DELETE ON organizations TO clinch_purge;
--> statement-breakpoint
CREATE POLICY organizations_of_purge ON organizations TO clinch_purge USING (state = 'deleting' AND delete_after <= now());
--> statement-breakpoint
GRANT UPDATE (rescheduled_from_id) ON events TO clinch_purge;
--> statement-breakpoint
GRANT UPDATE (matched_payment_id) ON payments TO clinch_purge;
--> statement-breakpoint
GRANT INSERT ON operator_acts TO clinch_purge;
--> statement-breakpoint
CREATE POLICY operator_acts_of_purge ON operator_acts FOR INSERT TO clinch_purge WITH CHECK (true);
--> statement-breakpoint
-- What refuses writes while a trial is over asks nothing outside of a tenant, yet must be allowed to ask.
GRANT EXECUTE ON FUNCTION guard_plan_change, hold_organization, new_id TO clinch_purge;
--> statement-breakpoint
CREATE FUNCTION platform.purge_step(at_most integer, OUT organization uuid, OUT removed_from text, OUT removed integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  t record;
  has_rows boolean;
  filled oid[] := '{}';
BEGIN
  SELECT o.id INTO organization FROM public.organizations o ORDER BY o.delete_after, o.id LIMIT 1;
  IF organization IS NULL THEN RETURN; END IF;
  PERFORM public.guard_plan_change(organization);
  PERFORM set_config('clinch.purging', organization::text, true);
  -- Another process may have finished it while we waited.
  IF NOT EXISTS (SELECT FROM public.organizations o WHERE o.id = organization) THEN removed := 0; RETURN; END IF;

  FOR t IN SELECT c.oid, c.oid::regclass AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id'
           WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'organization_members' ORDER BY c.relname LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE organization_id = $1)', t.name) INTO has_rows USING organization;
    IF has_rows THEN filled := filled || t.oid; END IF;
  END LOOP;
  -- The first table with rows to which no other table with rows refers.
  SELECT f.oid::regclass::text INTO removed_from FROM unnest(filled) AS f(oid)
    WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.contype = 'f' AND k.confrelid = f.oid AND k.conrelid <> f.oid AND k.conrelid = ANY(filled)) LIMIT 1;

  IF removed_from IS NULL AND cardinality(filled) > 0 THEN RAISE EXCEPTION 'Tables refer to each other in a ring: %', filled::regclass[]; END IF;
  IF removed_from IS NULL THEN
    -- An organization keeps an owner until it goes itself.
    DELETE FROM public.organization_members m WHERE m.organization_id = organization;
    INSERT INTO public.operator_acts (id, user_id, operator_name, act, concerned_organization_id, subject, reason, request_id, address)
    SELECT public.new_id(), '00000000-0000-0000-0000-000000000000', 'Clinch', 'purge', o.id, o.name, coalesce(o.state_reason, 'Its owner asked for it'),
      coalesce(current_setting('app.request_id', true), ''), '' FROM public.organizations o WHERE o.id = organization;
    DELETE FROM public.organizations o WHERE o.id = organization;
    removed_from := 'organizations';
    removed := 1;
    RETURN;
  END IF;
  -- What refers to rows of its own table lets go first.
  FOR t IN SELECT a.attname AS name FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[array_upper(k.conkey, 1)]
           WHERE k.contype = 'f' AND k.conrelid = removed_from::regclass AND k.confrelid = k.conrelid LOOP
    EXECUTE format('UPDATE %1$s SET %2$I = NULL WHERE organization_id = $1 AND ctid = ANY(ARRAY(SELECT ctid FROM %1$s WHERE organization_id = $1 AND %2$I IS NOT NULL LIMIT $2))',
      removed_from, t.name) USING organization, at_most;
    GET DIAGNOSTICS removed = ROW_COUNT;
    IF removed > 0 THEN RETURN; END IF;
  END LOOP;
  EXECUTE format('DELETE FROM %1$s WHERE organization_id = $1 AND ctid = ANY(ARRAY(SELECT ctid FROM %1$s WHERE organization_id = $1 LIMIT $2))', removed_from) USING organization, at_most;
  GET DIAGNOSTICS removed = ROW_COUNT;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION platform.purge_step IS 'Removes at most so many rows of an organization whose deletion is due, and the organization when nothing is left of it; answers no organization when none is due';
--> statement-breakpoint
ALTER FUNCTION platform.purge_step OWNER TO clinch_purge;
--> statement-breakpoint
REVOKE ALL ON FUNCTION platform.purge_step FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION platform.purge_step TO app_user;
