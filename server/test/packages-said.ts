import type { TestDatabase } from './database.ts'

/** The payments of which the row says another package than what was said of it, of its report or on its call’s form; none, always. */
export const packagesMissaid = (test: TestDatabase, organizationId: string) => test.owner<{ id: string }[]>`
  select p.id, p.for_package_id as kept from payments p where p.organization_id = ${organizationId} and p.for_package_id is distinct from coalesce(p.package_id,
    (select r.package_id from payments r where r.organization_id = p.organization_id and r.matched_payment_id = p.id),
    (select f.package_id from post_call_forms f where f.organization_id = p.organization_id and f.event_id = p.event_id))`
