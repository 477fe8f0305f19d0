CREATE INDEX "deliveries_done_with_body" ON "deliveries" USING btree ("organization_id","received_at") WHERE "deliveries"."body" is not null and "deliveries"."state" in ('processed', 'ignored');--> statement-breakpoint

-- Webhooks that arrive together are counted, looked up and stored together. These functions are for the intake alone, which belongs to
-- no tenant: inside a tenant's transaction they refuse.
CREATE FUNCTION intake.consume_all(keys text[], limits integer[], window_seconds integer) RETURNS TABLE (place integer, wait integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
#variable_conflict use_column
BEGIN
  -- One statement, its keys in order: two that count the same ones wait for each other and never both.
  RETURN QUERY
  WITH uses AS (
    SELECT u.place, u.key, u.allowed, row_number() OVER (PARTITION BY u.key ORDER BY u.place) AS turn, count(*) OVER (PARTITION BY u.key) AS turns
    FROM unnest(keys, limits) WITH ORDINALITY AS u (key, allowed, place) WHERE u.allowed IS NOT NULL
  ), counted AS (
    INSERT INTO intake.rate_limits AS r (key, window_ends_at, used)
    SELECT u.key, clock_timestamp() + make_interval(secs => window_seconds), count(*) FROM uses u GROUP BY u.key ORDER BY u.key
    ON CONFLICT (key) DO UPDATE SET
      used = CASE WHEN r.window_ends_at <= clock_timestamp() THEN excluded.used ELSE least(r.used, 1000000) + excluded.used END,
      window_ends_at = CASE WHEN r.window_ends_at <= clock_timestamp() THEN excluded.window_ends_at ELSE r.window_ends_at END
    RETURNING r.key, r.used, r.window_ends_at
  )
  SELECT u.place::integer, CASE WHEN c.used - u.turns + u.turn <= u.allowed THEN 0
      ELSE greatest(1, ceil(extract(epoch FROM c.window_ends_at - clock_timestamp())))::integer END
  FROM uses u JOIN counted c ON c.key = u.key;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION intake.consume_all IS 'Counts several uses at once, each against its own limit, in their order: of each 0 if it is within, else the whole seconds until it may be tried again. What has no limit is left out.';
--> statement-breakpoint
CREATE FUNCTION intake.refuse_tenants() RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog AS $$
BEGIN
  IF nullif(current_setting('app.organization_id', true), '') IS NOT NULL OR coalesce(current_setting('app.actor', true), '') <> 'webhook:intake' THEN
    RAISE EXCEPTION 'This is for the intake of webhooks alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION intake.admit(providers text[], connection_ids uuid[], limit_keys text[], limits integer[])
RETURNS TABLE (place integer, wait integer, organization_id uuid, state text, secrets jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
#variable_conflict use_column
BEGIN
  PERFORM intake.refuse_tenants();
  RETURN QUERY
  WITH counted AS MATERIALIZED (SELECT c.place, c.wait FROM intake.consume_all(limit_keys, limits, 60) c)
  SELECT a.place::integer, coalesce(n.wait, 0), c.organization_id, c.state, s.secrets
  FROM unnest(providers, connection_ids) WITH ORDINALITY AS a (provider, connection_id, place)
  LEFT JOIN counted n ON n.place = a.place
  LEFT JOIN public.connections c ON c.id = a.connection_id AND c.provider = a.provider AND coalesce(n.wait, 0) = 0
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('id', s.id, 'sealed', s.sealed, 'plain', s.plain) ORDER BY s.created_at DESC) AS secrets
    FROM public.connection_secrets s
    WHERE s.organization_id = c.organization_id AND s.connection_id = c.id AND s.field = 'webhook_secret'
      AND (s.valid_until IS NULL OR s.valid_until > now())
  ) s ON true;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION intake.admit IS 'Counts requests against the limits of their addresses and finds the connections that they name, with sealed secrets only: an address names a connection and no tenant, so this look-up crosses tenants';
--> statement-breakpoint
CREATE FUNCTION intake.store_deliveries(organization_ids uuid[], connection_ids uuid[], ids uuid[], dedupe_keys text[], kinds text[], bodies bytea[],
  addresses text[], request_ids text[], limits integer[], task text, max_attempts integer)
