-- Which rate serves a day, and where it is from. The newest on file of that day or up to six before it (weekends and holidays have none);
-- of one day the organization's own by hand, then its own from a file, then the reference. As it is quoted before the other way round, and
-- through the euro, by rates of one origin, where the two are not quoted against each other.
CREATE FUNCTION rate_found(organization uuid, base_currency text, quote_currency text, wanted date,
  OUT rate numeric, OUT day date, OUT origin text, OUT through_euro boolean)
LANGUAGE sql STABLE SET search_path = public, pg_catalog AS $$
  WITH known AS (
    SELECT e.day, e.base, e.quote, e.rate, e.origin, CASE e.origin WHEN 'manual' THEN 1 ELSE 2 END AS rank FROM exchange_rates e
      WHERE e.organization_id = organization AND e.day BETWEEN wanted - 6 AND wanted
        AND e.base IN (base_currency, quote_currency, 'EUR') AND e.quote IN (base_currency, quote_currency, 'EUR')
    UNION ALL
    SELECT r.day, 'EUR', r.currency, r.per_euro, 'reference', 3 FROM reference_rates r
      WHERE r.day BETWEEN wanted - 6 AND wanted AND r.currency IN (base_currency, quote_currency)
  ), quoted AS (
    SELECT k.day, k.base, k.quote, k.rate, k.origin, k.rank, 0 AS detour FROM known k
    UNION ALL SELECT k.day, k.quote, k.base, 1 / k.rate, k.origin, k.rank, 1 FROM known k
  ), found AS (
    SELECT q.day, q.rate, q.origin, q.rank, false AS through_euro, q.detour FROM quoted q WHERE q.base = base_currency AND q.quote = quote_currency
    UNION ALL
    SELECT a.day, a.rate * b.rate, a.origin, a.rank, true, 2 + 2 * a.detour + b.detour
      FROM quoted a JOIN quoted b ON b.day = a.day AND b.rank = a.rank AND b.base = 'EUR' AND b.quote = quote_currency
      WHERE a.base = base_currency AND a.quote = 'EUR' AND base_currency <> 'EUR' AND quote_currency <> 'EUR'
  )
  SELECT round(f.rate, 15), f.day, f.origin, f.through_euro FROM found f WHERE round(f.rate, 15) > 0 ORDER BY f.day DESC, f.rank, f.detour LIMIT 1
$$;
--> statement-breakpoint
COMMENT ON FUNCTION rate_found IS 'How much of one currency a unit of another was on a day, whose day and origin that rate is, and whether it is by way of the euro; empty where none is known';
--> statement-breakpoint
CREATE OR REPLACE FUNCTION rate_of(organization uuid, base_currency text, quote_currency text, wanted date, OUT rate numeric, OUT day date)
LANGUAGE sql STABLE SET search_path = public, pg_catalog AS $$
  SELECT f.rate, f.day FROM rate_found(organization, base_currency, quote_currency, wanted) f
$$;
--> statement-breakpoint
-- Whoever brings rates, or has the organization report in another currency or by another zone's days, waits for every payment under way
-- (pg_advisory_xact_lock, the same keys), or this waits for them. So the lock is taken before the first look, for every payment.
CREATE OR REPLACE FUNCTION convert_payment() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
DECLARE
  reports_in text;
  paid_on date;
  factor numeric;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(7304, hashtext(NEW.organization_id::text));
  SELECT o.currency, (NEW.paid_at AT TIME ZONE o.time_zone)::date INTO reports_in, paid_on FROM organizations o WHERE o.id = NEW.organization_id;
  NEW.reporting_currency := reports_in;
  NEW.reporting_amount_minor := NULL;
  NEW.reporting_refunded_minor := NULL;
  NEW.reporting_lost_minor := NULL;
  NEW.reporting_rate := NULL;
  NEW.reporting_rate_day := NULL;
  IF NEW.currency = reports_in THEN
    NEW.reporting_rate := 1;
    factor := 1;
  ELSE
    PERFORM pg_advisory_xact_lock_shared(7304, 0);
    SELECT r.rate, r.day INTO NEW.reporting_rate, NEW.reporting_rate_day FROM rate_of(NEW.organization_id, NEW.currency, reports_in, paid_on) r;
    IF NEW.reporting_rate IS NULL THEN RETURN NEW; END IF;
    factor := NEW.reporting_rate * 10::numeric ^ (minor_digits(reports_in) - minor_digits(NEW.currency));
  END IF;
  NEW.reporting_amount_minor := round(NEW.amount_minor * factor);
  NEW.reporting_refunded_minor := round(NEW.refunded_minor * factor);
  NEW.reporting_lost_minor := round((NEW.refunded_minor + NEW.lost_minor) * factor) - NEW.reporting_refunded_minor;
  RETURN NEW;
