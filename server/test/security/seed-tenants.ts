import type postgres from 'postgres'
import { insertOf, rowOf, type Tenant, tenantTables } from './tenant-rows.ts'

/** Puts the nth row of a tenant into a table, with some columns changed. */
async function put(owner: postgres.Sql, tenant: Tenant, table: string, nth: number, changes: object = {}): Promise<void> {
  const row = { ...rowOf(table, tenant, nth), ...changes }
  await owner.unsafe(insertOf(table, row), [JSON.stringify(row)])
}

async function putFirstRows(owner: postgres.Sql, tenant: Tenant, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    if (tenantTables[table]?.columns) await put(owner, tenant, table, 1)
    // Further rows refer to a second one, which stands by itself.
    if (table === 'events') await put(owner, tenant, table, 2, { duplicate_of_id: null })
    if (table === 'leads') await put(owner, tenant, table, 2, { merged_into_id: null })
  }
}

/** To which the third row of some tables refers. */
const furtherRows: readonly [table: string, nth: number, changes?: object][] = [
  ['connections', 2],
  ['events', 4],
  ['leads', 4],
  ['payments', 2, { origin: 'processor', purchase_ref: 'pi_2', form_id: null, matched_payment_id: null }],
]

/** Gives each tenant a first row in every table that is written straight, and a second event and lead, which further rows refer to. */
export async function seedTenants(owner: postgres.Sql, tenants: readonly Tenant[]): Promise<void> {
  for (const tenant of tenants) {
    await putFirstRows(owner, tenant, Object.keys(tenantTables))
    for (const [table, nth, changes] of furtherRows) await put(owner, tenant, table, nth, changes)
  }
}

/**
 * Rows of an organization that there is already, in every table. The first of each belong to the first closer and setter; the fifth of
 * leads, events and payments, with what hangs on them, to the second closer; the sixth payment is there to be credited anew.
 */
export async function seedCalls(owner: postgres.Sql, tenant: Tenant): Promise<void> {
  await putFirstRows(
    owner,
    tenant,
    Object.keys(tenantTables).filter((table) => table !== 'organizations'),
  )
  const ofProcessor = { origin: 'processor', form_id: null, matched_payment_id: null, deletion_id: null }
  const credit = { lead_id: tenant.id('leads', 5), closer_id: tenant.id('closers', 2), setter_id: null }
  const event = { event_id: tenant.id('events', 5) }
  await put(owner, tenant, 'closers', 2)
  await put(owner, tenant, 'setters', 2)
  await put(owner, tenant, 'portal_links', 2)
  await put(owner, tenant, 'leads', 5, { email: 'erin@lead.example', rep_ids: [credit.closer_id], merged_into_id: null })
  await put(owner, tenant, 'events', 5, {
    ...credit,
    rescheduled_from_id: null,
    duplicate_of_id: null,
    setter_name: 'Nobody Known',
    setter_key: 'nobody known',
  })
  await put(owner, tenant, 'post_call_forms', 5, event)
  await put(owner, tenant, 'post_call_form_versions', 5, { form_id: tenant.id('post_call_forms', 5) })
  await put(owner, tenant, 'event_history', 5, event)
  await put(owner, tenant, 'payments', 5, { ...credit, ...event, ...ofProcessor, purchase_ref: 'pi_5' })
  await put(owner, tenant, 'attribution_decisions', 5, { ...credit, ...event, payment_id: tenant.id('payments', 5) })
  await put(owner, tenant, 'payments', 6, { ...ofProcessor, purchase_ref: 'pi_6' })
}
