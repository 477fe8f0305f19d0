-- A portal session shows that it is alive, and ends; whose it is never changes.
REVOKE UPDATE ON portal_sessions FROM app_user;
--> statement-breakpoint
GRANT UPDATE (last_seen_at, ended_at) ON portal_sessions TO app_user;
--> statement-breakpoint
-- A portal link is used, and revoked; whose it is and how long it lasts never changes: another is made in its place.
REVOKE UPDATE ON portal_links FROM app_user;
--> statement-breakpoint
GRANT UPDATE (first_used_at, last_used_at, revoked_at) ON portal_links TO app_user;
--> statement-breakpoint
-- The log tells of each link, each opening and each end. That somebody is still there, told each minute, is nothing for it.
DROP TRIGGER portal_links_audit ON portal_links;
--> statement-breakpoint
CREATE TRIGGER portal_links_audit AFTER INSERT OR DELETE OR UPDATE OF organization_id, id, closer_id, setter_id, token_hash, last_four, single_use,
  created_by, created_at, expires_at, first_used_at, revoked_at ON portal_links FOR EACH ROW EXECUTE FUNCTION record_audit();
--> statement-breakpoint
CREATE TRIGGER portal_sessions_audit AFTER INSERT OR DELETE OR UPDATE OF organization_id, id, link_id, token_hash, address, device, created_at,
  expires_at, ended_at ON portal_sessions FOR EACH ROW EXECUTE FUNCTION record_audit();