END $$;
--> statement-breakpoint

-- The reference rates belong to nobody: operators bring them, and the platform itself, once a day, what is new.
GRANT SELECT, INSERT, UPDATE ON reference_rates TO clinch_guard;
--> statement-breakpoint
CREATE SCHEMA rates;
--> statement-breakpoint
GRANT USAGE ON SCHEMA rates TO app_user;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA rates TO clinch_guard;
--> statement-breakpoint
CREATE FUNCTION rates.take_daily(days date[], currencies text[], per_euro numeric[]) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE taken integer;
BEGIN
  PERFORM pg_advisory_xact_lock(7304, 0);
  INSERT INTO public.reference_rates (day, currency, per_euro)
    SELECT r.day, r.currency, r.rate FROM unnest(days, currencies, per_euro) AS r(day, currency, rate)
    WHERE r.day BETWEEN current_date - 14 AND current_date + 1
    ON CONFLICT (currency, day) DO NOTHING;
  GET DIAGNOSTICS taken = ROW_COUNT;
  RETURN taken;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION rates.take_daily IS 'Takes in reference rates of these days that are not known yet; it changes none and answers how many were new. For the job that fetches them';
--> statement-breakpoint
CREATE FUNCTION rates.organizations(after uuid, paid_from timestamptz, paid_before timestamptz, at_most integer) RETURNS TABLE (organization_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT o.id FROM public.organizations o
  WHERE o.id > after AND NOT (o.state = 'deleting' AND o.delete_after <= now())
    AND EXISTS (SELECT FROM public.payments p WHERE p.organization_id = o.id AND p.paid_at >= paid_from AND p.paid_at < paid_before AND p.currency <> o.currency)
  ORDER BY o.id LIMIT at_most
$$;
--> statement-breakpoint
COMMENT ON FUNCTION rates.organizations IS 'The organizations, after one, with a payment of these days in another currency than their own: whom new reference rates may concern';
--> statement-breakpoint
CREATE FUNCTION platform.import_rates(days date[], currencies text[], per_euro numeric[], subject text, reason text, OUT added integer, OUT changed integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM platform.operator_id();
  PERFORM pg_advisory_xact_lock(7304, 0);
  WITH brought AS (
    INSERT INTO public.reference_rates AS known (day, currency, per_euro)
      SELECT r.day, r.currency, r.rate FROM unnest(days, currencies, per_euro) AS r(day, currency, rate)
      ON CONFLICT (currency, day) DO UPDATE SET per_euro = excluded.per_euro, imported_at = now() WHERE known.per_euro <> excluded.per_euro
    RETURNING xmax = 0 AS is_new
  )
  SELECT count(*) FILTER (WHERE b.is_new), count(*) FILTER (WHERE NOT b.is_new) INTO added, changed FROM brought b;
  PERFORM platform.record_act('import_rates', NULL, format('%s: %s rates new, %s changed', subject, added, changed), reason);
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION platform.import_rates IS 'Brings reference rates, for an operator: what is new, and what differs from what was known';
--> statement-breakpoint
DO $$
DECLARE f regprocedure;
BEGIN
  FOREACH f IN ARRAY ARRAY['rates.take_daily', 'rates.organizations', 'platform.import_rates']::regproc[]::oid[]::regprocedure[] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO clinch_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_user', f);
  END LOOP;
END $$;
