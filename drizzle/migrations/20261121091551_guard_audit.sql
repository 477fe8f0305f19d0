-- The audit chain is written by trigger alone, and like the log it keeps its rows.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['audit_chain', 'audit_signatures', 'operator_acts'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', t || '_append_only', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', t || '_no_truncate', t);
  END LOOP;
END $$;
--> statement-breakpoint

-- What is written of a change: all of a new or deleted row, of a changed one what changed. Of a secret, or the hash of one, only that it
-- is there and that it changed. That a key or a link was used, or a session is alive, changes nothing.
CREATE OR REPLACE FUNCTION record_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  masked CONSTANT text[] := ARRAY['sealed', 'plain', 'key_hash', 'token_hash'];
  marks CONSTANT text[] := ARRAY['last_used_at', 'last_seen_at'];
  old_row jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'rep_ids' END;
  new_row jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'rep_ids' END;
  whole jsonb := coalesce(new_row, old_row);
  tenant uuid := coalesce((whole ->> 'organization_id')::uuid, (whole ->> 'id')::uuid);
  waiting text := coalesce(current_setting('app.audited_organizations', true), '');
  name text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    SELECT jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, new_row -> o.key) INTO old_row, new_row
      FROM jsonb_each(old_row) o WHERE o.value IS DISTINCT FROM new_row -> o.key;
    IF new_row IS NULL OR new_row - marks = '{}' THEN RETURN NULL; END IF;
  END IF;
  FOREACH name IN ARRAY masked LOOP
    IF old_row ->> name IS NOT NULL THEN old_row := jsonb_set(old_row, ARRAY[name], '"••••"'); END IF;
    IF new_row ->> name IS NOT NULL THEN new_row := jsonb_set(new_row, ARRAY[name], '"••••"'); END IF;
  END LOOP;
  INSERT INTO audit_log (organization_id, id, at, actor, request_id, address, table_name, row_id, operation, before, after)
  VALUES (tenant, new_id(), clock_timestamp(),
    coalesce(nullif(current_setting('app.actor', true), ''), 'database:' || session_user), coalesce(current_setting('app.request_id', true), ''),
    coalesce(current_setting('app.address', true), ''), TG_TABLE_NAME, whole ->> 'id', lower(TG_OP), old_row, new_row);
  -- For the commit: whose heads it has to lock. Undone with the savepoint that the row was written in.
  IF position(tenant::text IN waiting) = 0 THEN
    PERFORM set_config('app.audited_organizations', concat_ws(',', nullif(waiting, ''), tenant), true);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['call_types', 'lead_emails', 'lead_phones', 'payment_refunds'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW WHEN (current_user <> ''clinch_purge'') EXECUTE FUNCTION record_audit()',
      t || '_audit', t);
  END LOOP;
END $$;
--> statement-breakpoint

GRANT SELECT ON audit_log, audit_signatures TO clinch_guard;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit_chain TO clinch_guard;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON audit_heads TO clinch_guard;
--> statement-breakpoint
CREATE POLICY audit_log_of_chain ON audit_log FOR SELECT TO clinch_guard USING (true);
--> statement-breakpoint
CREATE POLICY audit_chain_by_trigger ON audit_chain FOR ALL TO clinch_guard USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY audit_heads_by_trigger ON audit_heads FOR ALL TO clinch_guard USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY audit_signatures_of_heads ON audit_signatures FOR SELECT TO clinch_guard USING (true);
--> statement-breakpoint
-- The signing job adds what it signed. The database holds no key, so nobody can forge one there.
GRANT INSERT ON audit_signatures TO app_user;
--> statement-breakpoint

