-- By a plain hash of an input a short secret in it could be guessed. Hashes are keyed from now on; these are forgotten, and the ids stay used.
ALTER TABLE idempotency_keys NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE idempotency_keys SET input_hash = 'forgotten' WHERE operation IN ('createConnection', 'rotateConnectionSecret');
--> statement-breakpoint
ALTER TABLE idempotency_keys FORCE ROW LEVEL SECURITY;
