import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAudit } from '../src/modules/audit/service/list-audit.ts'
import { listEvents } from '../src/modules/events/service/list-events.ts'
import { listInvitations, listMembers } from '../src/modules/organizations/service/load-people.ts'
import { listPayments } from '../src/modules/payments/service/list-payments.ts'
import type { Tx } from '../src/database/tx.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { makeOrganization } from './intake.ts'
import { plansIn } from './plans-in.ts'

let test: TestDatabase
let organizationId: string
beforeAll(async () => {
  test = await freshDatabase()
  organizationId = await makeOrganization(test)
})
afterAll(() => test.close())

const plansOf = (work: (tx: Tx) => Promise<unknown>) => plansIn(test.database, organizationId, work, ['seqscan', 'bitmapscan'])

describe('a page of a list is read from an index, in its order', () => {
  const orders = ['asc', 'desc'] as const
  const eventFilters = [{}, { closerIds: [] }, { statuses: ['scheduled'] }] as const

  it.each(['scheduled_at', 'booked_at'] as const)('events by %s', async (field) => {
    for (const direction of orders) {
      const [plan] = await plansOf((tx) => listEvents(tx, {}, { field, direction }, {}))
      expect(plan).not.toContain('Sort')
      expect(plan).toContain('Index')
    }
  })

  it.each(['paid_at', 'amount'] as const)('payments by %s', async (field) => {
    for (const direction of orders) {
      const [plan] = await plansOf((tx) => listPayments(tx, {}, { field, direction }, {}))
      expect(plan).not.toContain('Sort')
      expect(plan).toContain('Index')
    }
  })

  it('members by when they joined, and invitations by when they were made', async () => {
    for (const page of [{}, { last: 10 }]) {
      const plans = await plansOf(async (tx) => {
        await listMembers(tx, {}, page)
        await listInvitations(tx, {}, page)
      })
      expect(plans).toHaveLength(2)
      for (const plan of plans) {
        expect(plan).not.toContain('Sort')
        expect(plan).toContain('Index')
      }
    }
  })

  it('the audit log by when it was written', async () => {
    for (const page of [{}, { last: 10 }]) {
      const [plan] = await plansOf((tx) => listAudit(tx, {}, page))
      expect(plan).not.toContain('Sort')
      expect(plan).toContain('Index')
    }
  })

  it('and filters know indexes of their own', async () => {
    for (const filter of eventFilters) {
      const [plan] = await plansOf((tx) => listEvents(tx, filter, { field: 'scheduled_at', direction: 'desc' }, {}))
      expect(plan).toContain('Index')
    }
  })
})

it('no index holds a descending column in an order that no query asks for', async () => {
  const indexes = await test.owner<{ name: string }[]>`
    select indexrelid::regclass::text as name from pg_index i
    where exists (select 1 from generate_series(0, i.indnkeyatts - 1) k where i.indoption[k] & 3 = 1)`
  // Bit 1 is "descending", bit 2 "nulls first": descending alone is NULLS LAST, while "order by x desc" means NULLS FIRST.
  expect(indexes.map(({ name }) => name)).toEqual([])
})
