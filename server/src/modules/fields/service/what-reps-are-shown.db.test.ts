import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CallsWithCash } from '../../../../test/call-with-cash.ts'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { as, makeConnection, type TestConnection } from '../../../../test/intake.ts'
import { makeEveryField, makeField, setLead } from '../../../../test/own-fields.ts'
import { registerReactions } from '../../../app/modules.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { listLeads } from '../../contacts/service/list-leads.ts'
import { updatePortalSettings } from '../../organizations/service/update-portal-settings.ts'
import { createPackage } from '../../packages/service/create-package.ts'
import { countPaymentsForPackages } from '../../payments/service/payment-packages.ts'
import { setPaymentCustomFields } from '../../payments/service/set-payment-custom-fields.ts'
import { countUses } from './count-uses.ts'
import { listFields } from './field-row.ts'
import { loadValues } from './load-values.ts'
import { type FieldFilter, readFieldFilters } from './read-field-filters.ts'

let test: TestDatabase
let home: TestConnection
let rep: Actor
let leadId: string
let paymentId: string
beforeAll(async () => {
  registerReactions()
  test = await freshDatabase()
})
afterAll(() => test.close())

beforeEach(async () => {
  home = await makeConnection(test)
  const { admin, organizationId } = home
  const calls = new CallsWithCash(test, home)
  await calls.hirePriya()
  const eventId = await calls.book('dana', 5)
  paymentId = await calls.pay('pi_dana', 'dana', 300_000n, 6)
  const [row] = await test.owner<{ leadId: string; closerId: string }[]>`
    select lead_id as "leadId", closer_id as "closerId" from events where id = ${eventId}`
  leadId = row?.leadId ?? ''
  const closerId = row?.closerId ?? ''
  rep = { kind: 'portal', organizationId, linkId: closerId, sessionId: closerId, name: 'Priya', closerId, setterId: null }
  await makeEveryField(test, admin)
})

const show = (input: Parameters<typeof updatePortalSettings>[0]['input']) =>
  as(test.database, home.admin, (tx) => updatePortalSettings({ actor: home.admin, input, tx }))
const valuesSeenBy = (actor: Actor) =>
  as(test.database, actor, async (tx) => (await loadValues('lead')(tx, [leadId])).get(leadId)?.values ?? {})
const found = (actor: Actor, filter: FieldFilter) =>
  as(test.database, actor, async (tx) => {
    const fields = await readFieldFilters(tx, 'lead', [filter])
    return (await listLeads(tx, { fields }, { field: 'name', direction: 'asc' }, { first: 5 })).rows.length
  })
const usesSeenBy = (actor: Actor, subject: 'lead' | 'payment') =>
  as(test.database, actor, async (tx) => {
    const fields = await listFields(tx, subject)
    const uses = await countUses(
      tx,
      fields.map(({ id }) => id),
    )
    const used: Record<string, number> = {}
    for (const { id, key } of fields) {
      const count = uses.get(id) ?? 0
      if (count > 0) used[key] = count
    }
    return used
  })

describe('a rep who is not shown how to reach leads', () => {
  it.each([
    ['an address', 'Write to dana@lead.example.'],
    ['a number in groups', 'Call (202) 555-0143 after six'],
    ['a number with its country', '+1 202 555 0143'],
    ['a number without spaces', 'tel 2025550143'],
    ['a number in other digits', 'call ٢٠٢٥٥٥٠١٤٣'],
  ])('is not shown a text with %s in it', async (_what, text) => {
    await setLead(test, home.admin, leadId, { text, long_text: `Likes cycling.\n${text}`, number: 5 })
    expect(Object.keys(await valuesSeenBy(rep)).sort()).toEqual(['long_text', 'number', 'text'])
    await show({ leadContacts: false })
    expect(await valuesSeenBy(rep)).toEqual({ number: 5 })
    expect(await valuesSeenBy(home.admin)).toMatchObject({ text })
  })

  it('is not shown a link that leads to one, nor what is made to say it, and is shown all else', async () => {
    const said = { url: 'https://wa.me/12025550143', email: 'dana@lead.example', phone: '+12025550143' }
    const rest = { text: 'Has 12 vans, since 2019', select: 'hot', boolean: true, date: '2026-10-05' }
    await setLead(test, home.admin, leadId, { ...said, ...rest })
    await show({ leadContacts: false })
    expect(await valuesSeenBy(rep)).toEqual(rest)
    expect(await usesSeenBy(rep, 'lead')).toEqual({ text: 1, select: 1, boolean: 1, date: 1, url: 1 })
    expect(await usesSeenBy(home.admin, 'lead')).toMatchObject({ email: 1, phone: 1 })
  })

  it('finds nobody by what is written, letter by letter or whole', async () => {
    await setLead(test, home.admin, leadId, { text: 'dana@lead.example', url: 'https://a.example', number: 5, select: 'hot' })
    const asked: FieldFilter[] = [
      { key: 'text', text: { contains: 'd' } },
      { key: 'text', text: { equals: 'dana@lead.example' } },
      { key: 'long_text', text: { anyOf: ['dana@lead.example'] } },
      { key: 'url', text: { contains: 'a' } },
    ]
    expect(await found(rep, { key: 'text', text: { contains: 'd' } })).toBe(1)
    await show({ leadContacts: false })
    for (const filter of asked) {
      await expect(found(rep, filter)).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
        details: { fields: [{ path: 'filter.fields.0.text' }] },
      })
    }
    expect(await found(rep, { key: 'number', number: { equals: 5 } })).toBe(1)
    expect(await found(rep, { key: 'select', options: ['hot'] })).toBe(1)
    expect(await found(home.admin, { key: 'text', text: { contains: 'd' } })).toBe(1)
  })
})

describe('a rep who is not shown payments', () => {
  it('is not told how many have a value or are for a package', async () => {
    const { admin } = home
    await makeField(test, admin, { subject: 'payment', label: 'Batch', kind: 'number' })
    await as(test.database, admin, (tx) => setPaymentCustomFields({ actor: admin, input: { id: paymentId, values: { batch: 7 } }, tx }))
    const price = { amount: '3000', currency: 'USD' }
    const { id } = await as(test.database, admin, (tx) =>
      createPackage({ actor: admin, tx, input: { name: 'Growth', price, paidInFull: true } }),
    )
    await test.owner`update payments set package_id = ${id} where id = ${paymentId}`
    const told = async (actor: Actor) => ({
      ...(await usesSeenBy(actor, 'payment')),
      packages: (await as(test.database, actor, (tx) => countPaymentsForPackages(tx, [id]))).get(id) ?? 0,
    })
    expect(await told(rep)).toEqual({ batch: 1, packages: 1 })
    for (const money of ['figures', 'none'] as const) {
      await show({ money })
      expect(await told(rep)).toEqual({ packages: 0 })
      expect(await told(admin)).toEqual({ batch: 1, packages: 1 })
    }
  })
})
