import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { enterAs, Visitor } from '../../../../test/visitor.ts'

let app: RunningApp
beforeAll(async () => {
  // One trusted proxy: each attempt can come from another address.
  app = await startApp({ limited: true, trustedProxies: 1 })
})
afterAll(() => app.close())

const password = 'a long enough password'
const hashOf = (email: string): string => createHash('sha256').update(email).digest('hex')
let addresses = 0
const anywhere = (headers: Record<string, string> = {}) =>
  new Visitor(app, { 'x-forwarded-for': `192.0.2.${(addresses += 1) % 250}`, ...headers })
const signIn = async (visitor: Visitor, email: string, secret = password) =>
  (await visitor.post('sign-in/email', { email, password: secret })).status

/** A stranger who knows the address, and uses up what strangers have of attempts at it. */
async function exhaust(email: string): Promise<void> {
  for (let time = 0; time < 10; time += 1) await signIn(anywhere(), email, 'a guess at the password')
  expect(await signIn(anywhere(), email, 'a guess at the password')).toBe(429)
}

const deviceCookieOf = ({ cookie }: Visitor): string => {
  const [found] = cookie.split('; ').filter((each) => each.startsWith('clinch.device_'))
  if (!found) throw new Error(`There is no cookie of a known device: ${cookie}`)
  return found
}

describe('a browser that has signed in to an account before', () => {
  it('signs in while strangers have used up every attempt at it, and a stranger with the right password does not', async () => {
    const nora = await enterAs(app, 'Nora', 'nora@devices.example', password)
    await nora.post('sign-out', {})
    await exhaust('nora@devices.example')
    expect(await signIn(nora, 'nora@devices.example')).toBe(200)
    expect(await nora.name()).toBe('Nora')
    expect(await signIn(anywhere(), 'nora@devices.example')).toBe(429)
    // Nor does it let strangers in again that the known browser was right.
    expect(await signIn(nora, ' NORA@devices.example ')).not.toBe(429)
    expect(await signIn(anywhere(), 'nora@devices.example')).toBe(429)
  })

  it('is limited as well, by itself: neither the strangers nor another known browser lose anything by it', async () => {
    const email = 'maya@devices.example'
    const [desk, phone] = [await enterAs(app, 'Maya', email, password), anywhere()]
    expect(await signIn(phone, email)).toBe(200)
    const statuses: number[] = []
    for (let time = 0; time < 11; time += 1) statuses.push(await signIn(anywhere({ cookie: deviceCookieOf(desk) }), email, 'a wrong one'))
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429])
    expect(await signIn(phone, email)).toBe(200)
    expect(await signIn(anywhere(), email)).toBe(200)
  })

  it('is a stranger to every other account, and with a cookie that was forged or belongs to another', async () => {
    const [mine, theirs] = ['mine@devices.example', 'theirs@devices.example']
    const visitor = await enterAs(app, 'Mine', mine, password)
    await enterAs(app, 'Theirs', theirs, password)
    await exhaust(theirs)
    const own = deviceCookieOf(visitor)
    const [name = '', value = ''] = own.split('=', 2)
    const theirName = `clinch.device_${hashOf(theirs).slice(0, 16)}`
    const [signed = '', signature = ''] = decodeURIComponent(value).split(/\.(?=[^.]*$)/)
    const forged = [
      own,
      `${theirName}=${value}`,
      `${theirName}=${encodeURIComponent(`device-${hashOf(theirs)}.chosen.${signature}`)}`,
      `${theirName}=${encodeURIComponent(`device-${hashOf(theirs)}.chosen`)}`,
      `${theirName}=nonsense`,
    ]
    expect(name).toBe(`clinch.device_${hashOf(mine).slice(0, 16)}`)
    expect(signed).toMatch(new RegExp(`^device-${hashOf(mine)}\\.`))
    for (const cookie of forged) expect([cookie, await signIn(anywhere({ cookie }), theirs)]).toEqual([cookie, 429])
  })

  it('keeps a cookie for each of its accounts, which no script reads and which signs nobody in', async () => {
    const visitor = await enterAs(app, 'First', 'first@devices.example', password)
    await enterAs(app, 'Second', 'second@devices.example', password)
    const answer = await visitor.post('sign-in/email', { email: 'second@devices.example', password })
    const cookies = answer.headers.getSetCookie().filter((each) => each.includes('.device_'))
    expect(cookies).toEqual([expect.stringMatching(/; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/)])
    const kept = visitor.cookie.split('; ').filter((each) => each.startsWith('clinch.device_'))
    expect(kept).toHaveLength(2)
    expect(await anywhere({ cookie: kept.join('; ') }).name()).toBeNull()
    await exhaust('first@devices.example')
    await exhaust('second@devices.example')
    for (const email of ['first@devices.example', 'second@devices.example'])
      expect([email, await signIn(visitor, email)]).toEqual([email, 200])
  })

  it('is none before it has signed in: not by a wrong password, and not by a password whose code is still waited for', async () => {
    const visitor = await enterAs(app, 'Half', 'half@devices.example', password)
    await app.data.owner`update auth.users set two_factor_enabled = true where email = 'half@devices.example'`
    expect(deviceCookieOf(visitor)).not.toBe('')
    for (const secret of ['a wrong password', password]) {
      const half = anywhere()
      await signIn(half, 'half@devices.example', secret)
      expect(half.cookie).not.toContain('device_')
    }
  })
})
