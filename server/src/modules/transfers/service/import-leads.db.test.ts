import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import { createDatabase } from '../../../database/tenant-transaction.ts'
import type { Database } from '../../../database/tx.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { findOrCreateLead } from '../../leads/service/index.ts'
import { type ImportLeads, importLeads } from './import-leads.ts'

let test: TestDatabase
/** With time enough for a thousand rows, also on a machine that is busy with other tests. */
let patient: Database
beforeAll(async () => {
  test = await freshDatabase()
  patient = createDatabase({ url: test.url('app_user'), max: 1, deadlineMs: 30_000 })
})
afterAll(async () => {
  await patient.close()
  await test.close()
})

const admin = async (): Promise<Actor> => adminOf(await makeOrganization(test))
const run = (actor: Actor, rows: ImportLeads['rows'], fileName = 'leads.csv') =>
  as(patient, actor, (tx) => importLeads({ actor, input: { fileName, rows }, tx }))
const leadsOf = ({ organizationId }: Actor) =>
  test.owner<{ name: string; emails: string[]; phones: string[] }[]>`
    select l.name, (select coalesce(array_agg(email order by email), '{}') from lead_emails e where e.lead_id = l.id) as emails,
      (select coalesce(array_agg(phone order by phone), '{}') from lead_phones p where p.lead_id = l.id) as phones
    from leads l where l.organization_id = ${organizationId} order by l.name, l.created_at`
const importsOf = ({ organizationId }: Actor) =>
  test.owner<{ rows: number; created: number; known: number }[]>`
    select row_count as rows, created_count as created, known_count as known from imports where organization_id = ${organizationId} order by created_at`

describe('importing leads', () => {
  it('makes who is new, and finds who is known, in the list itself too', async () => {
    const actor = await admin()
    await as(test.database, actor, (tx) =>
      findOrCreateLead(tx, { name: 'Dana Whitfield', email: 'dana@example.com', phone: '+12025550143', timeZone: null }),
    )
    await run(actor, [
      { name: 'Dana W.', email: ' DANA@example.com ', phone: '+1 202 555 0199' },
      { name: 'dana whitfield', email: 'dana@work.example', phone: '(202) 555-0143' },
      { name: 'Ivy Chen', email: 'ivy@example.com' },
      { name: 'Ivy', email: 'IVY@example.com', phone: '+442071838750' },
      { name: 'Dan Whitfield', email: 'dan@example.com', phone: '+12025550143' },
    ])
    expect(await leadsOf(actor)).toEqual([
      { name: 'Dan Whitfield', emails: ['dan@example.com'], phones: ['+12025550143'] },
      { name: 'Dana Whitfield', emails: ['dana@example.com', 'dana@work.example'], phones: ['+12025550143', '+12025550199'] },
      { name: 'Ivy Chen', emails: ['ivy@example.com'], phones: ['+442071838750'] },
    ])
    expect(await importsOf(actor)).toEqual([{ rows: 5, created: 2, known: 3 }])
  })

  it('comes to the same as booking each of them in turn', async () => {
    const [listed, booked] = [await admin(), await admin()]
    const rows = Array.from({ length: 120 }, (_, index) => ({
      name: ['Ann', 'Ben', 'Cem'][(index * 7) % 3] ?? 'Dee',
      email: index % 4 === 0 ? null : `p${(index * 13) % 29}@example.com`,
      phone: index % 4 === 0 || index % 3 === 0 ? `+1202555${1000 + ((index * 5) % 11)}` : null,
    }))
    await run(listed, rows)
    await as(test.database, booked, async (tx) => {
      for (const row of rows) await findOrCreateLead(tx, { ...row, timeZone: null })
    })
    const sorted = async (actor: Actor) => (await leadsOf(actor)).map((lead) => JSON.stringify(lead)).toSorted()
    expect(await sorted(listed)).toEqual(await sorted(booked))
  })

  it('imports nothing where a row does not fit, and names each row and field', async () => {
    const actor = await admin()
    const refused = run(actor, [
      { name: 'Good', email: 'good@example.com' },
      { name: ' ', email: 'not an address', phone: '12' },
      { name: 'Nobody' },
    ])
    await expect(refused).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: {
        fields: [
          { path: 'rows.1.name', message: expect.stringContaining('Row 2') },
          { path: 'rows.1.email', message: expect.stringContaining('not an address') },
          { path: 'rows.1.phone', message: expect.stringContaining('Row 2') },
          { path: 'rows.2.email', message: expect.stringContaining('Row 3') },
        ],
      },
    })
    expect(await leadsOf(actor)).toEqual([])
    expect(await importsOf(actor)).toEqual([])
  })

  it('takes a thousand rows at once, and no more', async () => {
    const actor = await admin()
    const rows = Array.from({ length: 1_001 }, (_, index) => ({
      name: `Lead ${index}`,
      email: `lead${index}@example.com`,
      phone: `+1202${5_550_000 + index}`,
    }))
    await expect(run(actor, rows)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await run(actor, rows.slice(0, 1_000))
    expect(await leadsOf(actor)).toHaveLength(1_000)
  })

  it('counts against the month that it is made in, which begins at midnight in UTC', async () => {
    const actor = await admin()
    const fill = (months: number, count: number) => test.owner`
      insert into imports (organization_id, id, kind, file_name, row_count, created_count, known_count, imported_by, created_at)
      select ${actor.organizationId}, gen_random_uuid(), 'leads', 'x', 0, 0, 0, 'Ada',
        date_trunc('month', now(), 'UTC') - make_interval(months => ${months}::int) - interval '1 millisecond' * ${months}::int
      from generate_series(1, ${count}::int)`
    // The last moment of a month before does not count; the first moment of this one does.
    await fill(1, 100)
    await fill(0, 99)
    await run(actor, [{ name: 'Last', email: 'last@example.com' }])
    await expect(run(actor, [{ name: 'Over', email: 'over@example.com' }])).rejects.toMatchObject({
      code: 'PLAN_LIMIT',
      details: { limit: 100, used: 100, plan: 'TRIAL' },
    })
    await test.owner`update organizations set plan = 'professional', trial_ends_at = null where id = ${actor.organizationId}`
    await run(actor, [{ name: 'Over', email: 'over@example.com' }])
    expect(await leadsOf(actor)).toHaveLength(2)
  })

  it('is for owners and admins', async () => {
    const actor = { ...(await admin()), kind: 'api_key', keyId: 'k', name: 'Key', scopes: ['roster:write'] } as const
    await expect(run(actor, [{ name: 'A', email: 'a@example.com' }])).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