RETURNS TABLE (place integer, wait integer, is_new boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
#variable_conflict use_column
BEGIN
  PERFORM intake.refuse_tenants();
  RETURN QUERY
  WITH counted AS MATERIALIZED (
    SELECT c.place, c.wait FROM intake.consume_all(
      ARRAY(SELECT 'webhook:connection:' || u.id FROM unnest(connection_ids) WITH ORDINALITY AS u (id, place) ORDER BY u.place), limits, 60) c
  ), arrived AS MATERIALIZED (
    -- A row is stored for the tenant of its connection, and only while that is that tenant's and switched on.
    SELECT a.*, c.organization_id, c.name, c.provider, coalesce(n.wait, 0) AS wait
    FROM unnest(organization_ids, connection_ids, ids, dedupe_keys, kinds, bodies, addresses, request_ids)
      WITH ORDINALITY AS a (claimed_id, connection_id, id, dedupe_key, kind, body, address, request_id, place)
    JOIN public.connections c ON c.organization_id = a.claimed_id AND c.id = a.connection_id AND c.state = 'active'
    LEFT JOIN counted n ON n.place = a.place
  ), let_in AS (
    SELECT a.*, row_number() OVER same AS turn, count(*) OVER (PARTITION BY a.connection_id, a.dedupe_key) AS turns
    FROM arrived a WHERE a.wait = 0
    WINDOW same AS (PARTITION BY a.connection_id, a.dedupe_key ORDER BY a.place)
  ), stored AS (
    INSERT INTO public.deliveries AS d (organization_id, id, connection_id, dedupe_key, kind, state, answer, body, remote_address, request_id, repeats)
    SELECT l.organization_id, l.id, l.connection_id, l.dedupe_key, l.kind, 'received', 200, l.body, l.address, l.request_id, l.turns - 1
    FROM let_in l WHERE l.turn = 1 ORDER BY l.organization_id, l.connection_id, l.dedupe_key
    ON CONFLICT (organization_id, connection_id, dedupe_key) WHERE dedupe_key IS NOT NULL DO UPDATE SET repeats = d.repeats + excluded.repeats + 1
    RETURNING d.id
  ), enqueued AS MATERIALIZED (
    SELECT jobs_api.enqueue_all(task, array_agg(json_build_object('organizationId', a.organization_id, 'connectionId', a.connection_id,
      'connectionName', a.name, 'provider', a.provider, 'deliveryId', a.id, 'requestId', a.request_id) ORDER BY a.place), max_attempts) AS done
    FROM stored s JOIN arrived a ON a.id = s.id
  )
  SELECT a.place::integer, a.wait, s.id IS NOT NULL FROM arrived a LEFT JOIN stored s ON s.id = a.id, enqueued;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION intake.store_deliveries IS 'Stores verified deliveries with their jobs, all or none, each for the tenant of its own connection. Answers of each whether it is over its connection''s limit, and whether it was new; of one whose connection is not there nothing';
--> statement-breakpoint
-- The queue's own function looks for jobs of the same keys. Planned while few jobs wait, it would read through all of them when many do.
CREATE FUNCTION jobs_api.enqueue_all(task text, payloads json[], max_attempts integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  IF payloads IS NULL THEN RETURN; END IF;
  PERFORM graphile_worker.add_jobs(ARRAY(
    SELECT (task, p.payload, null, null, max_attempts::smallint, null, null, null)::graphile_worker.job_spec
    FROM unnest(payloads) WITH ORDINALITY AS p (payload, place) ORDER BY p.place));
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION jobs_api.enqueue_all IS 'Enqueues one task several times, in order, in the caller''s transaction';
--> statement-breakpoint
ALTER FUNCTION jobs_api.enqueue_all OWNER TO worker;
--> statement-breakpoint
REVOKE ALL ON FUNCTION jobs_api.enqueue_all FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA jobs_api TO clinch_guard;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION jobs_api.enqueue_all TO clinch_guard;
--> statement-breakpoint

-- Bodies that are older than their organization keeps them, of what is done with. What failed, is parked or held keeps its body until it is.
CREATE FUNCTION intake.remove_old_bodies(at_most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE removed integer;
BEGIN
  WITH old AS MATERIALIZED (
    SELECT d.organization_id, d.id FROM public.organizations o CROSS JOIN LATERAL (
      SELECT x.organization_id, x.id FROM public.deliveries x
      WHERE x.organization_id = o.id AND x.body IS NOT NULL AND x.state IN ('processed', 'ignored')
        AND x.received_at < now() - make_interval(days => o.delivery_body_days)
      ORDER BY x.received_at LIMIT at_most FOR UPDATE SKIP LOCKED
    ) d LIMIT at_most
  )
  UPDATE public.deliveries d SET body = null, body_removed_at = now() FROM old WHERE d.organization_id = old.organization_id AND d.id = old.id;
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION intake.remove_old_bodies IS 'Removes at most so many bodies that are due, of whichever organizations, and answers how many';
--> statement-breakpoint
DROP FUNCTION intake.find_connection;
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['intake.consume_all(text[], integer[], integer)', 'intake.admit(text[], uuid[], text[], integer[])', 'intake.remove_old_bodies(integer)',
    'intake.store_deliveries(uuid[], uuid[], uuid[], text[], text[], bytea[], text[], text[], integer[], text, integer)']::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO clinch_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION intake.admit, intake.store_deliveries, intake.remove_old_bodies TO app_user;
--> statement-breakpoint
REVOKE ALL ON FUNCTION intake.refuse_tenants FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION intake.refuse_tenants TO clinch_guard;
--> statement-breakpoint
GRANT INSERT (organization_id, id, connection_id, dedupe_key, kind, state, answer, body, remote_address, request_id, repeats),
  UPDATE (repeats, body, body_removed_at) ON deliveries TO clinch_guard;
--> statement-breakpoint
CREATE POLICY deliveries_of_intake ON deliveries FOR INSERT TO clinch_guard WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY deliveries_of_intake_update ON deliveries FOR UPDATE TO clinch_guard USING (true) WITH CHECK (true);
