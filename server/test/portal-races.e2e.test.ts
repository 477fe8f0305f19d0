import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database, Tx } from '../src/database/tx.ts'
import { createPortalLink } from '../src/modules/roster/service/create-portal-link.ts'
import { openPortalLink } from '../src/modules/roster/service/index.ts'
import { revokePortalLink } from '../src/modules/roster/service/revoke-portal-link.ts'
import { freshDatabase, type TestDatabase } from './database.ts'
import { adminOf, as, makeOrganization } from './intake.ts'
import { addToRoster, cookieOf, makePortalLink, openLink } from './portal.ts'
import { startApp } from './running-app.ts'

const rounds = Number(process.env.RACE_ROUNDS ?? 200)
const atOnce = 100

let test: TestDatabase
let organizationId: string
let closerId: string
beforeAll(async () => {
  test = await freshDatabase()
  organizationId = await makeOrganization(test)
  closerId = uuidv7()
  await test.owner`insert into closers (organization_id, id, name) values (${organizationId}, ${closerId}, 'Maya')`
})
afterAll(() => test.close())

/** The same database, where no statement takes the lock on a link's row. */
const withoutTheLock = (database: Database): Database => ({
  ...database,
  transaction: (settings, work, options) =>
    database.transaction(
      settings,
      (tx) => {
        const query: Tx['query'] = (text, parameters) => tx.query(text.replace(' for update of l', ''), parameters)
        return work({ db: tx.db, settings: tx.settings, organizationId: tx.organizationId, query })
      },
      options,
    ),
})

const makeLink = async (input: object): Promise<string> => {
  const admin = adminOf(organizationId)
  return (await as(test.database, admin, (tx) => createPortalLink({ actor: admin, input: { closerId, ...input }, tx }))).id
}
const open = (database: Database, linkId: string) =>
  openPortalLink({ database, link: { organizationId, linkId }, device: 'A phone', origin: { requestId: 'race-request' } })

/** How many sessions each of some links of single use made that a hundred opened at once. */
async function sessionsAfterRaces(database: Database): Promise<number[]> {
  const made: number[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const id = await makeLink({ singleUse: true })
    const opened = await Promise.all(Array.from({ length: atOnce }, () => open(database, id)))
    const [row] = await test.owner<{ n: number }[]>`select count(*)::int as n from portal_sessions where link_id = ${id}`
    expect(opened.filter((each) => each !== null)).toHaveLength(row?.n ?? -1)
    made.push(row?.n ?? -1)
  }
  return made
}

it('a hundred who open a link of single use at the same moment make one session', { timeout: 300_000 }, async () => {
  expect(await sessionsAfterRaces(test.database)).toEqual(Array.from({ length: rounds }, () => 1))
})

it('without the lock on the link’s row, some would make more', { timeout: 300_000 }, async () => {
  const made = await sessionsAfterRaces(withoutTheLock(test.database))
  expect(Math.max(...made)).toBeGreaterThan(1)
})

it('no session outlives a link that is revoked while it is opened', { timeout: 300_000 }, async () => {
  const admin = adminOf(organizationId)
  for (let round = 1; round <= rounds; round += 1) {
    const id = await makeLink({})
    const revoke = as(test.database, admin, (tx) => revokePortalLink({ actor: admin, input: { id }, tx }))
    await Promise.all([...Array.from({ length: 20 }, () => open(test.database, id)), revoke])
    const stillOpen = await test.owner`select 1 from portal_sessions where link_id = ${id} and ended_at is null`
    expect(stillOpen).toHaveLength(0)
  }
})

it('over HTTP too, one of a hundred browsers gets the session, and the others are told alike', { timeout: 120_000 }, async () => {
  const app = await startApp()
  try {
    const owner = await app.organize()
    const { token, id } = await makePortalLink(owner, { closerId: await addToRoster(owner, 'Closer', 'Maya'), singleUse: true })
    const answers = await Promise.all(Array.from({ length: atOnce }, () => openLink(app, token)))
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(atOnce - 1)
    expect(answers.filter((answer) => cookieOf(answer) !== '')).toHaveLength(1)
    const sessions = await app.data.owner`select 1 from portal_sessions where link_id = ${id}`
    expect(sessions).toHaveLength(1)
  } finally {
    await app.close()
  }
})
