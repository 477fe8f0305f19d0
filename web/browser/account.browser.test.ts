import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { codeOf } from './authenticator.ts'
import { setStage } from './demo-stage.ts'
import { desktop, type Look, phone, Visitor } from './visitor.ts'

const stage = setStage()

const arrive = (look: Look = desktop): Promise<Visitor> => stage.arrive(look)

const password = 'a heron in the shallows'
/** Whose account it is, from test to test, and the password that they choose in the second. */
const rosaLogin = { email: 'rosa.quint@example.com', password }
const renewed = 'the tide comes in at noon'

/** Has a page of ours ask the API, as the pages themselves do. */
const ask = (page: Page, query: string, variables: object): Promise<unknown> =>
  page.evaluate(async (body) => {
    const answer = await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    return ((await answer.json()) as { data: unknown }).data
  }, JSON.stringify({ query, variables }))

/** Who is signed in invites an address; answers what stands after the server's address in the link. */
async function invite(by: Visitor, email: string): Promise<string> {
  const told = (await ask(by.page, 'mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { url } }', {
    input: { email, role: 'ADMIN' },
  })) as { inviteMember: { url: string } }
  const { pathname, search } = new URL(told.inviteMember.url)
  return pathname + search
}

/** Fills in the form of the page that is open, and sends it. */
async function askForAccount({ page }: Visitor, name: string, email: string): Promise<void> {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
}

/** Signs up on the page that is open, and comes back by the link in the mail, signed in. */
async function signUp(visitor: Visitor, name: string, email: string): Promise<void> {
  const { page } = visitor
  await askForAccount(visitor, name, email)
  await page.getByRole('link', { name: 'Open the development mailbox' }).click()
  const mail = page
    .getByRole('button', { name: new RegExp(email.replaceAll('.', String.raw`\.`)) })
    .filter({ hasText: 'Confirm' })
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: 'Look again' }).click()
      return mail.count()
    })
    .toBe(1)
  await mail.click()
  await page.getByRole('link', { name: 'Open the mail’s link' }).click()
  await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor()
  await page.getByRole('button', { name: 'Go on' }).click()
}

/** Somebody new, who joins the demo's organization by an invitation of its owner. */
async function join(name: string, email: string): Promise<Visitor> {
  const nora = await arrive()
  await nora.signIn(stage.access.admin)
  const link = await invite(nora, email)
  const visitor = await arrive()
  await visitor.open(link)
  await visitor.page.getByRole('link', { name: 'Create an account' }).click()
  await signUp(visitor, name, email)
  await visitor.page.getByRole('button', { name: 'Accept the invitation' }).click()
  await visitor.page.waitForURL((address) => address.pathname === '/')
  await visitor.settle()
  return visitor
}

const openAccount = async (visitor: Visitor) => {
  await visitor.open('/settings?tab=account')
  await visitor.page.getByRole('heading', { name: 'Where you are signed in' }).waitFor()
}

/** Goes through the three steps behind the button that is open. Answers the key that the app was given. */
async function setUpSecondStep({ page }: Visitor, given: string): Promise<string> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Your password').fill(given)
  await dialog.getByRole('button', { name: 'Continue' }).click()
  const key = (await dialog.getByText(/^([A-Z2-7]{4} ?){4,}$/).textContent()) ?? ''
  await dialog.getByLabel('Code of the app').fill(codeOf(key))
  await dialog.getByRole('button', { name: 'Turn it on' }).click()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  return key
}

describe('a member', () => {
  it('leaves the organization, and cannot open it any more', async () => {
    const ines = await join('Ines Castel', 'ines.castel@example.com')
    await ines.open('/team?tab=members')
    await ines.page.getByRole('button', { name: 'Actions for Ines Castel' }).click()
    await ines.page.getByRole('menuitem', { name: 'Leave the organization' }).click()
    const dialog = ines.page.getByRole('dialog', { name: 'Leave Kestrel Academy?' })
    expect(await ines.accessibilityProblems()).toEqual([])
    await dialog.getByRole('button', { name: 'Leave Kestrel Academy' }).click()
    await ines.page.waitForURL(/\/create-organization$/)
    await ines.open('/calls')
    await ines.page.waitForURL(/\/create-organization$/)
    expect(await ask(ines.page, '{ organization { name } }', {})).toBeNull()
  })
})

