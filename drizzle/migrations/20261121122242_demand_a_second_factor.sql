ALTER TABLE "auth"."ended_sessions" DROP CONSTRAINT "ended_sessions_reason_known";--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "second_factor_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "session_idle_hours" integer;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_session_idle_hours_in_range" CHECK ("organizations"."session_idle_hours" between 1 and 168);--> statement-breakpoint
ALTER TABLE "auth"."ended_sessions" ADD CONSTRAINT "ended_sessions_reason_known" CHECK ("auth"."ended_sessions"."reason" in ('signed_in_elsewhere', 'revoked', 'password_reset', 'idle'));
--> statement-breakpoint
GRANT UPDATE (second_factor_required, session_idle_hours) ON organizations TO app_user;
--> statement-breakpoint
-- Settings like the others: nothing of them changes while the organization can only be read.
CREATE TRIGGER organizations_security_read_only BEFORE UPDATE OF second_factor_required, session_idle_hours ON organizations
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_while_read_only();
--> statement-breakpoint
-- Who was recognised before it was demanded is asked for again, in every process.
CREATE TRIGGER organizations_security_of_callers AFTER UPDATE OF second_factor_required ON organizations
  FOR EACH STATEMENT EXECUTE FUNCTION tell_callers_changed();
--> statement-breakpoint

-- All that the application learns of second factors: whether the calling user has one, and who of their organization does.
GRANT SELECT (two_factor_enabled) ON auth.users TO clinch_guard;
--> statement-breakpoint
CREATE FUNCTION identity.has_second_factor() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT FROM auth.users u WHERE u.id = nullif(current_setting('app.user_id', true), '')::uuid AND u.two_factor_enabled)
$$;
--> statement-breakpoint
COMMENT ON FUNCTION identity.has_second_factor IS 'Whether signing in asks the calling user for a code as well';
--> statement-breakpoint
CREATE FUNCTION identity.members_with_second_factor(wanted uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT m.user_id FROM public.organization_members m JOIN auth.users u ON u.id = m.user_id
  WHERE m.organization_id = nullif(current_setting('app.organization_id', true), '')::uuid
    AND current_setting('app.scope', true) = 'organization' AND m.user_id = ANY (wanted) AND u.two_factor_enabled
$$;
--> statement-breakpoint
COMMENT ON FUNCTION identity.members_with_second_factor IS 'Of these users those who are members of the organization and have a second factor, for who sees the whole organization';
--> statement-breakpoint

-- What signing in knows of a user's organizations: their names, of which no password may be made, and the shortest time after which one of
-- them wants a session ended that nobody used. A session is one for all of them, and using it for one would keep it open for the others.
CREATE FUNCTION identity.organization_names(person uuid) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT o.name FROM public.organization_members m JOIN public.organizations o ON o.id = m.organization_id WHERE m.user_id = person
$$;
--> statement-breakpoint
COMMENT ON FUNCTION identity.organization_names IS 'The names of a user''s organizations';
--> statement-breakpoint
CREATE FUNCTION identity.session_idle_hours(person uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT min(o.session_idle_hours) FROM public.organization_members m JOIN public.organizations o ON o.id = m.organization_id WHERE m.user_id = person
$$;
--> statement-breakpoint
COMMENT ON FUNCTION identity.session_idle_hours IS 'After how many hours without use a user''s sessions end; null where none of their organizations says so';
--> statement-breakpoint

-- A write asks for the second factor again, too.
CREATE OR REPLACE FUNCTION caller_stands(kind text, caller uuid, role text) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  tenant uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  house public.organizations;
BEGIN
  SELECT * INTO house FROM public.organizations o WHERE o.id = tenant;
  IF kind IN ('user', 'operator') AND house.second_factor_required
    AND NOT EXISTS (SELECT FROM auth.users u WHERE u.id = caller AND u.two_factor_enabled) THEN RETURN false; END IF;
  IF kind = 'operator' THEN
    RETURN EXISTS (SELECT FROM public.operator_sessions s WHERE s.organization_id = tenant AND s.user_id = caller AND s.ended_at IS NULL AND s.expires_at > now())
      AND EXISTS (SELECT FROM public.user_roles r WHERE r.user_id = caller AND r.role = 'super_admin');
  END IF;
  IF house.state IS DISTINCT FROM 'active' THEN RETURN false; END IF;
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
COMMENT ON FUNCTION caller_stands IS 'Whether a user still has this role, a key or a portal session is still good, and their organization is open; or an operator still acts for it; each person with a second factor where it is demanded';
--> statement-breakpoint
DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['has_second_factor()', 'members_with_second_factor(uuid[])', 'organization_names(uuid)', 'session_idle_hours(uuid)'] LOOP
    EXECUTE format('ALTER FUNCTION identity.%s OWNER TO clinch_guard', f);
    EXECUTE format('REVOKE ALL ON FUNCTION identity.%s FROM PUBLIC', f);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION identity.has_second_factor, identity.members_with_second_factor TO app_user;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION identity.organization_names, identity.session_idle_hours TO auth_user;
