-- Signing in counts its attempts with the limits that every process shares.
GRANT USAGE ON SCHEMA intake TO auth_user;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION intake.consume TO auth_user;
--> statement-breakpoint
CREATE FUNCTION intake.give_back(limit_key text) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE intake.rate_limits AS r SET used = greatest(r.used - 1, 0) WHERE r.key = limit_key
$$;
--> statement-breakpoint
COMMENT ON FUNCTION intake.give_back IS 'Takes back one use that was counted: an attempt that was right counts against nobody';
--> statement-breakpoint

-- What of the sign-in tables the application sees and does: a user's own sessions, without their tokens, and what is kept no longer.
CREATE SCHEMA identity;
--> statement-breakpoint
GRANT USAGE ON SCHEMA identity TO app_user, auth_user;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA identity TO clinch_guard;
--> statement-breakpoint
GRANT USAGE ON SCHEMA auth TO clinch_guard;
--> statement-breakpoint
GRANT SELECT, DELETE ON auth.sessions TO clinch_guard;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON auth.ended_sessions TO clinch_guard;
--> statement-breakpoint
GRANT SELECT (expires_at), DELETE ON auth.verifications TO clinch_guard;
--> statement-breakpoint
CREATE FUNCTION identity.sessions() RETURNS TABLE (id uuid, user_agent text, address text, created_at timestamptz, last_seen_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.id, s.user_agent, s.ip_address, s.created_at::timestamptz, s.updated_at::timestamptz FROM auth.sessions s
  WHERE s.user_id = nullif(current_setting('app.user_id', true), '')::uuid AND s.expires_at > now()
  ORDER BY s.updated_at DESC, s.id DESC
$$;
--> statement-breakpoint
COMMENT ON FUNCTION identity.sessions IS 'The calling user''s sessions that are good, the last used first';
--> statement-breakpoint
CREATE FUNCTION identity.end_sessions(wanted uuid, kept uuid) RETURNS SETOF uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH gone AS (
    DELETE FROM auth.sessions s WHERE s.user_id = nullif(current_setting('app.user_id', true), '')::uuid
      AND CASE WHEN wanted IS NOT NULL THEN s.id = wanted ELSE s.id <> kept END
    RETURNING s.id, s.token, s.user_id
  ), told AS (
    INSERT INTO auth.ended_sessions (token_hash, user_id, reason)
    SELECT encode(sha256(gone.token::bytea), 'hex'), gone.user_id, 'revoked' FROM gone ON CONFLICT DO NOTHING
  )
  SELECT gone.id FROM gone
$$;
--> statement-breakpoint
COMMENT ON FUNCTION identity.end_sessions IS 'Ends one session of the calling user, or where none is named all but the one to be kept; answers which';
--> statement-breakpoint
CREATE FUNCTION identity.sweep() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM auth.sessions WHERE expires_at < now();
  DELETE FROM auth.verifications WHERE expires_at < now();
  DELETE FROM auth.ended_sessions WHERE ended_at < now() - interval '1 month';
  DELETE FROM intake.rate_limits WHERE window_ends_at < now();
$$;
--> statement-breakpoint
COMMENT ON FUNCTION identity.sweep IS 'Removes what signing in has no use for any more: what expired, and what is older than it is told of';
--> statement-breakpoint

-- All that signing in knows of plans. A user of no organization is not limited, nor is one of whose organizations any has no limit.
CREATE FUNCTION identity.has_one_session(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(bool_and(o.plan <> 'enterprise'), false) FROM public.organization_members m
  JOIN public.organizations o ON o.id = m.organization_id WHERE m.user_id = person
$$;
--> statement-breakpoint
COMMENT ON FUNCTION identity.has_one_session IS 'Whether a user may have no more than one session at once';
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p
           WHERE p.pronamespace = 'identity'::regnamespace OR p.oid = 'intake.give_back'::regproc LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO clinch_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION identity.sessions, identity.end_sessions, identity.sweep TO app_user;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION identity.has_one_session, intake.give_back TO auth_user;
--> statement-breakpoint

-- Each process remembers for some seconds who called. Whatever makes somebody else of them is told to all of them with its commit; that
-- they were seen is not, so the marks of it are left out.
CREATE FUNCTION tell_callers_changed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  PERFORM pg_notify('callers_changed', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('public', 'api_keys', 'DELETE OR UPDATE OF name, key_hash, scopes, expires_at, revoked_at'),
    ('public', 'organization_members', 'INSERT OR DELETE OR UPDATE OF user_id, role, name'),
    ('public', 'organizations', 'DELETE OR UPDATE OF state, state_reason'),
    ('public', 'closers', 'INSERT OR DELETE OR UPDATE OF name, user_id, deactivated_at'),
    ('public', 'setters', 'INSERT OR DELETE OR UPDATE OF name, user_id, deactivated_at'),
    ('public', 'portal_links', 'DELETE OR UPDATE OF closer_id, setter_id, expires_at, revoked_at'),
    ('public', 'portal_sessions', 'DELETE OR UPDATE OF expires_at, ended_at'),
    ('public', 'operator_sessions', 'INSERT OR DELETE OR UPDATE OF expires_at, ended_at'),
    ('public', 'user_roles', 'INSERT OR DELETE OR UPDATE'),
    ('auth', 'sessions', 'DELETE OR UPDATE OF user_id, token, expires_at'),
    ('auth', 'users', 'DELETE OR UPDATE OF name, email, email_verified, two_factor_enabled')
  ) AS told(schema, name, events) LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I.%I FOR EACH STATEMENT EXECUTE FUNCTION tell_callers_changed()',
      t.name || '_of_callers', t.events, t.schema, t.name);
  END LOOP;
END $$;
--> statement-breakpoint

-- Operators of the platform are made and unmade by the owner of the database, for whom row-level security holds as well.
CREATE POLICY user_roles_of_owner ON user_roles TO CURRENT_USER USING (true) WITH CHECK (true);
