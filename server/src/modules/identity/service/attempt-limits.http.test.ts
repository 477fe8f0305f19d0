import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { type Answer, enterAs, Visitor } from '../../../../test/visitor.ts'

let app: RunningApp
beforeAll(async () => {
  // One trusted proxy: each attempt can come from another address.
  app = await startApp({ limited: true, trustedProxies: 1 })
})
afterAll(() => app.close())

const password = 'a long enough password'
let addresses = 0
const from = (address: string) => new Visitor(app, { 'x-forwarded-for': address })
const anywhere = () => from(`192.0.2.${(addresses += 1) % 250}`)
const signIn = (visitor: Visitor, email: string, secret = 'the wrong password') =>
  visitor.post('sign-in/email', { email, password: secret })

/** An attempt that costs no slow hash, limited by address like the others. */
const useLink = (visitor: Visitor) => visitor.post('reset-password', { token: 'nonsense', newPassword: password })

async function timesOf(times: number, attempt: () => Promise<Answer>): Promise<number[]> {
  const statuses: number[] = []
  for (let time = 0; time < times; time += 1) statuses.push((await attempt()).status)
  return statuses
}
const many = (status: number, times: number): number[] => Array.from({ length: times }, () => status)

describe('attempts to sign in', () => {
  it('at one account are limited, from however many addresses they come, and told apart by nothing from those at an unknown one', async () => {
    await enterAs(app, 'Nora', 'nora@limits.example', password)
    for (const email of ['nora@limits.example', 'nobody@limits.example']) {
      expect(await timesOf(12, () => signIn(anywhere(), email))).toEqual([...many(401, 10), 429, 429])
      const refused = await signIn(anywhere(), email)
      expect(refused.body).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' })
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    }
    // Nor is the right password let through then; writing the address otherwise makes no other account of it.
    expect((await signIn(anywhere(), ' Nora@Limits.Example', password)).status).not.toBe(200)
    expect((await signIn(anywhere(), 'NORA@limits.example', password)).status).toBe(429)
  })

  it('that are right do not count against the account', async () => {
    await enterAs(app, 'Maya', 'maya@limits.example', password)
    expect(await timesOf(12, () => signIn(anywhere(), 'maya@limits.example', password))).toEqual(many(200, 12))
  })

  it('from one address are limited, at however many accounts, and take nothing from the accounts once they are stopped', async () => {
    let accounts = 0
    const statuses = await timesOf(22, () => signIn(from('203.0.113.9'), `p${(accounts += 1)}@limits.example`))
    expect(statuses).toEqual([...many(401, 20), 429, 429])
    for (let time = 0; time < 12; time += 1) await signIn(from('203.0.113.9'), 'spared@limits.example')
    expect((await signIn(anywhere(), 'spared@limits.example')).status).toBe(401)
  })

  it('from one network of IPv6 are from one address', async () => {
    let hosts = 0
    const statuses = await timesOf(22, () => useLink(from(`2001:db8:1:2::${(hosts += 1).toString(16)}`)))
    expect(statuses.slice(20)).toEqual([429, 429])
  })

  it('are counted by the address that the proxy saw, not by one that the caller writes', async () => {
    let written = 0
    const statuses = await timesOf(22, () =>
      useLink(new Visitor(app, { 'x-forwarded-for': `10.0.0.${(written += 1)}, 203.0.113.77`, 'x-clinch-address': `10.1.1.${written}` })),
    )
    expect(statuses.slice(20)).toEqual([429, 429])
  })
})

describe('passwords at the link that confirms a sign-up', () => {
  it('are limited along with those at the form, and those that are right do not count', async () => {
    const email = 'vera@links.example'
    const vera = anywhere()
    await vera.post('sign-up/email', { name: 'Vera', email, password })
    const link = await app.confirmationLink(email)
    expect(await timesOf(5, () => signIn(anywhere(), email))).toEqual(many(401, 5))
    expect(await timesOf(6, () => anywhere().confirm(link, { password: 'a guess of a stranger' }))).toEqual([...many(401, 5), 429])
    expect((await signIn(anywhere(), email, password)).status).toBe(429)
    const refused = await anywhere().confirm(link, { password })
    expect([refused.status, refused.body?.code]).toEqual([429, 'TOO_MANY_ATTEMPTS'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    // The browser that signed up is asked for none, and is let in meanwhile.
    expect((await vera.confirm(link)).status).toBe(200)

    const right = 'right@links.example'
    await anywhere().post('sign-up/email', { name: 'Vera', email: right, password })
    const wrongAtForm = () => signIn(anywhere(), right)
    expect(await timesOf(9, wrongAtForm)).toEqual(many(401, 9))
    expect((await anywhere().confirm(await app.confirmationLink(right), { password })).status).toBe(200)
    expect(await timesOf(2, wrongAtForm)).toEqual([401, 429])
  })

  it('from one address are limited, at however many accounts', async () => {
    await anywhere().post('sign-up/email', { name: 'Vera', email: 'many@links.example', password })
    const link = await app.confirmationLink('many@links.example')
    const statuses = await timesOf(31, () => from('203.0.113.31').confirm(link))
    expect(statuses).toEqual([...many(401, 30), 429])
  })
})

describe('mails to one address', () => {
  it.each([
    ['sign-up/email', { name: 'Nora', password }],
    ['request-password-reset', {}],
    ['send-verification-email', {}],
  ])('by %s are limited, known or not, from however many addresses they are asked for', async (path, more) => {
    const ask = (email: string) => anywhere().post(path, { ...more, email })
    await enterAs(app, 'Known', `known@${path.replace('/', '-')}.example`, password)
    // What signing up took already counts as well.
    const left = path === 'sign-up/email' ? 4 : 5
    expect(await timesOf(left + 1, () => ask(`known@${path.replace('/', '-')}.example`))).toEqual([...many(200, left), 429])
    expect(await timesOf(6, () => ask(`unknown@${path.replace('/', '-')}.example`))).toEqual([...many(200, 5), 429])
  })
})

describe('somebody at a session that was left open', () => {
  it('cannot try passwords without end', async () => {
    const left = await enterAs(app, 'Left', 'left@limits.example', password)
    const guess = () => left.post('two-factor/disable', { password: 'a guess of a stranger' })
    expect(await timesOf(11, guess)).toEqual([...many(400, 10), 429])
    expect((await left.post('change-password', { currentPassword: password, newPassword: 'something else entirely' })).status).toBe(429)
  })
})
