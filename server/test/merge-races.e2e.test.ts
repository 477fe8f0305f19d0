import { afterAll, beforeAll, expect, it } from 'vitest'
import { registerReactions } from '../src/app/modules.ts'
import type { Actor } from '../src/kernel/actor.ts'
import { mergeLeads } from '../src/modules/contacts/service/merge-leads.ts'
import { undoMerge } from '../src/modules/contacts/service/undo-merge.ts'
import { recordBooking } from '../src/modules/events/service/index.ts'
import { recordPaymentMessage } from '../src/modules/payments/service/index.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { as, makeConnection } from './intake.ts'
import { bookingOf, purchaseOf } from './messages.ts'
import { tell } from './told.ts'

const rounds = Number(process.env.RACE_ROUNDS ?? 200)

let guarded: TestDatabase
let unguarded: TestDatabase
beforeAll(async () => {
  registerReactions()
  guarded = await freshDatabase()
  unguarded = await freshDatabase()
  // Here the locks that hold leads while they are merged, and while messages tell of them, hold nothing.
  await unguarded.owner.unsafe(`
    create schema guardless;
    grant usage on schema guardless to app_user;
    create function guardless.pg_advisory_xact_lock(bigint) returns void language sql as $$ select $$;
    create function guardless.pg_advisory_xact_lock(integer, integer) returns void language sql as $$ select $$;
    alter role app_user in database ${unguarded.name} set search_path = guardless, public, pg_catalog`)
})
afterAll(async () => {
  await guarded.close()
  await unguarded.close()
})

/** How many calls and payments stand with a lead who stands no more, after each of many merges raced with a booking and a payment. */
async function astray(test: TestDatabase): Promise<number> {
  const connection = await makeConnection(test)
  const { organizationId, id: connectionId, admin } = connection
  const actor: Actor = { kind: 'webhook', organizationId, connectionId, name: 'Main' }
  const leadOf = async (email: string) => {
    const [row] = await test.owner<{ id: string }[]>`
      select lead_id as id from lead_emails where organization_id = ${organizationId} and email = ${email}`
    return row?.id ?? 'nobody'
  }
  for (let number = 1; number <= rounds; number += 1) {
    const [one, other] = [`one${number}@example.com`, `other${number}@example.com`]
    await tell(
      test,
      connection,
      bookingOf(`one${number}`, 5, { name: 'Dana', email: one }),
      bookingOf(`other${number}`, 6, { name: 'Dana', email: other }),
    )
    const message = bookingOf(`late${number}`, 7, { name: 'Dana', email: other })
    const purchase = purchaseOf(`pi_${number}`, 8, { email: other })
    const input = { survivorId: await leadOf(one), mergedId: await leadOf(other) }
    const merging = as(test.database, admin, (tx) => mergeLeads({ actor: admin, input, tx }))
    const [merge] = await Promise.all([
      merging,
      as(test.database, actor, (tx) => recordBooking({ actor, input: { message, connectionId }, tx })),
      as(test.database, actor, (tx) => recordPaymentMessage({ actor, input: { message: purchase, connectionId }, tx })),
    ])
    // Every other one is made two again while more arrives; then nothing of theirs may be left with the survivor.
    if (number % 2 === 0) {
      const more = bookingOf(`more${number}`, 9, { name: 'Dana', email: other })
      await Promise.all([
        as(test.database, admin, (tx) => undoMerge({ actor: admin, input: { mergeId: merge.id }, tx })),
        as(test.database, actor, (tx) => recordBooking({ actor, input: { message: more, connectionId }, tx })),
      ])
    }
  }
  const [row] = await test.owner<{ n: number }[]>`
    select ((select count(*) from events e join leads l on l.id = e.lead_id left join lead_emails a on a.organization_id = e.organization_id and a.email = e.lead_email
        where e.organization_id = ${organizationId} and (l.merged_into_id is not null or a.lead_id is distinct from e.lead_id))
      + (select count(*) from payments p join lead_emails a on a.organization_id = p.organization_id and a.email = p.customer_email
        where p.organization_id = ${organizationId} and (p.lead_id is distinct from a.lead_id or p.event_id is null)))::int as n`
  return row?.n ?? rounds
}

it('what arrives while two leads are made one, or two again, is with whom its address is', { timeout: 400_000 }, async () => {
  expect(await astray(guarded)).toBe(0)
})

it('without the locks on leads, some would go astray', { timeout: 400_000 }, async () => {
  const went = await astray(unguarded).catch(() => 1)
  expect(went).toBeGreaterThan(0)
})
