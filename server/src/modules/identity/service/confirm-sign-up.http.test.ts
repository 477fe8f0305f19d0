import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, startApp } from '../../../../test/running-app.ts'
import { type Answer, enterAs, lastMailTo, Visitor } from '../../../../test/visitor.ts'

let app: RunningApp
beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())

const password = 'a long enough password'
const strangersPassword = 'the password of a stranger'

/** Signs up, and answers the link that the mail to the address then holds. */
async function signUp(visitor: Visitor, email: string, { name = 'Vera', secret = password } = {}): Promise<string> {
  expect((await visitor.post('sign-up/email', { name, email, password: secret })).status).toBe(200)
  return (await lastMailTo(app, email)).links[0] ?? ''
}
const signIn = (email: string, secret: string) => new Visitor(app).post('sign-in/email', { email, password: secret })
const isConfirmed = async (email: string) =>
  (await app.data.owner<{ is: boolean }[]>`select email_verified as is from auth.users where email = ${email}`)[0]?.is
const told = ({ status, body }: Answer) => [status, body?.code]

const replaced = [410, 'SIGN_UP_REPLACED']
const usedAlready = [409, 'ALREADY_CONFIRMED']
const passwordNeeded = [401, 'PASSWORD_NEEDED']
const wrongPassword = [401, 'WRONG_SIGN_UP_PASSWORD']

describe('an address with which both its owner and a stranger sign up', () => {
  const ownerFirst = ['the owner', 'the stranger'] as const
  const strangerFirst = ['the stranger', 'the owner'] as const
  /** What the owner is told, in the browser that they signed up with, and then with the password that they chose. */
  it.each([
    [...ownerFirst, 'first', replaced, replaced],
    [...ownerFirst, 'newest', passwordNeeded, wrongPassword],
    [...strangerFirst, 'first', replaced, replaced],
    [...strangerFirst, 'newest', [200, undefined], usedAlready],
  ] as const)('%s first and then %s: the owner opens the %s link', async (first, second, which, opened, withPassword) => {
    const email = `${which}@${first.replace('the ', '')}.example`
    const [vera, mallory] = [new Visitor(app), new Visitor(app)]
    const links: string[] = []
    for (const who of [first, second])
      links.push(await (who === 'the owner' ? signUp(vera, email) : signUp(mallory, email, { name: 'Mallory', secret: strangersPassword })))
    const link = links.at(which === 'first' ? 0 : -1) ?? ''
    expect(told(await vera.confirm(link))).toEqual(opened)
    expect(told(await vera.confirm(link, { password }))).toEqual(withPassword)
    expect(await vera.name()).toBe(opened[0] === 200 ? 'Vera' : null)
    expect(await isConfirmed(email)).toBe(opened[0] === 200)

    // What they are told to do: sign up again, and open the link that comes then. With an account that is confirmed nothing comes of it.
    const again = await signUp(vera, email)
    if (opened[0] !== 200) expect((await vera.confirm(again)).status).toBe(200)
    expect(await vera.name()).toBe('Vera')
    expect((await signIn(email, password)).status).toBe(200)
    expect(told(await signIn(email, strangersPassword))).toEqual([401, 'INVALID_EMAIL_OR_PASSWORD'])
    expect(await mallory.name()).toBeNull()
    for (const old of links) expect((await mallory.confirm(old, { password: strangersPassword })).status).not.toBe(200)
    expect(await mallory.name()).toBeNull()
  })

  it('is not the stranger’s either when the owner has the link sent again', async () => {
    const email = 'again@both.example'
    const vera = new Visitor(app)
    await signUp(new Visitor(app), email, { name: 'Mallory', secret: strangersPassword })
    await vera.post('send-verification-email', { email })
    const { links } = await lastMailTo(app, email)
    expect(told(await vera.confirm(links[0] ?? ''))).toEqual(passwordNeeded)
    expect([await vera.name(), await isConfirmed(email)]).toEqual([null, false])
  })
})

