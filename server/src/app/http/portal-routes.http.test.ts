import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../test/person.ts'
import { addToRoster, cookieOf, enterByLink, makePortalLink, openLink } from '../../../test/portal.ts'
import { type RunningApp, startApp } from '../../../test/running-app.ts'
import { makeTenantToken } from '../../kernel/tenant-token.ts'

let app: RunningApp
let owner: Person
let closerId: string
beforeAll(async () => {
  app = await startApp()
  owner = await app.organize()
  closerId = await addToRoster(owner, 'Closer', 'Maya Okafor', 'maya@host.example')
})
afterAll(() => app.close())

const sessionsOf = (linkId: string) =>
  app.data.owner<{ address: string; device: string; tokenHash: string; ended: boolean; days: number; linksDays: number }[]>`
    select s.address, s.device, s.token_hash as "tokenHash", s.ended_at is not null as ended,
      extract(epoch from s.expires_at - s.created_at) / 86400 as days, extract(epoch from l.expires_at - s.created_at) / 86400 as "linksDays"
    from portal_sessions s join portal_links l on l.id = s.link_id where s.link_id = ${linkId} order by s.created_at`
const who = `{ viewer { kind name closerId setterId } organization { name } }`
const endSession = (cookie: string, headers: Record<string, string> = {}) =>
  fetch(`${app.url}/portal/session/end`, { method: 'POST', headers: { cookie, origin: app.origin, ...headers } })

describe('a portal link', () => {
  it('carries its token where browsers send it to no server, and is exchanged for a session of its person', async () => {
    const { url, token, id } = await makePortalLink(owner, { closerId })
    expect(url).toBe(`${app.origin}/portal/open#${token}`)
    const answer = await openLink(app, token)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/^clinch_portal=portalsession_[\w-]+; Path=\/; Max-Age=(2592000|2591999); HttpOnly; SameSite=Lax$/)
    expect(await answer.text()).not.toContain('portalsession')
    const maya = await enterByLink(app, token)
    expect(await maya.ask(who)).toEqual({
      viewer: { kind: 'PORTAL', name: 'Maya Okafor', closerId, setterId: null },
      organization: { name: 'Northlight' },
    })
    const sessions = await sessionsOf(id)
    expect(sessions).toHaveLength(2)
    expect(sessions[0]).toMatchObject({ device: 'A phone', address: expect.stringContaining('127.0.0.1'), ended: false })
  })

  it('keeps neither its token nor that of its sessions', async () => {
    const { token } = await makePortalLink(owner, { closerId })
    const session = cookieOf(await openLink(app, token)).split('=')[1] ?? ''
    expect(session.length).toBeGreaterThan(60)
    const rows = await app.data.owner<{ row: string }[]>`
      select l::text as row from portal_links l union all select s::text from portal_sessions s union all select a::text from audit_log a`
    expect(rows.length).toBeGreaterThan(3)
    for (const secret of [token, session]) expect(rows.filter(({ row }) => row.includes(secret))).toEqual([])
  })

  it('gives no session that outlives it', async () => {
    const { token, id } = await makePortalLink(owner, { closerId, expiresAt: new Date(Date.now() + 3_600_000).toISOString() })
    const [cookie = ''] = (await openLink(app, token)).headers.getSetCookie()
    const maxAgeSeconds = Number(/Max-Age=(\d+)/.exec(cookie)?.[1])
    expect(maxAgeSeconds).toBeGreaterThan(3_000)
    expect(maxAgeSeconds).toBeLessThanOrEqual(3_600)
    const [session] = await sessionsOf(id)
    expect(session?.days).toBe(session?.linksDays)
  })

  it('is told in the audit log by its openings and its end, not by each sign of life', async () => {
    const { token, id } = await makePortalLink(owner, { closerId })
    const maya = await enterByLink(app, token)
    await app.data.owner`update portal_sessions set last_seen_at = now() - interval '1 hour' where link_id = ${id}`
    await maya.ask(who)
    await owner.ask(`mutation ($id: ID!) { revokePortalLink(input: { id: $id }) { portalLink { state } } }`, { id })
    const log = await app.data.owner<{ table: string; operation: string; actor: string }[]>`
      select table_name as table, operation, actor from audit_log
      where row_id = ${id} or after ->> 'link_id' = ${id} or row_id in (select id::text from portal_sessions where link_id = ${id}) order by at`
    expect(log.map(({ table, operation, actor }) => [table, operation, actor.split(':')[0]])).toEqual([
      ['portal_links', 'insert', 'user'],
      ['portal_sessions', 'insert', 'portal'],
      ['portal_links', 'update', 'portal'],
      ['portal_links', 'update', 'user'],
      ['portal_sessions', 'update', 'user'],
    ])
  })
})

