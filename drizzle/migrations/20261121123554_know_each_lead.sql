ALTER TABLE "lead_emails" ADD COLUMN "mailbox" text GENERATED ALWAYS AS (case when split_part(email, '@', 2) in ('gmail.com', 'googlemail.com')
        then replace(split_part(split_part(email, '@', 1), '+', 1), '.', '') || '@gmail.com'
        else split_part(split_part(email, '@', 1), '+', 1) || '@' || split_part(email, '@', 2) end) STORED;--> statement-breakpoint
ALTER TABLE "lead_phones" ADD COLUMN "learned_from" text DEFAULT 'booking' NOT NULL;--> statement-breakpoint
ALTER TABLE "leads" ADD COLUMN "name_key" text GENERATED ALWAYS AS (btrim(regexp_replace(lower(normalize(name, NFKC)), '[^[:alnum:]]+', ' ', 'g'))) STORED;--> statement-breakpoint
CREATE INDEX "lead_emails_by_mailbox" ON "lead_emails" USING btree ("organization_id","mailbox");--> statement-breakpoint
CREATE INDEX "leads_by_name_key" ON "leads" USING btree ("organization_id","name_key");--> statement-breakpoint
-- An address is taken off a lead again, or goes with a merge: what was there stands in the audit log.
GRANT DELETE ON lead_emails, lead_phones TO app_user;
