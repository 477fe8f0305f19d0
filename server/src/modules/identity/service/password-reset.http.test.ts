import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { enterAs, lastMailTo, Visitor } from '../../../../test/visitor.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const password = 'a long enough password'
const renewed = 'another password, long enough'
const ask = (email: string) => new Visitor(app).post('request-password-reset', { email, redirectTo: '/reset-password' })
const signIn = (visitor: Visitor, email: string, secret: string) => visitor.post('sign-in/email', { email, password: secret })
const changed = 'Your password was changed, which ends every other session.'

/** The token in the link of the last mail, which leads to our own page. */
async function tokenFor(email: string): Promise<string> {
  await ask(email)
  const { subject, links } = await lastMailTo(app, email)
  expect(subject).toBe('Choose a new password for Clinch')
  const link = new URL(links[0] ?? '')
  expect(link.origin + link.pathname).toBe(`${app.origin}/reset-password`)
  return link.searchParams.get('token') ?? ''
}

describe('a password that was forgotten', () => {
  it('is replaced by the link in the mail, which ends every session and says why', async () => {
    const email = 'nora@reset.example'
    const first = await enterAs(app, 'Nora', email, password)
    const second = new Visitor(app)
    await signIn(second, email, password)
    const token = await tokenFor(email)
    const answer = await new Visitor(app).post('reset-password', { token, newPassword: renewed })
    expect(answer).toMatchObject({ status: 200, body: { status: true } })
    for (const visitor of [first, second]) expect([await visitor.name(), await visitor.why()]).toEqual([null, changed])
    expect((await signIn(new Visitor(app), email, password)).status).toBe(401)
    expect((await signIn(new Visitor(app), email, renewed)).status).toBe(200)
    expect((await lastMailTo(app, email)).subject).toBe('Your Clinch password was changed')
  })

  it('is answered alike whether the address is known', async () => {
    await enterAs(app, 'Nora', 'known@reset.example', password)
    const [known, unknown] = await Promise.all([ask('known@reset.example'), ask('unknown@reset.example')])
    expect({ ...known, headers: null }).toEqual({ ...unknown, headers: null })
    expect(known.status).toBe(200)
    await app.drain()
    expect(app.mailbox.mails().filter(({ to }) => to === 'unknown@reset.example')).toEqual([])
  })

  it('is replaced once by each link', async () => {
    await enterAs(app, 'Nora', 'once@reset.example', password)
    const token = await tokenFor('once@reset.example')
    const use = (newPassword: string) => new Visitor(app).post('reset-password', { token, newPassword })
    expect((await use('short')).body).toMatchObject({ code: 'PASSWORD_TOO_SHORT' })
    const answers = await Promise.all(Array.from({ length: 8 }, (_, number) => use(`password number ${number}`)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { status, body } of answers.filter((answer) => answer.status !== 200))
      expect([status, body?.code]).toEqual([400, 'INVALID_TOKEN'])
  })

  it('is not replaced by a link that is too old, or by none', async () => {
    await enterAs(app, 'Nora', 'late@reset.example', password)
    const token = await tokenFor('late@reset.example')
    await app.data
      .owner`update auth.verifications set expires_at = now() - interval '1 second' where identifier = ${`reset-password:${token}`}`
    for (const each of [token, 'nonsense', ''])
      expect(await new Visitor(app).post('reset-password', { token: each, newPassword: renewed })).toMatchObject({
        status: 400,
        body: { code: 'INVALID_TOKEN' },
      })
    expect((await signIn(new Visitor(app), 'late@reset.example', password)).status).toBe(200)
  })

  it('of an address that was never confirmed confirms it: the mail has arrived', async () => {
    await new Visitor(app).post('sign-up/email', { name: 'Nora', email: 'new@reset.example', password })
    const token = await tokenFor('new@reset.example')
    await new Visitor(app).post('reset-password', { token, newPassword: renewed })
    expect((await signIn(new Visitor(app), 'new@reset.example', renewed)).status).toBe(200)
  })

  it('does not take the second factor away', async () => {
    const email = 'both@reset.example'
    const nora = await enterAs(app, 'Nora', email, password)
    await app.data.owner`update auth.users set two_factor_enabled = true where email = ${email}`
    expect(await nora.name()).toBe('Nora')
    await new Visitor(app).post('reset-password', { token: await tokenFor(email), newPassword: renewed })
    const answer = await signIn(new Visitor(app), email, renewed)
    expect(answer.body).toMatchObject({ twoFactorRedirect: true })
  })

  it('leads back to no other site', async () => {
    const answer = await new Visitor(app).post('request-password-reset', {
      email: 'nora@reset.example',
      redirectTo: 'https://evil.example/',
    })
    expect(answer.status).toBe(403)
  })
})

describe('a password that is changed', () => {
  it('asks for the one before, and ends the other sessions, asked for or not', async () => {
    const email = 'change@reset.example'
    const here = await enterAs(app, 'Nora', email, password)
    const there = new Visitor(app)
    await signIn(there, email, password)
    const change = (currentPassword: string) =>
      here.post('change-password', { currentPassword, newPassword: renewed, revokeOtherSessions: false })
    expect(await change('not the password')).toMatchObject({ status: 400, body: { code: 'INVALID_PASSWORD' } })
    const answer = await change(password)
    expect(answer.status).toBe(200)
    expect(answer.body).not.toHaveProperty('token')
    expect([await here.name(), await there.name(), await there.why()]).toEqual(['Nora', null, changed])
    expect((await lastMailTo(app, email)).subject).toBe('Your Clinch password was changed')
  })
})
