import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerReactions } from '../src/app/modules.ts'
import type { Tx } from '../src/database/tx.ts'
import { type Actor, sessionOf } from '../src/kernel/actor.ts'
import { updateOrganization } from '../src/modules/organizations/service/update-organization.ts'
import { nobody } from '../src/modules/rates/service/nobody.ts'
import { setExchangeRate } from '../src/modules/rates/service/set-exchange-rate.ts'
import { takeDailyRates } from '../src/modules/rates/service/take-daily-rates.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { adminOf, makeOrganization } from './intake.ts'
import { payWithin, worthOf } from './rates.ts'
import { runJobs } from './run-jobs.ts'
import { until } from './until.ts'

let guarded: TestDatabase
let unguarded: TestDatabase
beforeAll(async () => {
  registerReactions()
  guarded = await freshDatabase()
  unguarded = await freshDatabase()
  // Here a payment is converted without waiting for whoever brings rates.
  const [{ definition }] = await unguarded.owner<
    [{ definition: string }]
  >`select pg_get_functiondef('convert_payment'::regproc) as definition`
  const without = definition.replace(/PERFORM pg_advisory_xact_lock_shared\([^;]*;/g, '')
  expect(without.length).toBeLessThan(definition.length)
  await unguarded.owner.unsafe(without)
})
afterAll(async () => {
  await guarded.close()
  await unguarded.close()
})

/** A moment that somebody else brings about. */
function moment() {
  let come: () => void = () => undefined
  const here = new Promise<void>((resolve) => {
    come = resolve
  })
  return { here, come }
}

const day = new Date().toISOString().slice(0, 10)
/** Noon in New York, whatever the season. */
const paid = { amount: 1_000n, at: `${day}T17:00:00Z` }

interface Change {
  /** What the payment is in, which the change concerns. */
  currency: string
  settings(admin: Actor): ReturnType<typeof sessionOf>
  bring(tx: Tx, admin: Actor): Promise<unknown>
  /** What the payment is worth afterwards. */
  worth: { currency: string; amount: bigint }
}

const ofAdmin = (admin: Actor) => sessionOf(admin, { requestId: 'race' })
const changes: Readonly<Record<string, Change>> = {
  'a rate set by hand': {
    currency: 'GBP',
    settings: ofAdmin,
    bring: (tx, actor) => setExchangeRate({ actor, input: { day, base: 'GBP', quote: 'USD', rate: '1.25' }, tx }),
    worth: { currency: 'USD', amount: 1_250n },
  },
  'reference rates': {
    currency: 'CHF',
    settings: () => nobody('rates.fetch', 'race'),
    bring: (tx) => takeDailyRates(tx, { days: [{ day, rates: ['USD', 'CHF'].map((currency) => ({ currency, perEuro: '1' })) }] }),
    worth: { currency: 'USD', amount: 1_000n },
  },
  'another reporting currency': {
    currency: 'USD',
    settings: ofAdmin,
    bring: async (tx, actor) => {
      await updateOrganization({ actor, input: { currency: 'SEK' }, tx })
      await setExchangeRate({ actor, input: { day, base: 'USD', quote: 'SEK', rate: '9' }, tx })
    },
    worth: { currency: 'SEK', amount: 9_000n },
  },
}

const isWaiting = async (test: TestDatabase) =>
  (
    await test.owner`select from pg_locks where locktype = 'advisory' and classid = 7304 and not granted and database = (select oid from pg_database where datname = ${test.name})`
  ).length > 0

/** What the payment came to that was written first and committed last. */
async function paymentFirst(test: TestDatabase, { currency, settings, bring }: Change) {
  const admin = adminOf(await makeOrganization(test))
  const [written, brought] = [moment(), moment()]
  let id = ''
  const paying = test.database.transaction(ofAdmin(admin), async (tx) => {
    id = await payWithin(tx, { ...paid, currency })
    written.come()
    await brought.here
  })
  await written.here
  const state = { done: false }
  const bringing = test.database
    .transaction(settings(admin), (tx) => bring(tx, admin))
    .finally(() => {
      state.done = true
    })
  await until('the change waits or is through', async () => state.done || (await isWaiting(test)))
  // If it did not wait, the jobs that it asked for may run before the payment is committed.
  if (state.done) await runJobs(test)
  brought.come()
  await Promise.all([paying, bringing])
  await runJobs(test)
  return worthOf(test, id)
}

/** What the payment came to that was written while the change was made and not committed. */
async function changeFirst(test: TestDatabase, { currency, settings, bring }: Change) {
  const admin = adminOf(await makeOrganization(test))
  const [changed, arrived] = [moment(), moment()]
  const bringing = test.database.transaction(settings(admin), async (tx) => {
    await bring(tx, admin)
    changed.come()
    await arrived.here
  })
  await changed.here
  let id = ''
  const state = { done: false }
  const paying = test.database
    .transaction(ofAdmin(admin), async (tx) => {
      id = await payWithin(tx, { ...paid, currency })
    })
    .finally(() => {
      state.done = true
    })
  await until('the payment waits or is stored', async () => state.done || (await isWaiting(test)))
  arrived.come()
  await Promise.all([paying, bringing])
  return worthOf(test, id)
}

describe.each(Object.entries(changes))('a payment that arrives at the moment of %s', (_what, change) => {
  it('is converted by it, whichever of them commits first', async () => {
    // Each time anew for all organizations.
    await guarded.owner`delete from reference_rates`
    expect(await paymentFirst(guarded, change)).toMatchObject(change.worth)
    await guarded.owner`delete from reference_rates`
    expect(await changeFirst(guarded, change)).toMatchObject(change.worth)
  })

  it('would slip through without the lock', async () => {
    await unguarded.owner`delete from reference_rates`
    expect(await changeFirst(unguarded, change)).not.toMatchObject(change.worth)
    await unguarded.owner`delete from reference_rates`
    const { amount } = await paymentFirst(unguarded, change)
    expect(amount).not.toBe(change.worth.amount)
  })
})

describe('a payment that changes while rates are brought', () => {
  it('is waited for by nobody, and is converted with what it changed to', async () => {
    const admin = adminOf(await makeOrganization(guarded))
    const id = await guarded.database.transaction(ofAdmin(admin), (tx) => payWithin(tx, { ...paid, currency: 'NOK' }))
    const [held, brought] = [moment(), moment()]
    // It holds the row alone, as whoever credits a payment does.
    const crediting = guarded.database.transaction(ofAdmin(admin), async (tx) => {
      await tx.query(`update payments set note = 'credited' where organization_id = $1 and id = $2`, [tx.organizationId, id])
      held.come()
      await brought.here
    })
    await held.here
    const bring = (tx: Tx) => setExchangeRate({ actor: admin, input: { day, base: 'NOK', quote: 'USD', rate: '0.1' }, tx })
    expect(await guarded.database.transaction(ofAdmin(admin), bring)).toMatchObject({ converted: 0, isConverting: true })
    brought.come()
    await crediting
    await runJobs(guarded)
    expect(await worthOf(guarded, id)).toMatchObject({ currency: 'USD', amount: 100n })
  })
})
