-- The plan, the state and what goes with them are not the tenant's own to change: the app may write the other columns only.
REVOKE INSERT, UPDATE ON organizations FROM app_user;
--> statement-breakpoint
GRANT INSERT (id, name, time_zone, currency, attribution_window_days, report_match_days, created_at) ON organizations TO app_user;
--> statement-breakpoint
GRANT UPDATE (name, time_zone, currency, attribution_window_days, report_match_days) ON organizations TO app_user;
