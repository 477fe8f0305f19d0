-- A write asks the roster again, too: whoever came by a portal link is still on it, and the closer and setter as whom a member writes are
-- still theirs. Claiming none is claiming less, so what is left out is not asked for. That also serves servers that know no such question.
DROP FUNCTION caller_stands(text, uuid, text);
--> statement-breakpoint
CREATE FUNCTION caller_stands(kind text, caller uuid, role text, closer uuid DEFAULT NULL, setter uuid DEFAULT NULL) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
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
      RETURN EXISTS (SELECT FROM public.organization_members m WHERE m.organization_id = tenant AND m.user_id = caller AND m.role = caller_stands.role)
        AND (closer IS NULL OR EXISTS (SELECT FROM public.closers c WHERE c.organization_id = tenant AND c.id = closer AND c.user_id = caller))
        AND (setter IS NULL OR EXISTS (SELECT FROM public.setters t WHERE t.organization_id = tenant AND t.id = setter AND t.user_id = caller));
    WHEN 'api_key' THEN
      RETURN EXISTS (SELECT FROM public.api_keys k WHERE k.organization_id = tenant AND k.id = caller AND k.revoked_at IS NULL
        AND (k.expires_at IS NULL OR k.expires_at > now()));
    WHEN 'portal' THEN
      RETURN EXISTS (SELECT FROM public.portal_sessions s JOIN public.portal_links l ON l.organization_id = s.organization_id AND l.id = s.link_id
        WHERE s.organization_id = tenant AND s.id = caller AND s.ended_at IS NULL AND s.expires_at > now() AND l.revoked_at IS NULL AND l.expires_at > now()
          AND (l.closer_id IS NULL OR EXISTS (SELECT FROM public.closers c
            WHERE c.organization_id = tenant AND c.id = l.closer_id AND c.deactivated_at IS NULL))
          AND (l.setter_id IS NULL OR EXISTS (SELECT FROM public.setters t
            WHERE t.organization_id = tenant AND t.id = l.setter_id AND t.deactivated_at IS NULL)));
  END CASE;
END $$;
--> statement-breakpoint
COMMENT ON FUNCTION caller_stands IS 'Whether a user still has this role, and is still this closer and setter; a key is still good, or a portal session, of somebody who is still on the roster; and their organization is open; or an operator still acts for it; each person with a second factor where it is demanded';
--> statement-breakpoint
GRANT SELECT (closer_id, setter_id) ON portal_links TO clinch_guard;
--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO clinch_guard;
--> statement-breakpoint
ALTER FUNCTION caller_stands OWNER TO clinch_guard;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM clinch_guard;
--> statement-breakpoint
REVOKE ALL ON FUNCTION caller_stands FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION caller_stands TO app_user;
