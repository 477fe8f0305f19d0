-- Signing in counts its attempts with the limits that every process shares.
GRANT USAGE ON SCHEMA intake TO auth_user;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION intake.consume TO auth_user;
