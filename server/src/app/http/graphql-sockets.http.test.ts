import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { activityDocument, Listening } from '../../../test/listening.ts'
import type { Person } from '../../../test/person.ts'
import { addToRoster, enterByLink, makePortalLink } from '../../../test/portal.ts'
import { type RunningApp, startApp } from '../../../test/running-app.ts'
import { makeKey } from '../../../test/security/credentials.ts'

let here: RunningApp
/** Another process's server on the same database. */
let there: RunningApp
let open: Listening[] = []
beforeAll(async () => {
  here = await startApp()
  there = await startApp({ data: here.data })
})
afterEach(() => {
  for (const each of open) each.end()
  open = []
})
afterAll(async () => {
  await there.close()
  await here.close()
})

/** Listens at the other server. */
async function listen(person: Pick<Person, 'credentials'>, document?: string): Promise<Listening> {
  const listening = await Listening.begin(there.url, person, document === undefined ? {} : { document })
  open.push(listening)
  return listening
}

interface Called {
  owner: Person
  closerId: string
  otherId: string
  eventId: string
}

/** An organization with two closers, and a call of the first. */
async function withCall(name: string): Promise<Called> {
  const owner = await here.organize(name)
  const closerId = await addToRoster(owner, 'Closer', 'Cleo', `cleo@${name.toLowerCase()}.example`)
  const otherId = await addToRoster(owner, 'Closer', 'Otto', `otto@${name.toLowerCase()}.example`)
  const { createLead } = await owner.ask<{ createLead: { lead: { id: string } } }>(
    'mutation ($email: String!) { createLead(input: { name: "Dana", email: $email }) { lead { id } } }',
    { email: `dana@${name.toLowerCase()}.example` },
  )
  const eventId = await putCall({ owner, closerId, leadId: createLead.lead.id })
  return { owner, closerId, otherId, eventId }
}

async function putCall({ owner, closerId, leadId }: { owner: Person; closerId: string; leadId: string }): Promise<string> {
  const [row] = await here.data.owner<{ id: string }[]>`
    insert into events (organization_id, id, booking_ref, lead_id, lead_name, closer_id, scheduled_at, booked_at, status, answers)
    values (${owner.organizationId}, new_id(), new_id()::text, ${leadId}, 'Dana', ${closerId}, now() - interval '1 hour', now(), 'scheduled', '[]')
    returning id`
  return row?.id ?? ''
}

const file = (person: Person, eventId: string) =>
  person.ask(
    `mutation ($eventId: ID!) { submitPostCallForm(input: { eventId: $eventId, callOccurred: true, leadShowed: true, offerMade: true,
       dealClosed: true, cashCollected: { amount: "1200", currency: "USD" }, paymentType: PIF }) { event { id } } }`,
    { eventId },
  )

const touch = (eventId: string) =>
  here.data.owner`update events set answers = answers || '[{"question":"a","answer":"b"}]' where id = ${eventId}`