describe('an invitation for which there is no seat', () => {
  it('says so, stays good, and says whom to ask', async () => {
    const otto = await arrive()
    await otto.open('/sign-up')
    await signUp(otto, 'Otto Lind', 'otto.lind@example.com')
    await otto.page.waitForURL(/\/create-organization$/)
    await otto.page.getByLabel('Organization name').fill('Lind Coaching')
    await otto.page.getByRole('button', { name: 'Create organization' }).click()
    await otto.page.waitForURL((address) => address.pathname === '/')
    const link = await invite(otto, 'pia.holm@example.com')
    const pia = await arrive(phone)
    await pia.open(link)
    await pia.page.getByRole('link', { name: 'Create an account' }).click()
    await signUp(pia, 'Pia Holm', 'pia.holm@example.com')
    const accept = pia.page.getByRole('button', { name: 'Accept the invitation' })
    for (let time = 0; time < 2; time += 1) {
      await accept.click()
      await pia.page.getByText('Ask who invited you: once there is a seat, accept again').waitFor()
    }
    await expect.poll(() => accept.isEnabled()).toBe(true)
    expect(await pia.accessibilityProblems()).toEqual([])
  })
})

describe('the link of a confirmation mail', () => {
  /** What stands after the server's address in the link that an address was sent. */
  const linkTo = async ({ page }: Visitor, email: string): Promise<string> => {
    let link: string | undefined
    await expect
      .poll(async () => {
        const mails = await page.evaluate(async () => {
          const answer = await fetch('/api/mailbox')
          return ((await answer.json()) as { mails: { to: string; text: string }[] }).mails
        })
        link = mails.find(({ to }) => to === email)?.text.match(/https?:\S+\/confirm\S*/)?.[0]
        return link
      })
      .toBeDefined()
    const { pathname, hash } = new URL(link ?? '')
    return pathname + hash
  }

  it('asks for the password on another device, and whoever is signed in there before it goes on', async () => {
    const email = 'vera.lund@example.com'
    const desk = await arrive()
    await desk.open('/sign-up')
    await askForAccount(desk, 'Vera Lund', email)
    await desk.page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor()
    const link = await linkTo(desk, email)

    const nora = await arrive()
    await nora.signIn(stage.access.admin)
    await nora.open(link)
    await nora.page.getByRole('heading', { name: 'Somebody is signed in here' }).waitFor()
    expect(nora.page.url()).toMatch(/\/confirm$/)
    await nora.page.getByRole('status').getByText(stage.access.admin.email).waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])
    await nora.page.getByRole('link', { name: /^Stay signed in as / }).click()
    await nora.page.waitForURL((address) => address.pathname === '/')
    expect(await ask(nora.page, '{ viewer { email } }', {})).toEqual({ viewer: { email: stage.access.admin.email } })

    const vera = await arrive(phone)
    await vera.open(link)
    const field = vera.page.getByLabel('Password', { exact: true })
    await field.fill('not what she chose')
    await vera.page.getByRole('button', { name: 'Confirm and sign in' }).click()
    await vera.page.getByText('This is not the password that was chosen at sign-up').waitFor()
    expect([await vera.accessibilityProblems(), await vera.overflowPx()]).toEqual([[], 0])
    await field.fill(password)
    await vera.page.getByRole('button', { name: 'Confirm and sign in' }).click()
    await vera.page.getByText(`You are signed in as ${email}.`).waitFor()
    await vera.page.getByRole('button', { name: 'Go on' }).click()
    await vera.page.waitForURL(/\/create-organization$/)

    await desk.open(link)
    await desk.page.getByRole('heading', { name: 'This link was used already' }).waitFor()
  })
})

