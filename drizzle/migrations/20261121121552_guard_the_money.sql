-- Every tenant table is guarded alike: its policies hold for its owner too, the app may write but not delete (unless that is granted
-- apart), it is audited, kept, and read-only with its organization where that is said, and it goes with its organization.
CREATE PROCEDURE guard_tenant_table(name text, audited boolean, append_only boolean, read_only boolean)
LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
BEGIN
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('GRANT SELECT, INSERT%s ON %I TO app_user', CASE WHEN append_only THEN '' ELSE ', UPDATE' END, name);
  IF audited THEN
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW WHEN (current_user <> ''clinch_purge'') EXECUTE FUNCTION record_audit()', name || '_audit', name);
  END IF;
  IF append_only THEN
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name || '_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name || '_no_truncate', name);
  END IF;
  IF read_only THEN
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_while_read_only()', name || '_read_only', name);
  END IF;
  EXECUTE format('GRANT SELECT, DELETE ON %I TO clinch_purge', name);
  EXECUTE format('CREATE POLICY %I ON %I TO clinch_purge USING (organization_id = (SELECT nullif(current_setting(''clinch.purging'', true), '''')::uuid))', name || '_of_purge', name);
END $$;
--> statement-breakpoint
COMMENT ON PROCEDURE guard_tenant_table IS 'Called by the migration that makes a tenant table';
--> statement-breakpoint
REVOKE ALL ON PROCEDURE guard_tenant_table FROM PUBLIC;
--> statement-breakpoint
CALL guard_tenant_table('connection_health', audited => false, append_only => false, read_only => false);
--> statement-breakpoint
CALL guard_tenant_table('lead_merges', audited => true, append_only => false, read_only => true);
--> statement-breakpoint
CALL guard_tenant_table('leads_kept_apart', audited => true, append_only => false, read_only => true);
--> statement-breakpoint
CALL guard_tenant_table('events_kept_apart', audited => true, append_only => false, read_only => true);
--> statement-breakpoint
CALL guard_tenant_table('exchange_rates', audited => true, append_only => false, read_only => true);
--> statement-breakpoint
CALL guard_tenant_table('payment_deletions', audited => true, append_only => false, read_only => true);
--> statement-breakpoint
CALL guard_tenant_table('payment_shares', audited => true, append_only => false, read_only => true);
--> statement-breakpoint
CALL guard_tenant_table('payment_disputes', audited => true, append_only => true, read_only => true);
--> statement-breakpoint
CALL guard_tenant_table('subscriptions', audited => false, append_only => false, read_only => true);
--> statement-breakpoint
CALL guard_tenant_table('report_decisions', audited => true, append_only => true, read_only => true);
--> statement-breakpoint
-- What is said anew replaces what was said: the shares of a split, that two are two, an own rate.
GRANT DELETE ON leads_kept_apart, events_kept_apart, exchange_rates, payment_shares TO app_user;
--> statement-breakpoint
GRANT UPDATE (merged_into_id) ON leads TO clinch_purge;
--> statement-breakpoint
GRANT UPDATE (duplicate_of_id) ON events TO clinch_purge;
--> statement-breakpoint
GRANT UPDATE (delivery_body_days) ON organizations TO app_user;
--> statement-breakpoint
-- Everybody may read the reference rates; they are no tenant's, and are written through a function of their own.
GRANT SELECT ON reference_rates TO app_user;
--> statement-breakpoint

-- Whose a payment is: its closer's and setter's, and all theirs among whom it is split. Asked for the whole payment, whoever writes it.
CREATE FUNCTION take_reps_of_payment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  SELECT coalesce(array_agg(DISTINCT r.id ORDER BY r.id), '{}') INTO NEW.rep_ids FROM (
    SELECT unnest(ARRAY[NEW.closer_id, NEW.setter_id])
    UNION SELECT unnest(ARRAY[s.closer_id, s.setter_id]) FROM payment_shares s
      WHERE s.organization_id = NEW.organization_id AND s.payment_id = NEW.id
  ) AS r(id) WHERE r.id IS NOT NULL;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER payments_reps BEFORE INSERT OR UPDATE OF closer_id, setter_id, rep_ids ON payments FOR EACH ROW EXECUTE FUNCTION take_reps_of_payment();
--> statement-breakpoint
CREATE FUNCTION spread_shares() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
BEGIN
  UPDATE payments p SET rep_ids = p.rep_ids WHERE (p.organization_id, p.id) IN (SELECT s.organization_id, s.payment_id FROM changed s);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER payment_shares_reps_of_new AFTER INSERT ON payment_shares REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION spread_shares();
--> statement-breakpoint
CREATE TRIGGER payment_shares_reps_of_gone AFTER DELETE ON payment_shares REFERENCING OLD TABLE AS changed FOR EACH STATEMENT
  WHEN (current_user <> 'clinch_purge') EXECUTE FUNCTION spread_shares();
--> statement-breakpoint
-- A share is replaced, never changed.
REVOKE UPDATE ON payment_shares FROM app_user;
--> statement-breakpoint
CREATE FUNCTION take_reps_of_decision() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
BEGIN
  SELECT coalesce(array_agg(DISTINCT r.id ORDER BY r.id), '{}') INTO NEW.rep_ids FROM (
    SELECT unnest(ARRAY[NEW.closer_id, NEW.setter_id]) UNION SELECT (s ->> 'personId')::uuid FROM jsonb_array_elements(NEW.shares) s
  ) AS r(id) WHERE r.id IS NOT NULL;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER attribution_decisions_reps BEFORE INSERT ON attribution_decisions FOR EACH ROW EXECUTE FUNCTION take_reps_of_decision();
--> statement-breakpoint
-- The percents of a role add to 100, whoever writes them, once the transaction is whole.
CREATE FUNCTION shares_are_whole() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT FROM payment_shares s WHERE s.organization_id = NEW.organization_id AND s.payment_id = NEW.payment_id AND s.role = NEW.role
      HAVING sum(s.percent) <> 100 OR count(*) <> max(cardinality(s.percents)) OR count(DISTINCT s.percents) <> 1) THEN
    RAISE EXCEPTION 'The shares of a split add to 100' USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_shares_add_to_100';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER payment_shares_add_to_100 AFTER INSERT ON payment_shares DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION shares_are_whole();
--> statement-breakpoint
GRANT SELECT ON payment_shares TO clinch_guard;
--> statement-breakpoint
CREATE POLICY payment_shares_of_guard ON payment_shares FOR SELECT TO clinch_guard USING (true);
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO clinch_guard;
--> statement-breakpoint
ALTER FUNCTION take_reps_of_payment() OWNER TO clinch_guard;
--> statement-breakpoint
ALTER FUNCTION shares_are_whole() OWNER TO clinch_guard;
--> statement-breakpoint
REVOKE ALL ON FUNCTION take_reps_of_payment, shares_are_whole FROM PUBLIC;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM clinch_guard;
--> statement-breakpoint
CREATE FUNCTION share_of(amount bigint, percents integer[], place integer) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog AS $$
  WITH parts AS (
    SELECT n - 1 AS place, div(amount::numeric * percents[n], 100) AS whole, mod(amount::numeric * percents[n], 100) AS rest
    FROM generate_subscripts(percents, 1) AS n
  ), ranked AS (
    SELECT p.place, p.whole, row_number() OVER (ORDER BY p.rest DESC, p.place) AS rank, amount - sum(p.whole) OVER () AS remaining FROM parts p
  )
  SELECT (r.whole + CASE WHEN r.rank <= r.remaining THEN 1 ELSE 0 END)::bigint FROM ranked r WHERE r.place = share_of.place
$$;
--> statement-breakpoint
COMMENT ON FUNCTION share_of IS 'One part of an amount that is split by whole percents adding to 100: by largest remainder, the first of equals first';
--> statement-breakpoint

-- Conversion: every payment carries its amounts in the currency that its organization reports in, at the rate of the day it was paid.
CREATE FUNCTION minor_digits(currency text) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT CASE
    WHEN currency IN ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF') THEN 0
    WHEN currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 3
    ELSE 2 END
$$;
--> statement-breakpoint
COMMENT ON FUNCTION minor_digits IS 'How many decimals a currency has (ISO 4217)';
--> statement-breakpoint
-- The newest rate on file of that day or up to six before it (weekends and holidays have none): the organization's own by hand, then its
-- own from a file, then the reference; through the euro where the two are not quoted against each other.
CREATE FUNCTION rate_of(organization uuid, base_currency text, quote_currency text, wanted date, OUT rate numeric, OUT day date)
LANGUAGE sql STABLE SET search_path = public, pg_catalog AS $$
  WITH own AS (
    SELECT e.day, e.base, e.quote, e.rate, CASE e.origin WHEN 'manual' THEN 1 ELSE 2 END AS rank FROM exchange_rates e
    WHERE e.organization_id = organization AND e.day BETWEEN wanted - 6 AND wanted
  ), quoted AS (
    SELECT o.day, o.base, o.quote, o.rate, o.rank FROM own o
    UNION ALL SELECT o.day, o.quote, o.base, 1 / o.rate, o.rank FROM own o
    UNION ALL SELECT r.day, 'EUR', r.currency, r.per_euro, 3 FROM reference_rates r
      WHERE r.day BETWEEN wanted - 6 AND wanted AND r.currency IN (base_currency, quote_currency)
    UNION ALL SELECT r.day, r.currency, 'EUR', 1 / r.per_euro, 3 FROM reference_rates r
      WHERE r.day BETWEEN wanted - 6 AND wanted AND r.currency IN (base_currency, quote_currency)
  ), found AS (
    SELECT q.day, q.rate, q.rank FROM quoted q WHERE q.base = base_currency AND q.quote = quote_currency
    UNION ALL
    SELECT a.day, a.rate * b.rate, a.rank FROM quoted a JOIN quoted b ON b.day = a.day AND b.rank = a.rank AND b.base = 'EUR' AND b.quote = quote_currency
      WHERE a.base = base_currency AND a.quote = 'EUR' AND base_currency <> 'EUR' AND quote_currency <> 'EUR'
  )
  SELECT round(f.rate, 15), f.day FROM found f ORDER BY f.day DESC, f.rank LIMIT 1
$$;
--> statement-breakpoint
COMMENT ON FUNCTION rate_of IS 'How much of one currency a unit of another was on a day, and the day whose rate that is; empty where none is known';
--> statement-breakpoint
CREATE FUNCTION convert_payment() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_catalog AS $$
DECLARE
  reports_in text;
  paid_on date;
  factor numeric;
BEGIN
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
    -- Whoever brings rates waits for this, or this waits for them: no payment is converted past a rate that comes at the same moment.
    PERFORM pg_advisory_xact_lock_shared(7304, 0), pg_advisory_xact_lock_shared(7304, hashtext(NEW.organization_id::text));
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
CREATE TRIGGER payments_convert BEFORE INSERT OR UPDATE OF amount_minor, refunded_minor, lost_minor, currency, paid_at, reporting_currency, reporting_amount_minor,
  reporting_refunded_minor, reporting_lost_minor, reporting_rate, reporting_rate_day ON payments FOR EACH ROW EXECUTE FUNCTION convert_payment();
