-- What is written of a change: all of a new or deleted row, of a changed one what changed. Of a secret, or the hash of one, only that it
-- is there and that it changed. That a key or a link was used, a session is alive, or a call was found to stand as it was known to, changes
-- nothing.
CREATE OR REPLACE FUNCTION record_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
DECLARE
  masked CONSTANT text[] := ARRAY['sealed', 'plain', 'key_hash', 'token_hash'];
  marks CONSTANT text[] := ARRAY['last_used_at', 'last_seen_at', 'no_show_changed_at'];
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