describe('a link that is not good', () => {
  it('is answered alike, whatever is wrong with it, and sets no cookie', async () => {
    const ended = async (change: string, input: object = { closerId }) => {
      const { id, token } = await makePortalLink(owner, input)
      await app.data.owner.unsafe(change.replaceAll('$id', `'${id}'`))
      return token
    }
    const other = await app.organize('Rival')
    const theirs = await makePortalLink(other, { closerId: await addToRoster(other, 'Closer', 'Rita') })
    await app.data.owner`update organizations set state = 'suspended' where id = ${other.organizationId}`
    const gone = await addToRoster(owner, 'Setter', 'Gone')
    const good = (await makePortalLink(owner, { closerId })).token
    const tokens = {
      revoked: await ended(`update portal_links set revoked_at = now() where id = $id`),
      expired: await ended(`update portal_links set expires_at = now() - interval '1 second' where id = $id`),
      'used up': await ended(`update portal_links set first_used_at = now() where id = $id`, { closerId, singleUse: true }),
      'of somebody who left': await ended(`update setters set deactivated_at = now() where id = '${gone}'`, { setterId: gone }),
      'of a suspended organization': theirs.token,
      'never made': makeTenantToken('portal', owner.organizationId).text,
      'of no organization': makeTenantToken('portal', '00000000-0000-7000-8000-000000000000').text,
      altered: `${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`,
      'a session’s': makeTenantToken('portalsession', owner.organizationId).text,
      'no token at all': `x' or true --`,
      empty: '',
    }
    const answers = await Promise.all(
      Object.entries(tokens).map(async ([what, token]) => {
        const answer = await openLink(app, token)
        return { what, status: answer.status, body: await answer.json(), cookies: answer.headers.getSetCookie() }
      }),
    )
    const same = { status: 401, body: { message: 'This link is not good any more. Ask for a new one.' }, cookies: [] }
    expect(answers).toEqual(Object.keys(tokens).map((what) => ({ what, ...same })))
    expect((await openLink(app, good)).status).toBe(200)
  })
})

describe('what is posted to open a link', () => {
  let token: string
  let linkId: string
  beforeAll(async () => {
    const link = await makePortalLink(owner, { closerId })
    token = link.token
    linkId = link.id
  })

  it.each([
    ['another site’s page', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a page of another port', { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' }],
    ['a page without an origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['a page that only says it is ours', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused from %s', async (_what, headers) => {
    const answer = await openLink(app, token, headers)
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []])
    expect((await endSession('', headers)).status).toBe(403)
  })

  it('must be JSON, small, with a token, and posted', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await openLink(app, token, form)).status).toBe(415)
    expect((await openLink(app, token, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await openLink(app, 'x'.repeat(5_000))).status).toBe(413)
    for (const body of [{}, { token: 1 }, { token: [token] }, [], null, 'x'.repeat(10)].map((each) => JSON.stringify(each)))
      expect([body, (await openRaw(body)).status]).toEqual([body, 400])
    expect((await openRaw('{')).status).toBe(400)
    const got = await fetch(`${app.url}/portal/session`)
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST'])
    expect(await sessionsOf(linkId)).toEqual([])
  })

  const openRaw = (body: string) =>
    fetch(`${app.url}/portal/session`, { method: 'POST', body, headers: { 'content-type': 'application/json', origin: app.origin } })
})

describe('signing out of the portal', () => {
  it('ends the session of this browser alone, takes the cookie away, and leaves the link as good as it was', async () => {
    const { token, id } = await makePortalLink(owner, { closerId })
    const [here, there] = [await openLink(app, token), await enterByLink(app, token)]
    const left = await endSession(cookieOf(here))
    expect(left.status).toBe(200)
    expect(left.headers.getSetCookie()).toEqual(['clinch_portal=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax'])
    expect((await sessionsOf(id)).map(({ ended }) => ended)).toEqual([true, false])
    expect((await there.ask<{ viewer: object }>(who)).viewer).toMatchObject({ kind: 'PORTAL' })
    expect((await openLink(app, token)).status).toBe(200)
  })

  it('is answered alike to whoever is not in', async () => {
    for (const cookie of ['', 'clinch_portal=nonsense'])
      expect([cookie, (await endSession(cookie)).headers.getSetCookie()]).toEqual([
        cookie,
        ['clinch_portal=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax'],
      ])
  })
})

describe('attempts to open links', () => {
  let limited: RunningApp
  beforeAll(async () => {
    limited = await startApp({ limited: true })
  })
  afterAll(() => limited.close())

  it('are limited by link, and by address also for tokens that are none', async () => {
    const admin = await limited.organize()
    const { token } = await makePortalLink(admin, { closerId: await addToRoster(admin, 'Closer', 'Ben') })
    const one = await Promise.all(Array.from({ length: 25 }, async () => (await openLink(limited, token)).status))
    expect(one.filter((status) => status === 200)).toHaveLength(20)
    expect(one.filter((status) => status === 429)).toHaveLength(5)
    const answers: Response[] = []
    for (let nth = 0; nth < 10; nth += 1) answers.push(await openLink(limited, `guess ${nth}`))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429, 429])
    expect(Number(answers.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0)
    const keys = await limited.data.owner<{ key: string }[]>`select key from intake.rate_limits where key like 'portal:%'`
    expect(keys.filter(({ key }) => key.includes(token))).toEqual([])
  })
})