describe('somebody’s account', () => {
  it('signs out another of their devices for the password, and not without', async () => {
    const rosa = await join('Rosa Quint', rosaLogin.email)
    const elsewhere = await arrive(phone)
    await elsewhere.signIn(rosaLogin)
    await openAccount(rosa)
    const others = rosa.page.getByRole('list', { name: 'Sessions' }).getByRole('button')
    await expect.poll(() => others.count()).toBe(1)
    await others.click()
    const dialog = rosa.page.getByRole('dialog')
    expect(await rosa.accessibilityProblems()).toEqual([])
    await dialog.getByLabel('Your password').fill('not her password')
    await dialog.getByRole('button', { name: 'Sign out' }).click()
    await dialog.getByText('This is not your password').waitFor()
    await dialog.getByLabel('Your password').fill(password)
    await dialog.getByRole('button', { name: 'Sign out' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => others.count()).toBe(0)
    await elsewhere.open('/calls')
    await elsewhere.page.waitForURL(/\/sign-in/)
    await elsewhere.page.getByText('This session was ended from another one of yours.').waitFor()
  })

  it('takes no password that others would try first, and with a new one ends the other session', async () => {
    const [rosa, elsewhere] = [await arrive(), await arrive()]
    for (const visitor of [rosa, elsewhere]) await visitor.signIn(rosaLogin)
    await openAccount(rosa)
    await rosa.page.getByRole('button', { name: 'Change the password' }).click()
    const dialog = rosa.page.getByRole('dialog')
    await dialog.getByLabel('The password that you have').fill(password)
    for (const common of ['playstation', 'Kestrel Academy 1', 'rosaquint99']) {
      await dialog.getByLabel('The new one').fill(common)
      await dialog.getByRole('button', { name: 'Change the password' }).click()
      await dialog.getByText(/Others would try this one first/).waitFor()
      await expect.poll(() => dialog.getByLabel('The new one').getAttribute('aria-invalid')).toBe('true')
    }
    await dialog.getByLabel('The new one').fill(renewed)
    await dialog.getByRole('button', { name: 'Change the password' }).click()
    await dialog.waitFor({ state: 'detached' })
    await elsewhere.open('/calls')
    await elsewhere.page.waitForURL(/\/sign-in/)
    await elsewhere.page.getByLabel('Email').fill(rosaLogin.email)
    await elsewhere.page.getByLabel('Password', { exact: true }).fill(renewed)
    await elsewhere.page.getByRole('button', { name: 'Sign in' }).click()
    await elsewhere.page.waitForURL(/\/calls$/)
  })

  it('turns the second step on, is asked for it, and turns it off', async () => {
    const rosa = await arrive()
    await rosa.signIn({ ...rosaLogin, password: renewed })
    await openAccount(rosa)
    await rosa.page.getByRole('button', { name: 'Turn it on' }).click()
    const key = await setUpSecondStep(rosa, renewed)
    await rosa.page.getByText('On: signing in asks for a code').waitFor()
    const elsewhere = await arrive(phone)
    await elsewhere.open('/sign-in')
    await elsewhere.page.getByLabel('Email').fill(rosaLogin.email)
    await elsewhere.page.getByLabel('Password', { exact: true }).fill(renewed)
    await elsewhere.page.getByRole('button', { name: 'Sign in' }).click()
    await elsewhere.page.getByRole('heading', { name: 'One more step' }).waitFor()
    // The code of this half minute was shown already: the next one is good as well.
    await elsewhere.page
      .getByLabel(/code/i)
      .first()
      .fill(codeOf(key, Date.now() + 30_000))
    await elsewhere.page.keyboard.press('Enter')
    await elsewhere.page.waitForURL((address) => address.pathname === '/')
    await rosa.page.getByRole('button', { name: 'Turn it off' }).click()
    const dialog = rosa.page.getByRole('dialog')
    await dialog.getByLabel('Your password').fill(renewed)
    await dialog.getByRole('button', { name: 'Turn it off' }).click()
    await rosa.page.getByText('Off: the password alone signs in').waitFor()
  })
})

describe('an organization that demands the second step', () => {
  it('cannot demand it before its owner has one; then a member is led to it, turns it on, and is let in', async () => {
    const maya = await arrive(phone)
    await maya.signIn(stage.access.closer)
    const nora = await arrive()
    await nora.signIn(stage.access.admin)
    await nora.open('/settings')
    const demand = nora.page.getByRole('switch', { name: 'Demand the second step of everybody' })
    await expect.poll(() => demand.isDisabled()).toBe(true)
    expect(await nora.accessibilityProblems()).toEqual([])
    await nora.page.getByRole('link', { name: 'your account', exact: true }).click()
    await nora.page.getByRole('button', { name: 'Turn it on' }).click()
    await setUpSecondStep(nora, stage.access.admin.password)
    await nora.open('/settings')
    await demand.click()
    await nora.page.getByRole('button', { name: 'Demand it' }).click()
    await expect.poll(() => demand.getAttribute('aria-checked')).toBe('true')

    await maya.open('/calls')
    await maya.page.getByRole('heading', { name: 'Kestrel Academy asks for a second step' }).waitFor()
    expect(await maya.accessibilityProblems()).toEqual([])
    expect(await maya.overflowPx()).toBe(0)
    await maya.page.getByRole('button', { name: 'Turn on the second step' }).click()
    await setUpSecondStep(maya, stage.access.closer.password)
    await maya.page.getByRole('heading', { level: 1, name: 'Calls' }).waitFor()

    await nora.open('/team?tab=members')
    await nora.page.getByRole('columnheader', { name: 'Second step' }).waitFor()
    const rowOf = (name: string) => nora.page.getByRole('row').filter({ hasText: name })
    await rowOf('Maya Okafor').getByText('On', { exact: true }).waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])
  })
})
