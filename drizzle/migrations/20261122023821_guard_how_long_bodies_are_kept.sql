-- How long the bodies of deliveries are kept came after the list of what a read-only organization cannot change: shortened, it would strip
-- what can be had nowhere else.
CREATE TRIGGER organizations_read_only_bodies BEFORE UPDATE OF delivery_body_days ON organizations
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_while_read_only();
