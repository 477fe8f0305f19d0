-- The platform's own doors. Every function here asks first whether the calling user is an operator, whoever calls it.
CREATE SCHEMA platform;
--> statement-breakpoint
GRANT USAGE ON SCHEMA platform TO app_user;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA platform TO clinch_guard;
--> statement-breakpoint
GRANT SELECT ON user_roles TO clinch_guard;
--> statement-breakpoint
CREATE POLICY user_roles_of_operators ON user_roles FOR SELECT TO clinch_guard USING (true);
