import { createHook } from 'node:async_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { enterAs, lastMailTo, Visitor } from '../../../../test/visitor.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const password = 'a long enough password'
const signUp = (visitor: Visitor, email: string, more: object = {}) =>
  visitor.post('sign-up/email', { name: 'Nora', email, password, ...more })
const signIn = (visitor: Visitor, email: string, secret = password) => visitor.post('sign-in/email', { email, password: secret })

/** An answer without what differs from call to call. */
const told = ({ status, body }: Awaited<ReturnType<typeof signUp>>) => ({
  status,
  body: JSON.parse(
    JSON.stringify(body, (key, value: unknown) => (['id', 'createdAt', 'updatedAt'].includes(key) ? typeof value : value)),
  ) as unknown,
})

describe('signing up', () => {
  it('signs nobody in until the address is confirmed, by the link in the mail', async () => {
    const nora = new Visitor(app)
    const answer = await signUp(nora, 'nora@new.example', { callbackURL: '/calls?tab=overdue' })
    expect(answer.status).toBe(200)
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^clinch\.sign_up=[\w-]{43}; Max-Age=3600; Path=\/; HttpOnly; SameSite=Lax$/),
    ])
    expect(await nora.name()).toBeNull()
    expect(await signIn(nora, 'nora@new.example')).toMatchObject({ status: 403, body: { code: 'EMAIL_NOT_VERIFIED' } })

    const { subject, links } = await lastMailTo(app, 'nora@new.example')
    expect(subject).toBe('Confirm your address for Clinch')
    expect(links[0]?.split('#')[0]).toBe(`${app.origin}/confirm?next=%2Fcalls%3Ftab%3Doverdue`)
    const confirmed = await nora.confirm(links[0] ?? '')
    expect([confirmed.status, confirmed.body]).toEqual([200, { email: 'nora@new.example' }])
    expect(nora.cookie).not.toContain('sign_up')
    expect(await nora.name()).toBe('Nora')
    const { viewer } = await nora.person.ask<{ viewer: object }>('{ viewer { email emailVerified twoFactorEnabled organizations { id } } }')
    expect(viewer).toEqual({ email: 'nora@new.example', emailVerified: true, twoFactorEnabled: false, organizations: [] })
  })

  it('answers alike for a known address and a new one; the owner of the known one is told by mail', async () => {
    await enterAs(app, 'Real Nora', 'known@new.example', password)
    const [known, fresh] = [await signUp(new Visitor(app), 'known@new.example'), await signUp(new Visitor(app), 'fresh@new.example')]
    const same = (text: string) => text.replace(/known|fresh/g, 'some')
    expect(same(JSON.stringify(told(known)))).toBe(same(JSON.stringify(told(fresh))))
    expect([...known.headers.keys()]).toEqual([...fresh.headers.keys()])

    const mail = await lastMailTo(app, 'known@new.example')
    expect(mail.subject).toBe('You have a Clinch account already')
    expect(mail.text).toContain('Real Nora')
    expect(mail.text).not.toContain('/confirm')
    expect(mail.links[0]).toBe(`${app.origin}/sign-in`)
    // Its password is as it was.
    expect((await signIn(new Visitor(app), 'known@new.example', 'a password of somebody else')).status).toBe(401)
  })

  it('says nothing of the name that a stranger gave to whoever gets the mail', async () => {
    await signUp(new Visitor(app), 'lured@new.example', { name: 'Go to https://evil.example now' })
    const { text } = await lastMailTo(app, 'lured@new.example')
    expect(text).not.toContain('evil')
  })

  it.each([
    ['a short password', { password: 'too short' }, 'PASSWORD_TOO_SHORT'],
    ['a password beyond all measure', { password: 'x'.repeat(201) }, 'PASSWORD_TOO_LONG'],
    ['no name', { name: '  ' }, 'INVALID_NAME'],
    ['a name beyond all measure', { name: 'x'.repeat(121) }, 'INVALID_NAME'],
  ])('refuses %s', async (_what, more, code) => {
    expect(await signUp(new Visitor(app), 'bad@new.example', more)).toMatchObject({ status: 400, body: { code } })
    expect((await app.data.owner`select 1 from auth.users where email = 'bad@new.example'`).length).toBe(0)
  })

  it('takes no field that is not asked for', async () => {
    const answer = await signUp(new Visitor(app), 'greedy@new.example', {
      emailVerified: true,
      twoFactorEnabled: true,
      role: 'super_admin',
    })
    const [row] = await app.data.owner`select email_verified, two_factor_enabled from auth.users where email = 'greedy@new.example'`
    // Refused, or left out: never taken.
    if (answer.status === 200) expect(row).toEqual({ email_verified: false, two_factor_enabled: false })
    else expect(row).toBeUndefined()
  })
})

describe('signing in', () => {
  it('answers alike for an unknown address and a wrong password, and works as hard', async () => {
    await enterAs(app, 'Nora', 'hard@new.example', password)
    const [known, unknown] = [new Visitor(app), new Visitor(app)]
    const answers = [
      await signIn(known, 'hard@new.example', 'the wrong password'),
      await signIn(unknown, 'nobody@new.example', 'the wrong password'),
    ]
    expect(new Set(answers.map((answer) => JSON.stringify(told(answer)))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 401, body: { code: 'INVALID_EMAIL_OR_PASSWORD' } })
    expect(answers.map(({ headers }) => [...headers.keys()])[0]).toEqual([...(answers[1]?.headers.keys() ?? [])])
    // The slow hash is what takes time: it is worked out as often for the one as for the other.
    const hashes = async (email: string) => {
      let begun = 0
      const counting = createHook({ init: (_id, type) => void (begun += type === 'SCRYPTREQUEST' ? 1 : 0) }).enable()
      await signIn(new Visitor(app), email, 'the wrong password')
      counting.disable()
      return begun
    }
    expect([await hashes('hard@new.example'), await hashes('nobody@new.example')]).toEqual([1, 1])
  })

  it('hands out no token but in the cookie', async () => {
    await enterAs(app, 'Nora', 'quiet@new.example', password)
    const visitor = new Visitor(app)
    const answer = await signIn(visitor, 'quiet@new.example')
    expect(Object.keys(answer.body ?? {}).sort()).toEqual(['redirect', 'user'])
    const token = decodeURIComponent(visitor.cookie.split('=')[1] ?? '').split('.')[0] ?? ''
    expect(token.length).toBeGreaterThan(20)
    expect(JSON.stringify(answer.body)).not.toContain(token)
  })
})
