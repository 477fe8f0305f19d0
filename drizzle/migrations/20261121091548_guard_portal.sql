-- A portal session shows that it is alive, and ends; whose it is never changes.
REVOKE UPDATE ON portal_sessions FROM app_user;
--> statement-breakpoint
GRANT UPDATE (last_seen_at, ended_at) ON portal_sessions TO app_user;
