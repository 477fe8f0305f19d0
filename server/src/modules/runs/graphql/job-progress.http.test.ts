import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { calendlyBodies, calendlyCustomers } from '../../../../test/calendly-team.ts'
import { type CalendlyEmulator, startCalendly } from '../../../../test/emulators/calendly.ts'
import { Listening } from '../../../../test/listening.ts'
import { outboundTo } from '../../../../test/outbound.ts'
import type { Person } from '../../../../test/person.ts'
import { addToRoster, enterByLink, makePortalLink } from '../../../../test/portal.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { until } from '../../../../test/until.ts'

let here: RunningApp
/** Another process's server on the same database: what it tells of is done by the first. */
let there: RunningApp
let calendly: CalendlyEmulator
let owner: Person
let open: Listening[] = []

beforeAll(async () => {
  calendly = await startCalendly()
  here = await startApp({ providerUrl: calendly.url })
  here.services.outbound = outboundTo(here.data.database, calendly.url)
  there = await startApp({ data: here.data })
  owner = await here.organize('Progress')
})
afterEach(() => {
  for (const each of open) each.end()
  open = []
})
afterAll(async () => {
  await there.close()
  await here.close()
  await calendly.close()
})

interface Seen {
  id: string
  state: string
  seenCount: number
  summary: string
}

async function follow(person: Pick<Person, 'credentials'>, id: string): Promise<{ listening: Listening; seen: () => Seen[] }> {
  const document = `subscription { jobProgress(id: "${id}") { id state seenCount summary } }`
  const listening = await Listening.begin(there.url, person, { document })
  open.push(listening)
  return { listening, seen: () => listening.answers.map(({ jobProgress }) => jobProgress as Seen) }
}

/** A sync of a connection of its own that was asked for and has not begun. */
async function startSync(): Promise<string> {
  const { createConnection } = await owner.ask<{ createConnection: { connection: { id: string } } }>(
    'mutation ($apiKey: String!) { createConnection(input: { provider: CALENDLY, name: "Main", apiKey: $apiKey }) { connection { id } } }',
    { apiKey: calendly.token },
  )
  const { startSync: started } = await owner.ask<{ startSync: { job: { id: string } } }>(
    `mutation ($connectionId: ID!) {
       startSync(input: { connectionId: $connectionId, period: { from: "2024-01-01", to: "2026-12-31" } }) { job { id } } }`,
    { connectionId: createConnection.connection.id },
  )
  return started.job.id
}

it('tells how a job stands at once, and again as it comes further, up to its end', async () => {
  const customers = calendlyCustomers(6, 41)
  calendly.happen(...calendlyBodies(customers))
  const id = await startSync()
  const { seen } = await follow(owner, id)
  await until('it was told that it waits', () => Promise.resolve(seen().some(({ state }) => state === 'QUEUED')))
  await here.drain()
  await until('it was told that it is done', () => Promise.resolve(seen().some(({ state }) => state === 'DONE')))
  const calls = customers.flatMap(({ chains }) => chains.flatMap((chain) => chain.calls)).length
  expect(seen().at(-1)).toEqual({ id, state: 'DONE', seenCount: calls, summary: `${calls} bookings seen: ${calls} new.` })
})

it('tells once for all that happened since, and nothing while nothing does', async () => {
  const id = await startSync()
  const { seen } = await follow(owner, id)
  await until('it was told that it waits', () => Promise.resolve(seen().length === 1))
  const second = await follow(owner, id)
  await until('the other was told as well', () => Promise.resolve(second.seen().length === 1))
  for (const name of ['cancelSync', 'resumeSync', 'cancelSync'])
    await owner.ask(`mutation ($id: ID!) { ${name}(input: { id: $id }) { job { id } } }`, { id })
  await until('both were told that it was stopped', () =>
    Promise.resolve([seen(), second.seen()].every((each) => each.at(-1)?.state === 'CANCELED')),
  )
  const third = await follow(owner, id)
  await until('a third is told', () => Promise.resolve(third.seen().length === 1))
  expect(seen().length).toBeLessThanOrEqual(4)
})

it('is followed by whoever may see it, and tells nobody else anything', async () => {
  const id = await startSync()
  const rival = await here.organize('Rival')
  const ofRival = await follow(rival, id)
  const closerId = await addToRoster(owner, 'Closer', 'Cleo', 'cleo@progress.example')
  const link = await makePortalLink(owner, { closerId, singleUse: false, expiresAt: new Date(Date.now() + 86_400_000).toISOString() })
  const rep = await follow(await enterByLink(there, link.token), id)
  expect(await rep.listening.refusal()).toBe('FORBIDDEN')
  const ofOwner = await follow(owner, id)
  await until('the owner was told', () => Promise.resolve(ofOwner.seen().length === 1))
  await owner.ask('mutation ($id: ID!) { cancelSync(input: { id: $id }) { job { id } } }', { id })
  await until('the owner was told again', () => Promise.resolve(ofOwner.seen().at(-1)?.state === 'CANCELED'))
  expect([ofRival.seen(), ofRival.listening.problems, rep.seen()]).toEqual([[], [], []])
})

it('refuses what is no id, and goes on telling the others', async () => {
  const id = await startSync()
  const wrong = await follow(owner, 'nonsense')
  expect(await wrong.listening.refusal()).toBe('BAD_USER_INPUT')
  const { seen } = await follow(owner, id)
  await until('it was told', () => Promise.resolve(seen().length === 1))
})
