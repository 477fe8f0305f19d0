import { afterAll, beforeAll, expect, it } from 'vitest'
import { CallsWithCash } from '../../../../test/call-with-cash.ts'
import { booking, type CreditStory, startCreditStory } from '../../../../test/credit-story.ts'
import { Creditings } from '../../../../test/crediting.ts'
import type { TestDatabase } from '../../../../test/database.ts'
import { as } from '../../../../test/intake.ts'
import { day, inviteeRef, purchaseOf } from '../../../../test/messages.ts'
import { patientDatabase } from '../../../../test/patient-database.ts'
import { type Chance, chanceOf } from '../../../../test/stories/chance.ts'
import { registerReactions } from '../../../app/modules.ts'
import { attributePayment } from '../service/attribute-payment.ts'
import type { MovedMoney } from '../service/moved-money.ts'
import { previewAttribution, rerunAttribution } from '../service/rerun-attribution.ts'
import type { RerunInput } from '../service/rerun-input.ts'

let test: TestDatabase
beforeAll(async () => {
  registerReactions()
  test = await patientDatabase()
})
afterAll(() => test.close())

const hosts = [
  { email: 'priya@northlight.example', name: 'Priya Nair' },
  { email: 'omar@northlight.example', name: 'Omar Diaz' },
  { email: 'maya@northlight.example', name: 'Maya Okafor' },
]
const closerNames = ['Priya Nair', 'Omar Diaz', 'Maya Okafor'] as const
const customers = ['ann', 'bob', 'cy'].map((name) => ({ name, email: `${name}@example.com`, phone: null }))

/** Calls, payments of plans and alone, reported cash, credits by hand, and then settings and calls that are corrected behind them all. */
async function tellAnything(story: CreditStory, chance: Chance): Promise<void> {
  const { organizationId } = story.connection
  const calls = Array.from({ length: 7 }, (_, n) => `call_${n}`)
  for (const ref of calls) await story.tell(booking(ref, chance.whole(1, 30), chance.pick(customers), { hosts: [chance.pick(hosts)] }))
  for (let n = 0; n < 18; n += 1) {
    const who = chance.pick(customers)
    const email = chance.fraction() < 0.8 ? who.email : null
    const subscriptionRef = chance.fraction() < 0.7 ? `sub_${chance.fraction() < 0.8 ? who.name : 'any'}` : null
    const metadata: Record<string, string> = chance.fraction() < 0.1 ? { event_id: inviteeRef(chance.pick(calls)) } : {}
    // At few instants, so that many are equals; some of them after October.
    const paidAt = day(chance.pick([5, 12, 12, 20, 20, 25, 33]), 15)
    await story.tell(
      purchaseOf(`pi_${String.fromCharCode(97 + n)}`, 1, { ref: `cus_${who.name}`, email }, { subscriptionRef, metadata, paidAt }),
    )
  }
  const cash = new CallsWithCash(test, story.connection)
  for (const ref of calls.slice(0, 2)) await cash.report(await story.eventOf(ref), 300_000n)
  for (let n = 0; n < 2; n += 1) {
    const paymentId = await story.paymentOf(`pi_${String.fromCharCode(97 + chance.whole(0, 17))}`)
    const input = { paymentId, closerId: story.closers[chance.pick(closerNames)] }
    await as(test.database, story.admin, (tx) => attributePayment({ actor: story.admin, input, tx }))
  }
  await test.owner`update organizations set attribution_window_days = ${chance.pick([1, 2, 4])} where id = ${organizationId}`
  for (const ref of calls.filter(() => chance.fraction() < 0.4))
    await test.owner`update events set closer_id = ${story.closers[chance.pick(closerNames)]} where organization_id = ${organizationId} and booking_ref = ${inviteeRef(ref)}`
}

function askAnything(story: CreditStory, chance: Chance): RerunInput {
  const from = chance.whole(1, 9)
  const period = { from: `2026-10-${String(from).padStart(2, '0')}`, to: `2026-10-${String(chance.whole(20, 31)).padStart(2, '0')}` }
  const filter = chance.pick<RerunInput['filter']>([
    null,
    null,
    null,
    null,
    { methods: ['inherited', 'matched_past'] },
    { closerIds: [story.closers[chance.pick(closerNames)], story.closers['Omar Diaz']] },
  ])
  return { period, filter }
}

const movesByName = (story: CreditStory, people: readonly MovedMoney[]) =>
  people
    .map(({ personId, ...moved }) => ({ name: closerNames.find((name) => story.closers[name] === personId), ...moved }))
    .sort((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1))

/** All that crediting stores, by names that two organizations share. */
async function stored(story: CreditStory) {
  const { organizationId } = story.connection
  const payments = await test.owner`
    select coalesce(p.purchase_ref, e.booking_ref) as name, p.origin, p.attribution_method as method, p.attribution_locked as locked, p.confidence, p.deal_type,
      c.name as closer, e.booking_ref as event, l.name as lead, m.purchase_ref as matched
    from payments p left join events e on e.id = p.event_id left join closers c on c.id = p.closer_id left join leads l on l.id = p.lead_id
      left join payments m on m.id = p.matched_payment_id
    where p.organization_id = ${organizationId} order by p.origin, 1`
  const decisions = await test.owner`
    select coalesce(p.purchase_ref, o.booking_ref) as name, d.method, d.locked, d.confidence, d.summary, d.reason, c.name as closer, e.booking_ref as event,
      array(select step ->> 'explanation' from jsonb_array_elements(d.trail) step) as trail
    from attribution_decisions d join payments p on p.id = d.payment_id left join events o on o.id = p.event_id
      left join events e on e.id = d.event_id left join closers c on c.id = d.closer_id
    where d.organization_id = ${organizationId} order by p.origin, 1, d.decided_at, d.id`
  return { payments: [...payments], decisions: [...decisions] }
}

it.each(Array.from({ length: 10 }, (_, seed) => seed + 1))(
  'credited step by step, the same comes out as at once, and as was shown before (story %i)',
  async (seed) => {
    const [once, steps] = [await startCreditStory(test), await startCreditStory(test)]
    await tellAnything(once, chanceOf(seed))
    await tellAnything(steps, chanceOf(seed))
    expect(await stored(steps)).toEqual(await stored(once))
    const [input, same] = [askAnything(once, chanceOf(seed + 100)), askAnything(steps, chanceOf(seed + 100))]
    const shown = await as(test.database, once.admin, (tx) => previewAttribution({ actor: once.admin, input, tx }))
    const { fingerprint } = shown
    await as(test.database, once.admin, (tx) => rerunAttribution({ actor: once.admin, input: { ...input, fingerprint }, tx }))

    const size = { payments: chanceOf(seed).whole(1, 3), withHeirs: chanceOf(seed).whole(1, 9) }
    const runs = new Creditings(test, steps, { size, stepsATurn: 5 })
    const previewId = await runs.preview(same)
    const seen = await runs.runThrough(previewId)
    expect(seen).toMatchObject({ payments: shown.payments, locked: shown.locked, changed: shown.changes.length })
    expect(movesByName(steps, seen.people)).toEqual(movesByName(once, shown.people))
    if (seen.changed > 0) expect(await runs.runThrough(await runs.rerun(previewId))).toMatchObject({ state: 'done', changed: seen.changed })
    expect(await stored(steps)).toEqual(await stored(once))
  },
  60_000,
)
