import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../../test/intake.ts'
import { leadWith, makeEveryField, makeField, valuesOf } from '../../../../test/own-fields.ts'
import { createDatabase } from '../../../database/tenant-transaction.ts'
import type { Database } from '../../../database/tx.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { findOrCreateLead } from '../../leads/service/index.ts'
import { retireCustomField } from '../../fields/service/retire-custom-field.ts'
import { updateCustomField } from '../../fields/service/update-custom-field.ts'
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

  it('brings own fields of every kind, and overwrites nothing that is known of somebody', async () => {
    const actor = await admin()
    await makeEveryField(test, actor)
    const known = await leadWith(test, actor, 'Dana', { text: 'Told by herself' })
    await run(actor, [
      { name: 'Dana', email: 'dana@example.com', customFields: { text: 'Of the file', number: 12, select: 'hot' } },
      {
        name: 'Ivy',
        email: 'ivy@example.com',
        customFields: {
          money: { amount: '1234.5', currency: 'USD' },
          multi_select: ['cold', 'hot'],
          boolean: true,
          date: '2026-02-28',
          phone: '+1 (202) 555-0143',
          url: 'example.com/a',
          text: ' ',
        },
      },
      // The same person again: what was said first stands, and what was not is taken.
      { name: 'Ivy', email: 'IVY@example.com', customFields: { boolean: false, long_text: 'one\ntwo' } },
      { name: 'Jo', email: 'jo@example.com' },
    ])
    expect(await valuesOf(test, 'leads', known)).toEqual({ text: 'Told by herself', number: 12, select: 'hot' })
    const rows = await test.owner<{ name: string; values: unknown }[]>`
      select name, custom_fields as values from leads where organization_id = ${actor.organizationId} and name <> 'Dana' order by name`
    expect([...rows]).toEqual([
      {
        name: 'Ivy',
        values: {
          money: { amount: '1234.50', currency: 'USD' },
          multi_select: ['hot', 'cold'],
          boolean: true,
          date: '2026-02-28',
          phone: '+12025550143',
          url: 'https://example.com/a',
          long_text: 'one\ntwo',
        },
      },
      { name: 'Jo', values: {} },
    ])
  })

  it('names the row and the own field that does not fit, and imports nothing then', async () => {
    const actor = await admin()
    await makeEveryField(test, actor)
    const retired = await makeField(test, actor, { label: 'Old' })
    await as(test.database, actor, (tx) => retireCustomField({ actor, input: { id: retired }, tx }))
    const refused = run(actor, [
      { name: 'Good', email: 'good@example.com', customFields: { number: 1 } },
      { name: 'Ann', email: 'ann@example.com', customFields: { number: 'twelve', select: 'lukewarm' } },
      { name: 'Ben', email: 'ben@example.com', customFields: { old: 'x', nowhere: 'x', money: { amount: '1', currency: 'XXQ' } } },
    ])
    await expect(refused).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: {
        fields: [
          { path: 'rows.1.customFields.number', message: expect.stringMatching(/^Row 2: /) },
          { path: 'rows.1.customFields.select', message: expect.stringMatching(/^Row 2: /) },
          { path: 'rows.2.customFields.old', message: expect.stringContaining('is retired') },
          { path: 'rows.2.customFields.nowhere', message: 'Row 3: There is no such field.' },
          { path: 'rows.2.customFields.money.currency', message: expect.stringMatching(/^Row 3: /) },
        ],
      },
    })
    expect(await leadsOf(actor)).toEqual([])
  })

  it('gives no option that is being taken away, whoever is first', async () => {
    const actor = await admin()
    const id = await makeField(test, actor, { label: 'Stage', kind: 'select', options: [{ label: 'Hot' }, { label: 'Cold' }] })
    const rows = Array.from({ length: 50 }, (_, index) => ({
      name: `Lead ${index}`,
      email: `lead${index}@example.com`,
      customFields: { stage: 'cold' },
    }))
    const takeAway = as(test.database, actor, (tx) =>
      updateCustomField({ actor, input: { id, options: [{ key: 'hot', label: 'Hot' }] }, tx }),
    )
    const [imported] = await Promise.allSettled([run(actor, rows), takeAway])
    const [option] = await test.owner<{ retired: boolean }[]>`
      select retired_at is not null as retired from custom_field_options where organization_id = ${actor.organizationId} and key = 'cold'`
    // Either the leads have it and it is kept for them, or it is gone and nothing was imported.
    expect([imported.status, option?.retired ?? null]).toEqual(imported.status === 'fulfilled' ? ['fulfilled', true] : ['rejected', null])
  })

  it('takes a thousand rows at once, and no more', async () => {
    const actor = await admin()
    const rows = Array.from({ length: 1_001 }, (_, index) => ({
      name: `Lead ${index}`,
      email: `lead${index}@example.com`,
      phone: `+1202${5_550_000 + index}`,
      customFields: { budget: index, stage: index % 2 === 0 ? 'hot' : 'cold' },
    }))
    await makeField(test, actor, { label: 'Budget', kind: 'number' })
    await makeField(test, actor, { label: 'Stage', kind: 'select', options: [{ label: 'Hot' }, { label: 'Cold' }] })
    await expect(run(actor, rows)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' })
    await run(actor, rows.slice(0, 1_000))
    expect(await leadsOf(actor)).toHaveLength(1_000)
    const [filled] = await test.owner<{ count: number; sum: number }[]>`
      select count(*)::int as count, sum((custom_fields ->> 'budget')::int)::int as sum from leads
      where organization_id = ${actor.organizationId} and custom_fields ? 'stage'`
    expect(filled).toEqual({ count: 1_000, sum: 499_500 })
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