describe('who listens at one process', () => {
  it('is told of a booking, a form and its payment that another takes in', async () => {
    const { owner, eventId } = await withCall('Told')
    const listening = await listen(owner)
    await file(owner, eventId)
    await listening.hears(
      'the form',
      ({ kind, recordId, event }) => kind === 'POST_CALL_FORM' && recordId === eventId && event?.leadName === 'Dana',
    )
    await listening.hears('the call', ({ kind, recordId }) => kind === 'BOOKING' && recordId === eventId)
    await listening.hears('the cash', ({ kind, event }) => kind === 'PAYMENT' && event === null)
  })

  it('misses nothing that happens between being let in and asking', async () => {
    const { owner, eventId } = await withCall('Between')
    const listening = await Listening.open(there.url, owner.credentials)
    if (typeof listening === 'number') throw new Error('It was refused')
    open.push(listening)
    await listening.enter()
    await touch(eventId)
    listening.ask(activityDocument)
    await listening.hears('what came before', ({ recordId }) => recordId === eventId)
  })

  it('hears of their own rows alone, by whichever way they came, and of a row that was theirs that it changed', async () => {
    const { owner, closerId, otherId, eventId } = await withCall('Own')
    const link = await makePortalLink(owner, { closerId, singleUse: false, expiresAt: new Date(Date.now() + 86_400_000).toISOString() })
    const otherLink = await makePortalLink(owner, {
      closerId: otherId,
      singleUse: false,
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    })
    const mine = await listen(await enterByLink(there, link.token))
    const others = await listen(await enterByLink(there, otherLink.token))
    await touch(eventId)
    await mine.hears('their own call', ({ recordId, event }) => recordId === eventId && event !== null)
    mine.told.length = 0
    await here.data.owner`update events set closer_id = ${otherId} where id = ${eventId}`
    await mine.hears('that it went', ({ recordId, event }) => recordId === eventId && event === null)
    await others.hears('that it came', ({ recordId, event }) => recordId === eventId && event !== null)
    // What was told late, after the call had become theirs, says the same.
    expect(new Set(others.told.map(({ recordId, event }) => `${recordId} ${event !== null}`))).toEqual(new Set([`${eventId} true`]))
  })

  it('is told by a key as far as its scopes go', async () => {
    const { owner, eventId } = await withCall('Keys')
    const events = await listen((await makeKey(here, owner, ['events:read'])).person)
    const payments = await listen((await makeKey(here, owner, ['payments:read'])).person)
    const neither = await listen((await makeKey(here, owner, ['roster:read'])).person)
    await file(owner, eventId)
    await events.hears('the form', ({ kind }) => kind === 'POST_CALL_FORM')
    await payments.hears('the payment', ({ kind }) => kind === 'PAYMENT')
    expect([events.kinds(), payments.kinds()]).toEqual([['BOOKING', 'POST_CALL_FORM'], ['PAYMENT']])
    expect(await neither.refusal()).toBe('FORBIDDEN')
    expect(neither.told).toEqual([])
  })

  it('gives a key and an organization in the first message, as pages do that can send no headers', async () => {
    const { owner, eventId } = await withCall('Params')
    const { person } = await makeKey(here, owner, ['events:read'])
    const { cookie = '' } = owner.credentials
    const byKey = await Listening.begin(there.url, {}, { params: person.credentials })
    const byCookie = await Listening.begin(
      there.url,
      { credentials: { cookie, origin: there.origin } },
      { params: { 'x-organization-id': owner.organizationId } },
    )
    open.push(byKey, byCookie)
    await touch(eventId)
    for (const each of [byKey, byCookie]) await each.hears('the call', ({ recordId }) => recordId === eventId)
  })

  it('is told of a burst at once, and not one by one', async () => {
    const { owner, eventId, closerId } = await withCall('Burst')
    const listening = await listen(owner)
    await here.data.owner`
      insert into events (organization_id, id, booking_ref, lead_id, lead_name, closer_id, scheduled_at, booked_at, status, answers)
      select organization_id, new_id(), new_id()::text, lead_id, lead_name, ${closerId}, now(), now(), 'scheduled', '[]'
      from events, generate_series(1, 39) where id = ${eventId}`
    await listening.hears('all of them', ({ kind, recordId, count }) => kind === 'BOOKING' && recordId === null && count === 39)
    await here.data.owner.begin(async (sql) => {
      for (let time = 0; time < 51; time += 1)
        await sql`update events set join_url = ${`https://example.com/${time}`} where organization_id = ${owner.organizationId}`
    })
    await listening.hears('that there was too much', ({ kind, recordId, count }) => kind === 'PAYMENT' && recordId === null && count === 0)
  })

  it('is closed out within moments of losing what let them in', async () => {
    const { owner, closerId } = await withCall('Lost')
    const { id, person } = await makeKey(here, owner, ['events:read'])
    const link = await makePortalLink(owner, { closerId, singleUse: false, expiresAt: new Date(Date.now() + 86_400_000).toISOString() })
    const byKey = await listen(person)
    const byLink = await listen(await enterByLink(there, link.token))
    const owners = await listen(owner)
    await owner.ask('mutation ($id: ID!) { revokeApiKey(input: { id: $id }) { apiKey { id } } }', { id })
    expect(await byKey.isClosed()).toBe(4401)
    await owner.ask('mutation ($id: ID!) { revokePortalLink(input: { id: $id }) { portalLink { id } } }', { id: link.id })
    expect(await byLink.isClosed()).toBe(4401)
    expect(owners.closed).toBeNull()
    await here.data.owner`update organizations set state = 'suspended' where id = ${owner.organizationId}`
    expect(await owners.isClosed()).toBe(4403)
  })

  it('who is somebody else by now is closed out, to come again as whom they are', async () => {
    const { owner } = await withCall('Roles')
    const listening = await listen(owner)
    await here.data.owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`update organization_members set role = 'sales_rep' where organization_id = ${owner.organizationId}`
      await sql`select pg_notify('callers_changed', '')`
    })
    expect(await listening.isClosed()).toBe(4403)
  })

  it('who could not be told is closed out to come again, and hears all that comes then', async () => {
    const { owner, eventId } = await withCall('Failing')
    const listening = await listen(owner)
    await here.data.owner.begin(async (sql) => {
      await sql`update events set join_url = 'https://example.com/unheard' where id = ${eventId}`
      await sql`revoke select on events from app_user`
    })
    try {
      expect(await listening.isClosed()).toBe(1013)
    } finally {
      await here.data.owner`grant select on events to app_user`
    }
    expect([listening.told, listening.problems, listening.ended]).toEqual([[], [], false])
    const again = await listen(owner)
    await touch(eventId)
    await again.hears('what happens now', ({ recordId }) => recordId === eventId)
  })

  it('hears on after the database was out of reach, and of what happened meanwhile', async () => {
    const { owner, eventId } = await withCall('Faults')
    const listening = await listen(owner)
    await touch(eventId)
    await listening.hears('the first', ({ recordId }) => recordId === eventId)
    listening.told.length = 0
    await here.data.owner`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'app_user' and application_name not like 'clinch hears%'`
    await touch(eventId)
    await listening.hears('the second', ({ recordId }) => recordId === eventId, 10_000)
  })
})

it('a server that stops closes its sockets so that they come again, and stops without waiting for them', async () => {
  const third = await startApp({ data: here.data })
  const { owner } = await withCall('Stops')
  const listening = await Listening.begin(third.url, owner)
  await third.close()
  expect(listening.closed?.code).toBe(1012)
})
