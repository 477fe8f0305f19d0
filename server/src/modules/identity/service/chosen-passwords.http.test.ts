import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { enterAs, lastMailTo, Visitor } from '../../../../test/visitor.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const password = 'a long enough password'
const refused = { status: 400, body: { code: 'COMMON_PASSWORD', message: expect.stringContaining('Choose one') } }
const signIn = (email: string, secret: string) => new Visitor(app).post('sign-in/email', { email, password: secret })

/** Somebody who owns an organization whose name is known to them alone. */
async function owner(email: string): Promise<Visitor> {
  const visitor = await enterAs(app, 'Nora Whitfield', email, password)
  await visitor.person.ask(
    `mutation { createOrganization(input: { name: "Kestrel Academy", timeZone: "UTC", currency: "USD" }) { organization { id } } }`,
  )
  await app.data.owner`update organizations set plan = 'enterprise', trial_ends_at = null`
  return visitor
}

describe('a password that others would try first', () => {
  it.each(['QwertyUiop', 'clinch2026', 'nora.whitfield', 'words-1234', 'whitfieldnora'])('makes no account: %s', async (common) => {
    const email = 'words@chosen.example'
    expect(await new Visitor(app).post('sign-up/email', { name: 'Nora Whitfield', email, password: common })).toMatchObject(refused)
    expect(await app.data.owner`select from auth.users where email = ${email}`).toHaveLength(0)
  })

  it('leaves an address that waits for its confirmation as it was', async () => {
    const email = 'waiting@chosen.example'
    const visitor = new Visitor(app)
    await visitor.post('sign-up/email', { name: 'Nora', email, password })
    const link = await app.confirmationLink(email)
    for (const browser of [new Visitor(app), visitor])
      expect(await browser.post('sign-up/email', { name: 'Nora', email, password: 'playstation' })).toMatchObject(refused)
    await visitor.confirm(link)
    expect(await visitor.name()).toBe('Nora')
  })

  it('replaces none that is known, and ends no session', async () => {
    const email = 'changing@chosen.example'
    const [visitor, other] = [await owner(email), new Visitor(app)]
    await other.post('sign-in/email', { email, password })
    for (const newPassword of ['password123', 'Kestrel-Academy 7', 'clinchnora26', 'changing2026'])
      expect(await visitor.post('change-password', { currentPassword: password, newPassword })).toMatchObject(refused)
    expect((await visitor.post('change-password', { currentPassword: password, newPassword: 'short' })).body?.code).toBe(
      'PASSWORD_TOO_SHORT',
    )
    expect((await signIn(email, password)).status).toBe(200)
    expect((await visitor.post('change-password', { currentPassword: password, newPassword: 'the kestrel hovers still' })).status).toBe(200)
  })

  it('replaces none that was forgotten, and leaves the link of the mail good', async () => {
    const email = 'forgetful@chosen.example'
    await owner(email)
    await new Visitor(app).post('request-password-reset', { email, redirectTo: '/reset-password' })
    const token = new URL((await lastMailTo(app, email)).links[0] ?? '').searchParams.get('token')
    const use = (newPassword: string) => new Visitor(app).post('reset-password', { token, newPassword })
    for (const common of ['1234567890', 'kestrelacademy', 'Forgetful.123']) expect(await use(common)).toMatchObject(refused)
    expect((await use('a heron in the shallows')).status).toBe(200)
    expect((await signIn(email, 'a heron in the shallows')).status).toBe(200)
  })
})
