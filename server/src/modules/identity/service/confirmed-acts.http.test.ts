import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { enterAs, Visitor } from '../../../../test/visitor.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp({ limited: true, trustedProxies: 1 })
})
afterAll(() => app.close())

const password = 'a long enough password'
let addresses = 0
const elsewhere = () => new Visitor(app, { 'x-forwarded-for': `192.0.2.${(addresses += 1)}` })

/** Somebody with two sessions, who signed in to both so many minutes ago. */
async function twice(name: string, minutesAgo: number) {
  const email = `${name.toLowerCase()}@confirmed.example`
  await enterAs(app, name, email, password)
  const [here, there] = [elsewhere(), elsewhere()]
  for (const visitor of [here, there]) expect((await visitor.post('sign-in/email', { email, password })).status).toBe(200)
  await app.data.owner`
    update auth.sessions s set created_at = now() - ${minutesAgo} * interval '1 minute' from auth.users u where u.id = s.user_id and u.email = ${email}`
  const { sessions } = await there.person.ask<{ sessions: { id: string; current: boolean }[] }>('{ sessions { id current } }')
  return { here, there, thereId: sessions.find(({ current }) => current)?.id ?? '' }
}

const revoke = 'mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { sessionId } }'
const revokeOthers = 'mutation ($input: RevokeOtherSessionsInput!) { revokeOtherSessions(input: $input) { sessions { id } } }'
const acts = (id: string) => [
  [revoke, { id }],
  [revokeOthers, {}],
]

describe('ending other sessions of one’s own', () => {
  it('asks for the password once more, names the field, and ends nothing without it', async () => {
    const { here, there, thereId } = await twice('Nora', 6)
    for (const [act = '', input = {}] of acts(thereId) as [string, object][])
      for (const [wrong, message] of [
        [undefined, 'Enter your password again.'],
        ['', 'Enter your password again.'],
        ['not the password', 'This is not your password.'],
        ['x'.repeat(100_000), 'This is not your password.'],
      ]) {
        const { extensions } = await here.person.refused(act, { input: { ...input, password: wrong } })
        expect([extensions.code, extensions.fields]).toEqual(['BAD_USER_INPUT', [{ path: 'password', message }]])
      }
    expect(await there.name()).toBe('Nora')
    await here.person.ask(revoke, { input: { id: thereId, password } })
    expect([await there.name(), await here.name()]).toEqual([null, 'Nora'])
  })

  it('ends all others with the password', async () => {
    const { here, there } = await twice('Maya', 600)
    await here.person.ask(revokeOthers, { input: { password } })
    expect([await there.name(), await here.name()]).toEqual([null, 'Maya'])
  })

  it('asks nobody who signed in within five minutes, unless the password that they give is wrong', async () => {
    const { here, there, thereId } = await twice('Fresh', 4)
    const { extensions } = await here.person.refused(revoke, { input: { id: thereId, password: 'not the password' } })
    expect(extensions.fields).toEqual([{ path: 'password', message: 'This is not your password.' }])
    await here.person.ask(revoke, { input: { id: thereId } })
    expect(await there.name()).toBeNull()
  })

  it('cannot be used to try passwords: wrong ones count along with those at every other form of the account', async () => {
    const { here, thereId } = await twice('Left', 60)
    const guess = () => here.person.refused(revoke, { input: { id: thereId, password: 'a guess of a stranger' } })
    const codes: string[] = []
    for (let time = 0; time < 11; time += 1) codes.push((await guess()).extensions.code)
    expect(codes).toEqual([...Array.from({ length: 10 }, () => 'BAD_USER_INPUT'), 'RATE_LIMITED'])
    expect((await here.person.refused(revoke, { input: { id: thereId, password } })).extensions).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfter: expect.any(Number),
    })
    expect((await here.post('two-factor/enable', { password })).status).toBe(429)
  })

  it('counts no password that was right', async () => {
    const { here } = await twice('Right', 60)
    for (let time = 0; time < 12; time += 1) await here.person.ask(revokeOthers, { input: { password } })
    expect(await here.name()).toBe('Right')
  })
})
