-- What drizzle cannot say: forced row-level security, grants, triggers, and the few functions that act with other rights than
-- their caller's. Every function names its search_path; every definer function belongs to clinch_guard, which cannot log in and
-- may touch only what is granted here.

-- Every tenant table: its policies hold for its owner too.
DO $$
DECLARE t record;
BEGIN
  FOR t IN SELECT c.oid::regclass AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity LOOP
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t.name);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO app_user, clinch_guard;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO app_user;
--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON audit_log FROM app_user;
--> statement-breakpoint
REVOKE INSERT, UPDATE, DELETE ON user_roles FROM app_user;
--> statement-breakpoint
GRANT USAGE ON SCHEMA auth TO auth_user;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA auth TO auth_user;
--> statement-breakpoint

CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE SET search_path = pg_catalog AS $$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$$;
--> statement-breakpoint
COMMENT ON FUNCTION new_id() IS 'A UUIDv7, on servers that have no uuidv7() of their own too';
--> statement-breakpoint

-- Append-only tables. Who may see a row (rep_ids) follows its event, so that alone may change.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'rep_ids' = to_jsonb(OLD) - 'rep_ids' THEN RETURN NEW; END IF;
  RAISE EXCEPTION '% keeps its rows: % is refused', TG_TABLE_NAME, lower(TG_OP)
    USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_append_only';
END $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['event_history', 'post_call_form_versions', 'payment_refunds', 'attribution_decisions', 'audit_log'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
END $$;
--> statement-breakpoint

-- Whose row it is: forms and history take it from their event, leads from all of their events.
CREATE FUNCTION take_reps_of_event() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
BEGIN
  SELECT e.rep_ids INTO NEW.rep_ids FROM events e WHERE e.organization_id = NEW.organization_id AND e.id = NEW.event_id;
  NEW.rep_ids := coalesce(NEW.rep_ids, '{}');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER event_history_reps BEFORE INSERT ON event_history FOR EACH ROW EXECUTE FUNCTION take_reps_of_event();
--> statement-breakpoint
CREATE TRIGGER post_call_forms_reps BEFORE INSERT ON post_call_forms FOR EACH ROW EXECUTE FUNCTION take_reps_of_event();
--> statement-breakpoint
CREATE FUNCTION take_reps_of_form() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
BEGIN
  SELECT f.rep_ids INTO NEW.rep_ids FROM post_call_forms f WHERE f.organization_id = NEW.organization_id AND f.id = NEW.form_id;
  NEW.rep_ids := coalesce(NEW.rep_ids, '{}');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER post_call_form_versions_reps BEFORE INSERT ON post_call_form_versions FOR EACH ROW EXECUTE FUNCTION take_reps_of_form();
--> statement-breakpoint
CREATE FUNCTION spread_reps_of_event() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
BEGIN
  UPDATE leads l SET rep_ids = coalesce((
      SELECT array_agg(DISTINCT r.id ORDER BY r.id) FROM events e, unnest(e.rep_ids) AS r(id)
      WHERE e.organization_id = l.organization_id AND e.lead_id = l.id), '{}')
    WHERE l.organization_id = NEW.organization_id AND l.id = NEW.lead_id;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.lead_id <> NEW.lead_id THEN
      UPDATE leads l SET rep_ids = coalesce((
          SELECT array_agg(DISTINCT r.id ORDER BY r.id) FROM events e, unnest(e.rep_ids) AS r(id)
          WHERE e.organization_id = l.organization_id AND e.lead_id = l.id), '{}')
        WHERE l.organization_id = OLD.organization_id AND l.id = OLD.lead_id;
    END IF;
    UPDATE event_history SET rep_ids = NEW.rep_ids WHERE organization_id = NEW.organization_id AND event_id = NEW.id;
    UPDATE post_call_forms SET rep_ids = NEW.rep_ids WHERE organization_id = NEW.organization_id AND event_id = NEW.id;
    UPDATE post_call_form_versions SET rep_ids = NEW.rep_ids WHERE organization_id = NEW.organization_id
      AND form_id IN (SELECT id FROM post_call_forms WHERE organization_id = NEW.organization_id AND event_id = NEW.id);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER events_reps_of_new AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION spread_reps_of_event();
--> statement-breakpoint
CREATE TRIGGER events_reps_of_changed AFTER UPDATE OF closer_id, setter_id, lead_id ON events FOR EACH ROW
  WHEN (OLD.closer_id IS DISTINCT FROM NEW.closer_id OR OLD.setter_id IS DISTINCT FROM NEW.setter_id OR OLD.lead_id <> NEW.lead_id)
  EXECUTE FUNCTION spread_reps_of_event();
--> statement-breakpoint

-- The audit log: written by trigger, whoever writes the table. Columns that hold secrets or hashes of them are masked.
CREATE FUNCTION record_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  masked CONSTANT text[] := ARRAY['sealed', 'key_hash', 'token_hash'];
  old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'rep_ids' END;
  new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'rep_ids' END;
  whole jsonb := coalesce(new_row, old_row);
  name text;
BEGIN
  FOREACH name IN ARRAY masked LOOP
    IF old_row ? name THEN old_row := jsonb_set(old_row, ARRAY[name], to_jsonb('•••• ' || left(md5(old_row ->> name), 4))); END IF;
    IF new_row ? name THEN new_row := jsonb_set(new_row, ARRAY[name], to_jsonb('•••• ' || left(md5(new_row ->> name), 4))); END IF;
  END LOOP;
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, new_row -> o.key) INTO old_row, new_row
      FROM jsonb_each(old_row) o WHERE o.value IS DISTINCT FROM new_row -> o.key;
    IF new_row IS NULL THEN RETURN NULL; END IF;
  END IF;
  INSERT INTO audit_log (organization_id, id, at, actor, request_id, table_name, row_id, operation, before, after)
  VALUES (coalesce((whole ->> 'organization_id')::uuid, (whole ->> 'id')::uuid), new_id(), clock_timestamp(),
    coalesce(nullif(current_setting('app.actor', true), ''), 'database:' || session_user), coalesce(current_setting('app.request_id', true), ''),
    TG_TABLE_NAME, whole ->> 'id', lower(TG_OP), old_row, new_row);
  RETURN NULL;
