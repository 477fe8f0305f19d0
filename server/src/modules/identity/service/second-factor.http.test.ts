import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { enterAs, lastMailTo, totp, Visitor } from '../../../../test/visitor.ts'

let app: RunningApp
beforeAll(async () => {
  // Limits are on: without them a code could be shown twice.
  app = await startApp({ limited: true, trustedProxies: 1 })
})
afterAll(() => app.close())

const password = 'a long enough password'
let people = 0

interface Secured {
  email: string
  visitor: Visitor
  secret: string
  recoveryCodes: string[]
}

/** Everybody from an address of their own, so that none counts against another. */
const elsewhere = () => new Visitor(app, { 'x-forwarded-for': `198.51.100.${(people += 1)}` })
const signIn = (visitor: Visitor, email: string) => visitor.post('sign-in/email', { email, password })

/** Somebody with a second factor, whose secret was shown and confirmed with the code of the half minute before. */
async function secured(name: string): Promise<Secured> {
  const email = `${name}@factor.example`
  await enterAs(app, name, email, password)
  const visitor = elsewhere()
  await signIn(visitor, email)
  const begun = await visitor.post('two-factor/enable', { password })
  const uri = new URL(String(begun.body?.totpURI))
  const secret = uri.searchParams.get('secret') ?? ''
  expect(uri.searchParams.get('issuer')).toBe('Clinch')
  const confirm = async () => (await visitor.post('two-factor/verify-totp', { code: totp(secret, -1) })).status
  // On its way the half minute may have ended: the code before the last is good no more.
  expect((await confirm()) === 200 || (await confirm()) === 200).toBe(true)
  return { email, visitor, secret, recoveryCodes: begun.body?.backupCodes as string[] }
}

const isOn = async ({ person }: Visitor) =>
  (await person.ask<{ viewer: { twoFactorEnabled: boolean } }>('{ viewer { twoFactorEnabled } }')).viewer.twoFactorEnabled

describe('a second factor', () => {
  it('is on once its owner has shown a code of it, and not before', async () => {
    const email = 'begun@factor.example'
    await enterAs(app, 'begun', email, password)
    const visitor = elsewhere()
    await signIn(visitor, email)
    expect(await visitor.post('two-factor/enable', { password: 'not the password' })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_PASSWORD' },
    })
    const { body } = await visitor.post('two-factor/enable', { password })
    expect(body?.backupCodes).toHaveLength(10)
    expect(await isOn(visitor)).toBe(false)
    expect((await signIn(elsewhere(), email)).body).toMatchObject({ user: { email } })
    expect((await visitor.post('two-factor/verify-totp', { code: '000000' })).status).toBe(401)
    const secret = new URL(String(body?.totpURI)).searchParams.get('secret') ?? ''
    await visitor.post('two-factor/verify-totp', { code: totp(secret) })
    expect(await isOn(visitor)).toBe(true)
  })

  it('is asked for after the password, and there is no session until it was right', async () => {
    const { email, secret } = await secured('asked')
    const visitor = elsewhere()
    const answer = await signIn(visitor, email)
    expect(answer).toMatchObject({ status: 200, body: { twoFactorRedirect: true, twoFactorMethods: ['totp'] } })
    expect(visitor.cookie).not.toContain('session_token')
    expect(await visitor.name()).toBeNull()
    expect((await visitor.post('two-factor/verify-totp', { code: '000000' })).status).toBe(401)
    expect(await visitor.name()).toBeNull()
    const passed = await visitor.post('two-factor/verify-totp', { code: totp(secret) })
    expect(passed.status).toBe(200)
    expect(passed.body).not.toHaveProperty('token')
    expect(await visitor.name()).toBe('asked')
  })

  it('takes each code once, also from two at once', async () => {
    const { email, secret } = await secured('replayed')
    const visitors = Array.from({ length: 4 }, elsewhere)
    for (const visitor of visitors) await signIn(visitor, email)
    const code = totp(secret)
    const answers = await Promise.all(visitors.map((visitor) => visitor.post('two-factor/verify-totp', { code })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401])
    expect(answers.find(({ status }) => status === 401)?.body).toMatchObject({ code: 'INVALID_CODE' })
  })

  it('can be stood in for by a recovery code, each of them once', async () => {
    const { email, recoveryCodes } = await secured('recovered')
    const [code = ''] = recoveryCodes
    const first = elsewhere()
    await signIn(first, email)
    expect((await first.post('two-factor/verify-backup-code', { code })).status).toBe(200)
    expect(await first.name()).toBe('recovered')
    const second = elsewhere()
    await signIn(second, email)
    expect((await second.post('two-factor/verify-backup-code', { code })).status).toBe(401)
    expect(await second.name()).toBeNull()
  })

  it('has new recovery codes for the password, after which the former are worth nothing', async () => {
    const { email, visitor, recoveryCodes } = await secured('renewed')
    expect((await visitor.post('two-factor/generate-backup-codes', { password: 'not the password' })).status).toBe(400)
    const { body } = await visitor.post('two-factor/generate-backup-codes', { password })
    const another = elsewhere()
    await signIn(another, email)
    expect((await another.post('two-factor/verify-backup-code', { code: recoveryCodes[0] })).status).toBe(401)
    expect((await another.post('two-factor/verify-backup-code', { code: (body?.backupCodes as string[])[0] })).status).toBe(200)
  })

  it('is turned off with the password, and its owner is told by mail', async () => {
    const { email, visitor } = await secured('off')
    expect((await visitor.post('two-factor/disable', { password: 'not the password' })).status).toBe(400)
    expect(await isOn(visitor)).toBe(true)
    expect((await visitor.post('two-factor/disable', { password })).status).toBe(200)
    expect(await isOn(visitor)).toBe(false)
    expect((await lastMailTo(app, email)).subject).toBe('Signing in to Clinch asks for no code any more')
    expect((await signIn(elsewhere(), email)).body).toMatchObject({ user: { email } })
  })

  it('is not asked for on a device that its owner trusts, and is on every other', async () => {
    const { email, secret } = await secured('trusting')
    const trusted = elsewhere()
    await signIn(trusted, email)
    await trusted.post('two-factor/verify-totp', { code: totp(secret), trustDevice: true })
    await trusted.post('sign-out', {})
    expect((await signIn(trusted, email)).body).toMatchObject({ user: { email } })
    expect(await trusted.name()).toBe('trusting')
    expect((await signIn(elsewhere(), email)).body).toMatchObject({ twoFactorRedirect: true })
  })

  it('cannot be guessed: of one password five codes are tried, and of one account ten', async () => {
    const { email, secret } = await secured('guessed')
    let tried = 0
    const statuses = new Set<number>()
    for (let round = 0; round < 3; round += 1) {
      const visitor = elsewhere()
      await signIn(visitor, email)
      for (let guess = 0; guess < 6; guess += 1)
        statuses.add((await visitor.post('two-factor/verify-totp', { code: String(100_000 + (tried += 1)) })).status)
    }
    expect(statuses.has(200)).toBe(false)
    // By then not even the right one is let through.
    const owner = elsewhere()
    await signIn(owner, email)
    const answer = await owner.post('two-factor/verify-totp', { code: totp(secret) })
    expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true])
  })
})
