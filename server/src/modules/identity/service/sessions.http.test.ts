import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planTerms } from '../../organizations/service/plans.ts'
import { passwordOfAll } from '../../../../test/person.ts'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { enterAs, Visitor } from '../../../../test/visitor.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const password = passwordOfAll
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const elsewhere = 'You signed in somewhere else, and your plan allows one session at a time.'
const revoked = 'This session was ended from another one of yours.'

interface Shown {
  id: string
  device: string
  address: string | null
  createdAt: string
  lastSeenAt: string
  current: boolean
}
const list = async ({ person }: Visitor): Promise<Shown[]> =>
  (await person.ask<{ sessions: Shown[] }>('{ sessions { id device address createdAt lastSeenAt current } }')).sessions
const revoke = 'mutation ($id: ID!) { revokeSession(input: { id: $id }) { sessionId } }'
const revokeOthers = 'mutation { revokeOtherSessions(input: {}) { sessions { id current } } }'

async function signIn(email: string, userAgent?: string): Promise<Visitor> {
  const visitor = new Visitor(app, userAgent ? { 'user-agent': userAgent } : {})
  const answer = await visitor.post('sign-in/email', { email, password })
  expect(answer.status).toBe(200)
  return visitor
}

describe('a session', () => {
  it('is a cookie that no script reads and no other site sends along, over https by https alone', async () => {
    const https = await startApp({ publicUrl: 'https://clinch.example' })
    try {
      await https.signUp('Nora', 'nora@cookies.example')
      const answer = await new Visitor(https).post('sign-in/email', { email: 'nora@cookies.example', password })
      const [cookie = ''] = answer.headers.getSetCookie().filter((each) => each.includes('session_token'))
      expect(cookie.split('=')[0]).toBe('__Host-clinch.session_token')
      expect(cookie.split('; ').slice(1)).toEqual(
        expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/', 'Max-Age=604800']),
      )
      expect(cookie).not.toMatch(/domain=/i)
    } finally {
      await https.close()
    }
    await enterAs(app, 'Nora', 'nora@cookies.example', password)
    const answer = await new Visitor(app).post('sign-in/email', { email: 'nora@cookies.example', password })
    const [session] = answer.headers.getSetCookie().filter((each) => each.includes('session_token'))
    expect(session).toMatch(/^clinch\.session_token=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  it('lasts no longer for being used, and is good for nothing once its cookie was changed', async () => {
    const nora = await enterAs(app, 'Nora', 'lasting@sessions.example', password)
    const times = () =>
      app.data
        .owner`select s.expires_at::text, s.updated_at::text from auth.sessions s join auth.users u on u.id = s.user_id where u.email = 'lasting@sessions.example'`
    await app.data.owner`update auth.sessions set updated_at = now() - interval '2 days', expires_at = now() + interval '1 hour'`
    const [before] = await times()
    expect(await nora.name()).toBe('Nora')
    const [after] = await times()
    expect(after?.expires_at).toBe(before?.expires_at)
    expect(after?.updated_at).not.toBe(before?.updated_at)
    const [name = '', value = ''] = nora.cookie.split('=')
    const token = decodeURIComponent(value).split('.')[0] ?? ''
    for (const changed of [`${token}.${'A'.repeat(43)}=`, token, `${token.slice(0, -1)}A`])
      expect(await app.anonymous.with({ cookie: `${name}=${encodeURIComponent(changed)}` }).ask('{ viewer { name } }')).toEqual({
        viewer: null,
      })
  })

  it('is refused to a page of another site', async () => {
    await enterAs(app, 'Nora', 'foreign@sessions.example', password)
    const body = { email: 'foreign@sessions.example', password }
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of foreign)
      expect(await new Visitor(app).post('sign-in/email', body, headers)).toMatchObject({ status: 403, body: { code: 'INVALID_ORIGIN' } })
    const without = await fetch(`${app.url}/api/auth/sign-in/email`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
    expect(without.status).toBe(403)
  })

  it.each([
    'list-sessions',
    'get-session',
    'revoke-session',
    'revoke-sessions',
    'update-session',
    'delete-user',
    'change-email',
    'verify-email',
    'two-factor/get-totp-uri',
    'sign-in/social',
    'ok',
    'error',
    'nothing',
  ])('is not had by /api/auth/%s, which there is not', async (path) => {
    const visitor = new Visitor(app)
    expect((await visitor.post(path, {})).status).toBe(404)
    expect((await visitor.open(`${app.url}/api/auth/${path}`)).status).toBe(404)
  })

  it('is not begun with a body beyond all measure', async () => {
    const answer = await new Visitor(app).post('sign-in/email', { email: 'nora@sessions.example', password: 'x'.repeat(20_000) })
    expect(answer.status).toBe(413)
  })
})

describe('the list of sessions', () => {
  it('shows the caller’s own, by device, address and when they were used, and no token', async () => {
    await enterAs(app, 'Nora', 'list@sessions.example', password)
    await enterAs(app, 'Other', 'other@sessions.example', password)
    await app.data.owner`delete from auth.sessions s using auth.users u where u.id = s.user_id and u.email = 'list@sessions.example'`
    const desk = await signIn('list@sessions.example', 'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0')
    const inHand = await signIn('list@sessions.example', phone)
    const shown = await list(inHand)
    expect(shown.map(({ device, address, current }) => ({ device, address, current }))).toEqual([
      { device: 'Safari on iPhone', address: '127.0.0.1', current: true },
      { device: 'Firefox on Linux', address: '127.0.0.1', current: false },
    ])
    expect((await list(desk)).map(({ current }) => current)).toEqual([false, true])
    const tokens = await app.data.owner<{ token: string }[]>`select token from auth.sessions`
    for (const { token } of tokens) expect(JSON.stringify(shown)).not.toContain(token)
  })

  it('ends one of them at once, whose holder is told', async () => {
    await enterAs(app, 'Nora', 'end@sessions.example', password)
    const [here, there] = [await signIn('end@sessions.example'), await signIn('end@sessions.example')]
    expect(await there.name()).toBe('Nora')
    const [other] = (await list(there)).filter(({ current }) => current)
    expect(await here.person.ask(revoke, { id: other?.id })).toEqual({ revokeSession: { sessionId: other?.id } })
    expect([await there.name(), await there.why(), await here.name()]).toEqual([null, revoked, 'Nora'])
    expect(await here.person.refused(revoke, { id: other?.id })).toMatchObject({ extensions: { code: 'NOT_FOUND' } })
  })

  it('ends all but the one that asks', async () => {
    await enterAs(app, 'Nora', 'others@sessions.example', password)
    const all = [await signIn('others@sessions.example'), await signIn('others@sessions.example'), await signIn('others@sessions.example')]
    const [kept, ...rest] = all as [Visitor, ...Visitor[]]
    const { revokeOtherSessions } = await kept.person.ask<{ revokeOtherSessions: { sessions: { current: boolean }[] } }>(revokeOthers)
    expect(revokeOtherSessions.sessions.map(({ current }) => current)).toEqual([true])
    for (const visitor of rest) expect([await visitor.name(), await visitor.why()]).toEqual([null, revoked])
    expect(await kept.name()).toBe('Nora')
  })

  it('neither shows nor ends anybody else’s', async () => {
    const victim = await enterAs(app, 'Victim', 'victim@sessions.example', password)
    const thief = await enterAs(app, 'Thief', 'thief@sessions.example', password)
    const [theirs] = await list(victim)
    expect((await list(thief)).map(({ id }) => id)).not.toContain(theirs?.id)
    expect(await thief.person.refused(revoke, { id: theirs?.id })).toMatchObject({ extensions: { code: 'NOT_FOUND' } })
    await thief.person.ask(revokeOthers)
    expect(await victim.name()).toBe('Victim')
  })

  it('is for people who signed in: no key has sessions', async () => {
    const owner = await app.organize('Keys')
    const { createApiKey } = await owner.ask<{ createApiKey: { secret: string } }>(
      'mutation { createApiKey(input: { name: "Key", scopes: [EVENTS_READ] }) { secret } }',
    )
    expect((await app.withKey(createApiKey.secret).refused('{ sessions { id } }')).extensions.code).toBe('FORBIDDEN')
    expect((await app.anonymous.refused('{ sessions { id } }')).extensions.code).toBe('UNAUTHENTICATED')
  })
})

describe('why somebody is signed out', () => {
  it('is told for credentials that are not good, and for nothing else', async () => {
    const nora = await enterAs(app, 'Nora', 'why@sessions.example', password)
    expect(await nora.why()).toBeNull()
    expect(await new Visitor(app).why()).toBeNull()
    const query = '{ whySignedOut }'
    const withCookie = (cookie: string) => app.anonymous.with({ cookie }).ask(query)
    for (const cookie of ['clinch.session_token=nonsense', 'clinch.session_token=%E0%A4%A', 'clinch.session_token='])
      expect(await withCookie(cookie)).toEqual({ whySignedOut: 'Your session has ended. Sign in again.' })
    expect(await app.withKey('clinch_nonsense').ask(query)).toEqual({ whySignedOut: 'This API key is not valid.' })
  })
})

describe('a plan with one session at once', () => {
  const onPlan = async (plan: string, name: string, email: string): Promise<void> => {
    const owner = await app.signUp('Olive', email)
    const { createOrganization } = await owner.ask<{ createOrganization: { organization: { id: string } } }>(
      `mutation ($name: String!) { createOrganization(input: { name: $name, timeZone: "Europe/Berlin", currency: "EUR" }) { organization { id } } }`,
      { name },
    )
    await app.data
      .owner`update organizations set plan = ${plan}, trial_ends_at = case when ${plan} = 'trial' then now() + interval '1 day' end
      where id = ${createOrganization.organization.id}`
  }

  it.each(Object.entries(planTerms))(
    '%s: a new sign-in ends the older session, or does not, as the table of plans says',
    async (plan, { sessionsAtOnce }) => {
      const email = `owner@${plan}.example`
      await onPlan(plan, `On ${plan}`, email)
      const first = await signIn(email)
      expect(await first.name()).toBe('Olive')
      const second = await signIn(email)
      expect(await second.name()).toBe('Olive')
      expect([await first.name(), await first.why()]).toEqual(sessionsAtOnce === 1 ? [null, elsewhere] : ['Olive', null])
    },
  )

  it('does not limit a user of any organization whose plan allows many, nor one of none', async () => {
    const email = 'both@plans.example'
    await onPlan('starter', 'Small', email)
    const [{ id } = { id: '' }] = await app.data.owner<{ id: string }[]>`select id from auth.users where email = ${email}`
    const large = await app.organize('Large')
    await app.data.owner`insert into organization_members (organization_id, id, user_id, role, name, email)
      values (${large.organizationId}, gen_random_uuid(), ${id}, 'admin', 'Olive', ${email})`
    const [first] = [await signIn(email), await signIn(email)]
    expect(await first.name()).toBe('Olive')

    await enterAs(app, 'Nobody', 'none@plans.example', password)
    const [alone] = [await signIn('none@plans.example'), await signIn('none@plans.example')]
    expect(await alone.name()).toBe('Nobody')
  })

  it('ends nobody’s session for a password alone, where a code is asked for as well', async () => {
    const email = 'factor@plans.example'
    await onPlan('starter', 'Guarded', email)
    const owner = await signIn(email)
    await app.data.owner`update auth.users set two_factor_enabled = true where email = ${email}`
    const thief = new Visitor(app)
    expect((await thief.post('sign-in/email', { email, password })).body).toMatchObject({ twoFactorRedirect: true })
    expect(await owner.name()).toBe('Olive')
  })

  it('leaves exactly one of many sign-ins at once', async () => {
    const email = 'crowd@plans.example'
    await onPlan('professional', 'Crowded', email)
    const crowd = await Promise.all(Array.from({ length: 8 }, () => signIn(email)))
    const names = await Promise.all(crowd.map((visitor) => visitor.name()))
    expect(names.filter((name) => name !== null)).toEqual(['Olive'])
    const reasons = await Promise.all(crowd.map((visitor) => visitor.why()))
    expect(reasons.filter((why) => why === elsewhere)).toHaveLength(7)
  })
})