-- Appends a row to its organization's chain, and holds the head until the commit: whoever waited for it reads it as it was left.
CREATE FUNCTION append_to_audit_chain(entry audit_log) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  -- Of columns named one by one, in fixed forms: what is verified is written from the same text.
  WITH head AS (
    UPDATE public.audit_heads h SET position = h.position + 1,
      hash = encode(sha256(convert_to(h.hash || ' ' || (h.position + 1) || ' ' || jsonb_build_array(entry.organization_id::text, entry.id::text,
        to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.actor, entry.request_id, entry.address, entry.table_name,
        entry.row_id, entry.operation, entry.before::text, entry.after::text)::text, 'UTF8')), 'hex')
    WHERE h.organization_id = entry.organization_id RETURNING h.position, h.hash
  )
  INSERT INTO public.audit_chain (organization_id, position, audit_id, hash) SELECT entry.organization_id, head.position, entry.id, head.hash FROM head;
  IF NOT FOUND THEN
    INSERT INTO public.audit_heads (organization_id, position, hash) VALUES (entry.organization_id, 0, '') ON CONFLICT DO NOTHING;
    PERFORM public.append_to_audit_chain(entry);
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE waiting text := current_setting('app.audited_organizations', true);
BEGIN
  -- A transaction that removes a whole organization leaves none of its rows.
  IF NOT EXISTS (SELECT FROM public.audit_log l WHERE l.organization_id = NEW.organization_id AND l.id = NEW.id) THEN RETURN NULL; END IF;
  -- One that wrote into several organizations takes their heads in one order, so that no two wait in a ring.
  IF position(',' IN waiting) > 0 THEN
    PERFORM FROM public.audit_heads h WHERE h.organization_id = ANY (string_to_array(waiting, ',')::uuid[]) ORDER BY h.organization_id FOR UPDATE;
    PERFORM set_config('app.audited_organizations', '', true);
  END IF;
  PERFORM public.append_to_audit_chain(NEW);
  RETURN NULL;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION chain_audit IS 'The last thing before a commit: the head of the organization is locked then and no earlier';
--> statement-breakpoint
CREATE FUNCTION chain_existing_audit() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE entry public.audit_log;
BEGIN
  FOR entry IN SELECT l.* FROM public.audit_log l ORDER BY l.organization_id, l.at, l.id LOOP PERFORM public.append_to_audit_chain(entry); END LOOP;
END $$;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO clinch_guard;
--> statement-breakpoint
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['append_to_audit_chain', 'chain_audit', 'chain_existing_audit'] LOOP
    EXECUTE format('ALTER FUNCTION %I OWNER TO clinch_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %I FROM PUBLIC', f);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM clinch_guard;
--> statement-breakpoint
SELECT chain_existing_audit();
--> statement-breakpoint
DROP FUNCTION chain_existing_audit;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_log_chain AFTER INSERT ON audit_log
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_audit();
--> statement-breakpoint