END $$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO clinch_guard;
--> statement-breakpoint
ALTER FUNCTION record_audit() OWNER TO clinch_guard;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM clinch_guard;
--> statement-breakpoint
GRANT INSERT ON audit_log TO clinch_guard;
--> statement-breakpoint
CREATE POLICY audit_log_by_trigger ON audit_log FOR INSERT TO clinch_guard WITH CHECK (true);
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['organizations', 'organization_members', 'invitations', 'api_keys', 'closers', 'setters', 'setter_names', 'sources',
    'source_names', 'traffic_types', 'connections', 'connection_secrets', 'leads', 'events', 'post_call_forms', 'payments'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION record_audit()', t || '_audit', t);
  END LOOP;
END $$;
--> statement-breakpoint

-- Limits that every process shares. Lost in a crash, on purpose: nothing of value is in it.
CREATE SCHEMA intake;
--> statement-breakpoint
GRANT USAGE ON SCHEMA intake TO app_user;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA intake TO clinch_guard;
--> statement-breakpoint
CREATE UNLOGGED TABLE intake.rate_limits (
  key text PRIMARY KEY,
  window_ends_at timestamptz NOT NULL,
  used integer NOT NULL
);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON intake.rate_limits TO clinch_guard;
--> statement-breakpoint
CREATE FUNCTION intake.consume(limit_key text, allowed integer, window_seconds integer) RETURNS integer
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO intake.rate_limits AS r (key, window_ends_at, used)
  VALUES (limit_key, clock_timestamp() + make_interval(secs => window_seconds), 1)
  ON CONFLICT (key) DO UPDATE SET
    used = CASE WHEN r.window_ends_at <= clock_timestamp() THEN 1 ELSE least(r.used + 1, allowed + 1) END,
    window_ends_at = CASE WHEN r.window_ends_at <= clock_timestamp() THEN excluded.window_ends_at ELSE r.window_ends_at END
  RETURNING CASE WHEN used <= allowed THEN 0 ELSE greatest(1, ceil(extract(epoch FROM window_ends_at - clock_timestamp())))::integer END
$$;
--> statement-breakpoint
COMMENT ON FUNCTION intake.consume IS 'Counts one use against a limit: 0 if it is within, else the whole seconds until it may be tried again';
--> statement-breakpoint
ALTER FUNCTION intake.consume OWNER TO clinch_guard;
--> statement-breakpoint
REVOKE ALL ON FUNCTION intake.consume FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION intake.consume TO app_user;
--> statement-breakpoint

-- A webhook's address names a connection and no tenant, so this one look-up crosses tenants; it gives sealed secrets only.
CREATE FUNCTION intake.find_connection(wanted_provider text, wanted_id uuid)
RETURNS TABLE (organization_id uuid, name text, state text, secrets jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT c.organization_id, c.name, c.state, coalesce((
      SELECT jsonb_agg(s.sealed ORDER BY s.created_at DESC) FROM public.connection_secrets s
      WHERE s.organization_id = c.organization_id AND s.connection_id = c.id AND s.field = 'webhook_secret'
        AND (s.valid_until IS NULL OR s.valid_until > now())), '[]'::jsonb)
  FROM public.connections c WHERE c.id = wanted_id AND c.provider = wanted_provider
$$;
--> statement-breakpoint
ALTER FUNCTION intake.find_connection OWNER TO clinch_guard;
--> statement-breakpoint
REVOKE ALL ON FUNCTION intake.find_connection FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION intake.find_connection TO app_user;
--> statement-breakpoint
GRANT SELECT ON connections, connection_secrets TO clinch_guard;
--> statement-breakpoint
CREATE POLICY connections_of_webhooks ON connections FOR SELECT TO clinch_guard USING (true);
--> statement-breakpoint
CREATE POLICY connection_secrets_of_webhooks ON connection_secrets FOR SELECT TO clinch_guard USING (true);
--> statement-breakpoint

-- Jobs live in a schema of the worker's; the app enqueues through one function of this schema (made once the worker's own tables are).
CREATE SCHEMA jobs_api;
--> statement-breakpoint
GRANT USAGE ON SCHEMA jobs_api TO app_user;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA jobs_api TO worker;
--> statement-breakpoint
CREATE TABLE jobs_api.living_workers (
  worker_id text PRIMARY KEY,
  seen_at timestamptz NOT NULL DEFAULT now()
);
--> statement-breakpoint
COMMENT ON TABLE jobs_api.living_workers IS 'Each running worker says here that it lives; the jobs of one that stopped saying so are given to others';
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON jobs_api.living_workers TO worker;
