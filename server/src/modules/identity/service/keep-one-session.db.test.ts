import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { endOtherSessions, SignInStore } from './sign-in-store.ts'

/** Two hundred, or as many as the environment asks for. */
const rounds = Number(process.env.RACE_ROUNDS ?? 200)
const crowd = 6

let test: TestDatabase
let signIns: postgres.Sql[]
const userId = uuidv7()
beforeAll(async () => {
  test = await freshDatabase()
  // A connection for each, so that they are at it at once.
  signIns = Array.from({ length: crowd }, () => postgres(test.url('auth_user'), { max: 1, onnotice: () => undefined }))
  const organizationId = uuidv7()
  await test.owner`insert into auth.users (id, name, email, email_verified) values (${userId}, 'Olive', 'olive@one.example', true)`
  await test.owner`insert into organizations (id, name, time_zone, currency) values (${organizationId}, 'One', 'Europe/Berlin', 'EUR')`
  await test.owner`insert into organization_members (organization_id, id, user_id, role, name, email)
    values (${organizationId}, ${uuidv7()}, ${userId}, 'owner', 'Olive', 'olive@one.example')`
})
afterAll(async () => {
  await Promise.all(signIns.map((sql) => sql.end()))
  await test.close()
})

/** Everybody's session is there before anybody looks; answers how many are left. */
async function race(keep: (sql: postgres.Sql, sessionId: string) => Promise<void>): Promise<number> {
  await test.owner`delete from auth.sessions`
  const sessions = signIns.map(() => ({ id: uuidv7(), user_id: userId, token: uuidv7(), expires_at: new Date(Date.now() + 60_000) }))
  await test.owner`insert into auth.sessions ${test.owner(sessions)}`
  const kept = await Promise.allSettled(signIns.map((sql, number) => keep(sql, sessions[number]?.id ?? '')))
  const [row] = await test.owner<{ left: number }[]>`select count(*)::int as left from auth.sessions`
  // One that failed, in a ring of waiting, counts as broken too.
  return kept.some(({ status }) => status === 'rejected') ? -1 : (row?.left ?? 0)
}

describe('of many sign-ins at once on a plan with one session', () => {
  it(`exactly one stays, in each of ${rounds} rounds`, async () => {
    const left = new Set<number>()
    for (let round = 0; round < rounds; round += 1)
      left.add(await race((sql, sessionId) => new SignInStore(sql).keepOneSession(userId, sessionId)))
    expect([...left]).toEqual([1])
    const [told] = await test.owner<
      { ended: number }[]
    >`select count(*)::int as ended from auth.ended_sessions where reason = 'signed_in_elsewhere'`
    expect(told?.ended).toBe(rounds * (crowd - 1))
  }, 600_000)

  it('none or several stay once the user’s row is not held: the rounds above would tell', async () => {
    const left = new Set<number>()
    for (let round = 0; round < rounds && left.size < 2; round += 1)
      left.add(await race((sql, sessionId) => sql.begin((tx) => endOtherSessions(tx, userId, sessionId))))
    expect([...left].some((count) => count !== 1)).toBe(true)
  })
})