-- For signing and verifying over all tenants: which organizations there are, and where their chains end. Nothing of what they hold.
CREATE SCHEMA audit;
--> statement-breakpoint
GRANT USAGE ON SCHEMA audit TO app_user;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA audit TO clinch_guard;
--> statement-breakpoint
CREATE FUNCTION audit.unsigned_heads(after uuid, at_most integer, current_key_version integer) RETURNS TABLE (organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT h.organization_id FROM public.audit_heads h
  LEFT JOIN LATERAL (SELECT s.position, s.key_version FROM public.audit_signatures s WHERE s.organization_id = h.organization_id ORDER BY s.position DESC LIMIT 1) s ON true
  WHERE h.organization_id > after AND (s.position IS DISTINCT FROM h.position OR s.key_version <> current_key_version)
    -- One that is being removed, step by step, has no whole chain any more.
    AND NOT EXISTS (SELECT FROM public.organizations o WHERE o.id = h.organization_id AND o.state = 'deleting' AND o.delete_after <= now())
  ORDER BY h.organization_id LIMIT at_most
$$;
--> statement-breakpoint
COMMENT ON FUNCTION audit.unsigned_heads IS 'The organizations, after one, whose head was not signed yet, or with another master key than the current one';
--> statement-breakpoint
CREATE FUNCTION audit.note_new_key(new_key_version integer) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO public.audit_log (organization_id, id, at, actor, request_id, address, table_name, row_id, operation, after)
  VALUES (current_setting('app.organization_id')::uuid, public.new_id(), clock_timestamp(), 'job:audit.sign', coalesce(current_setting('app.request_id', true), ''), '',
    'audit_signatures', current_setting('app.organization_id'), 'insert', jsonb_build_object('key_version', new_key_version))
$$;
--> statement-breakpoint
COMMENT ON FUNCTION audit.note_new_key IS 'Writes into the transaction''s organization that its log is signed with another key from now on: an entry that the new key can sign';
--> statement-breakpoint
CREATE FUNCTION audit.next_organization(past uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT min(id::text)::uuid FROM (VALUES
    ((SELECT o.id FROM public.organizations o WHERE o.id > past ORDER BY o.id LIMIT 1)),
    ((SELECT l.organization_id FROM public.audit_log l WHERE l.organization_id > past ORDER BY l.organization_id LIMIT 1)),
    ((SELECT c.organization_id FROM public.audit_chain c WHERE c.organization_id > past ORDER BY c.organization_id LIMIT 1)),
    ((SELECT h.organization_id FROM public.audit_heads h WHERE h.organization_id > past ORDER BY h.organization_id LIMIT 1)),
    ((SELECT s.organization_id FROM public.audit_signatures s WHERE s.organization_id > past ORDER BY s.organization_id LIMIT 1))) AS next (id)
$$;
--> statement-breakpoint
COMMENT ON FUNCTION audit.next_organization IS 'The organization that follows one, whichever table knows it: also one of which only audit rows are left';
--> statement-breakpoint
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['unsigned_heads', 'note_new_key', 'next_organization'] LOOP
    EXECUTE format('ALTER FUNCTION audit.%I OWNER TO clinch_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION audit.%I FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION audit.%I TO app_user', f);
  END LOOP;
END $$;
--> statement-breakpoint

-- A secret that was imported in the clear verifies like any other, until the job that its first use asks for has sealed it.
CREATE OR REPLACE FUNCTION intake.find_connection(wanted_provider text, wanted_id uuid)
RETURNS TABLE (organization_id uuid, name text, state text, secrets jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT c.organization_id, c.name, c.state, coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', s.id, 'sealed', s.sealed, 'plain', s.plain) ORDER BY s.created_at DESC)
      FROM public.connection_secrets s
      WHERE s.organization_id = c.organization_id AND s.connection_id = c.id AND s.field = 'webhook_secret'
        AND (s.valid_until IS NULL OR s.valid_until > now())), '[]'::jsonb)
  FROM public.connections c WHERE c.id = wanted_id AND c.provider = wanted_provider
$$;
--> statement-breakpoint

-- What is known of the master keys without knowing them: a value sealed with each, so that a wrong one is told at the start.
CREATE SCHEMA vault;
--> statement-breakpoint
GRANT USAGE ON SCHEMA vault TO app_user;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA vault TO clinch_guard;
--> statement-breakpoint
CREATE TABLE vault.master_key_marks (
  key_version integer PRIMARY KEY,
  sealed text NOT NULL,
  made_at timestamptz(3) NOT NULL DEFAULT now()
);
--> statement-breakpoint
CREATE FUNCTION vault.key_version_of(sealed text) RETURNS integer LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT substring(sealed FROM '^v1\.(\d{1,9})\.')::integer
$$;
--> statement-breakpoint
CREATE FUNCTION vault.keys_in_use() RETURNS TABLE (key_version integer, secrets bigint, audit_logs bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT u.key_version, (sum(u.secrets))::bigint, (sum(u.audit_logs))::bigint FROM (
    SELECT vault.key_version_of(s.sealed), 1, 0 FROM public.connection_secrets s WHERE s.plain IS NULL
    UNION ALL
    SELECT s.key_version, 0, 1 FROM public.audit_heads h
    CROSS JOIN LATERAL (SELECT s.key_version FROM public.audit_signatures s WHERE s.organization_id = h.organization_id ORDER BY s.position DESC LIMIT 1) s
    WHERE NOT EXISTS (SELECT FROM public.organizations o WHERE o.id = h.organization_id AND o.state = 'deleting' AND o.delete_after <= now())
  ) AS u (key_version, secrets, audit_logs) GROUP BY 1 ORDER BY 1
$$;
--> statement-breakpoint
COMMENT ON FUNCTION vault.keys_in_use IS 'How many secrets are sealed with each master key, and how many audit logs were last signed with it, over all tenants; for the start of a process';
--> statement-breakpoint
CREATE FUNCTION vault.next_to_seal(current_version integer, after uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.organization_id FROM public.connection_secrets s
  WHERE s.organization_id > after AND (s.plain IS NOT NULL OR vault.key_version_of(s.sealed) <> current_version)
  ORDER BY s.organization_id LIMIT 1
$$;
--> statement-breakpoint
COMMENT ON FUNCTION vault.next_to_seal IS 'The next organization with a secret in the clear or sealed with another master key than the current one';
--> statement-breakpoint
CREATE FUNCTION vault.report() RETURNS TABLE (key_version integer, in_the_clear boolean, secrets bigint, organizations bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM platform.operator_id();
  RETURN QUERY SELECT vault.key_version_of(s.sealed), s.plain IS NOT NULL, count(*), count(DISTINCT s.organization_id)
    FROM public.connection_secrets s GROUP BY 1, 2 ORDER BY 1, 2;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION vault.report IS 'How many secrets are sealed with each master key, and how many are in the clear, for operators';
--> statement-breakpoint
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['keys_in_use', 'next_to_seal', 'report'] LOOP
    EXECUTE format('ALTER FUNCTION vault.%I OWNER TO clinch_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION vault.%I FROM PUBLIC', f);
  END LOOP;
  EXECUTE format('GRANT EXECUTE ON FUNCTION vault.keys_in_use TO %I', current_user);
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION vault.next_to_seal, vault.report TO app_user;