describe('the link of a confirmation mail', () => {
  it('does nothing by being opened: nobody is signed in or out, and no address is confirmed', async () => {
    const victim = await enterAs(app, 'Vic', 'vic@opened.example', password)
    const mallory = new Visitor(app)
    const link = new URL(await signUp(mallory, 'mallory@opened.example', { name: 'Mallory' }))
    const token = link.hash.slice(1)
    expect(token).not.toBe('')
    for (const browser of [victim, mallory]) {
      for (const path of [
        '/confirm',
        `/api/auth/confirm-sign-up?token=${token}`,
        `/api/auth/verify-email?token=${token}&callbackURL=%2F`,
      ]) {
        const opened = await browser.open(app.origin + path)
        expect([path, opened.headers.getSetCookie(), opened.headers.get('location')]).toEqual([path, [], null])
      }
    }
    expect([await victim.name(), await mallory.name(), await isConfirmed('mallory@opened.example')]).toEqual(['Vic', null, false])
  })

  it('is posted by our own page alone', async () => {
    const vera = new Visitor(app)
    const link = await signUp(vera, 'vera@posted.example')
    const token = new URL(link).hash.slice(1)
    for (const [header, value] of [
      ['origin', 'https://evil.example'],
      ['sec-fetch-site', 'cross-site'],
    ] as const)
      expect((await vera.post('confirm-sign-up', { token }, { [header]: value })).status).toBe(403)
    expect([await vera.name(), await isConfirmed('vera@posted.example')]).toEqual([null, false])
  })

  it('signs in once, of several at once too', async () => {
    const vera = new Visitor(app)
    const link = await signUp(vera, 'vera@once.example')
    const answers = await Promise.all([1, 2, 3].map(() => vera.confirm(link)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    for (const browser of [vera, new Visitor(app)]) expect(told(await browser.confirm(link, { password }))).toEqual(usedAlready)
    const sessions = await app.data.owner`select from auth.sessions join auth.users on users.id = user_id where email = 'vera@once.example'`
    expect([await vera.name(), sessions.length]).toEqual(['Vera', 1])
  })

  it('asks for the password on another device, and takes the right one alone', async () => {
    const email = 'vera@elsewhere.example'
    const link = await signUp(new Visitor(app), email)
    const phone = new Visitor(app)
    expect(told(await phone.confirm(link))).toEqual(passwordNeeded)
    for (const wrong of ['not what she chose', '', 'x'.repeat(300)]) {
      const answer = await phone.confirm(link, { password: wrong })
      expect(told(answer)).toEqual(wrongPassword)
      expect(answer.body?.message).toContain('sign up again')
    }
    expect([phone.cookie, await isConfirmed(email)]).toEqual(['', false])
    expect((await phone.confirm(link, { password })).status).toBe(200)
    expect([await phone.name(), await isConfirmed(email)]).toEqual(['Vera', true])
  })

  it('takes a browser for the one that signed up by nothing but the cookie that it was given for this account', async () => {
    const [vera, other] = [new Visitor(app), new Visitor(app)]
    const link = await signUp(vera, 'vera@cookies.example')
    await signUp(other, 'other@cookies.example')
    const { value } = (
      await app.data.owner<{ value: string }[]>`
      select value from auth.verifications join auth.users on identifier = 'sign-up-' || users.id where email = 'vera@cookies.example'`
    )[0] ?? {
      value: '',
    }
    expect(value).toMatch(/^[0-9a-f]{64}$/)
    for (const cookie of [other.cookie, 'clinch.sign_up=', 'clinch.sign_up=chosen', `clinch.sign_up=${value}`])
      expect(told(await new Visitor(app, { cookie }).confirm(link))).toEqual(passwordNeeded)
    expect((await vera.confirm(link)).status).toBe(200)
  })

  it('does not put somebody else in the place of who is signed in, unless that was asked and said', async () => {
    const victim = await enterAs(app, 'Vic', 'vic@swapped.example', password)
    const email = 'mallory@swapped.example'
    const link = await signUp(new Visitor(app), email, { name: 'Mallory', secret: strangersPassword })
    for (const more of [{}, { password: strangersPassword }])
      expect(told(await victim.confirm(link, more))).toEqual([409, 'SIGNED_IN_AS_ANOTHER'])
    expect(told(await victim.confirm(link, { replaceSession: true }))).toEqual(passwordNeeded)
    expect([await victim.name(), await isConfirmed(email)]).toEqual(['Vic', false])
    expect((await victim.confirm(link, { replaceSession: true, password: strangersPassword })).status).toBe(200)
    expect(await victim.name()).toBe('Mallory')
  })

  it('asks as well where the browser that signed up is somebody else’s by now', async () => {
    const browser = new Visitor(app)
    const link = await signUp(browser, 'vera@shared.example')
    await enterAs(app, 'Vic', 'vic@shared.example', password)
    await browser.post('sign-in/email', { email: 'vic@shared.example', password })
    expect(told(await browser.confirm(link))).toEqual([409, 'SIGNED_IN_AS_ANOTHER'])
    expect((await browser.confirm(link, { replaceSession: true })).status).toBe(200)
    expect(await browser.name()).toBe('Vera')
  })

  it('is refused when it is too old, changed, signed by somebody else, or for something else', async () => {
    const vera = new Visitor(app)
    const link = new URL(await signUp(vera, 'vera@late.example'))
    const [head = '', body = ''] = link.hash.slice(1).split('.')
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { confirms: string; iat: number; exp: number }
    expect(claims.exp - claims.iat).toBe(3_600)
    const signed = (claim: object, secret = 'a secret of the tests, long enough') => {
      const text = `${head}.${Buffer.from(JSON.stringify(claim)).toString('base64url')}`
      return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
    }
    const { confirms, ...times } = claims
    for (const token of [
      signed({ ...claims, iat: claims.exp - 7_200, exp: Math.floor(Date.now() / 1000) - 1 }),
      signed(claims, 'another secret, which is not the server’s'),
      signed({ ...times, email: 'vera@late.example' }),
      signed({ ...times, confirms: 'vera@late.example' }),
      'nonsense',
      '',
    ]) {
      link.hash = token
      expect(told(await vera.confirm(link.href, { password }))).toEqual([400, 'INVALID_TOKEN'])
    }
    expect([await vera.name(), await isConfirmed('vera@late.example')]).toEqual([null, false])
    link.hash = signed({ ...times, confirms })
    expect((await vera.confirm(link.href)).status).toBe(200)
  })

  it('leads to no other site', async () => {
    for (const callbackURL of ['https://evil.example/', '//evil.example/', '/\\evil.example'])
      for (const path of ['sign-up/email', 'send-verification-email'])
        expect((await new Visitor(app).post(path, { name: 'Vera', email: 'vera@led.example', password, callbackURL })).status).toBe(403)
  })

  it('is sent again on request for the same sign-up, and the answer is the same for every address', async () => {
    await enterAs(app, 'Vera', 'done@resent.example', password)
    const vera = new Visitor(app)
    await signUp(vera, 'waiting@resent.example')
    app.mailbox.empty()
    const ask = async (email: string) => {
      const { status, body } = await new Visitor(app).post('send-verification-email', { email, callbackURL: '/calls' })
      return { status, body }
    }
    const answers = await Promise.all(['done@resent.example', 'waiting@resent.example', 'nobody@resent.example'].map(ask))
    expect(answers).toEqual(answers.map(() => ({ status: 200, body: { status: true } })))
    await app.drain()
    expect(app.mailbox.mails().map(({ to }) => to)).toEqual(['waiting@resent.example'])
    const [link = ''] = (await lastMailTo(app, 'waiting@resent.example')).links
    expect(new URL(link).search).toBe('?next=%2Fcalls')
    expect((await vera.confirm(link)).status).toBe(200)
  })
})
