import { describe, expect, it } from 'vitest'
import { bookCall, pay } from './providers.ts'
import { setStage } from './demo-stage.ts'
import { desktop, type Look, phone, Visitor } from './visitor.ts'

const stage = setStage()

const arrive = (look: Look = desktop): Promise<Visitor> => stage.arrive(look)

const hourMs = 3_600_000

describe('a newcomer who has typed npm start', () => {
  it('signs in as the admin and sees the figures, each of which opens its rows', async () => {
    const nora = await arrive()
    await nora.open('/')
    await nora.page.waitForURL(/\/sign-in$/)
    await nora.enter(stage.access.admin)
    await expect.poll(() => nora.page.getByRole('heading', { level: 1 }).textContent()).toBe('Dashboard')
    const booked = nora.page.getByRole('link', { name: /^Booked calls/ })
    const figure = /\d[\d,]*/.exec((await booked.textContent()) ?? '')?.[0]
    await booked.click()
    await nora.settle()
    await nora.page.getByText(`${figure ?? '?'} calls`).waitFor()
    expect(nora.complaints).toEqual([])
  })

  it('is told in plain words when the password is wrong', async () => {
    const stranger = await arrive()
    await stranger.open('/payments')
    await stranger.page.waitForURL(/\/sign-in\?next=%2Fpayments$/)
    await stranger.page.getByLabel('Email').fill(stage.access.admin.email)
    await stranger.page.getByLabel('Password', { exact: true }).fill('not the password')
    await stranger.page.getByRole('button', { name: 'Sign in' }).click()
    await stranger.page.getByText('Email and password do not match an account').waitFor()
    await stranger.page.getByLabel('Password', { exact: true }).fill(stage.access.admin.password)
    await stranger.page.getByRole('button', { name: 'Sign in' }).click()
    await stranger.page.waitForURL(/\/payments$/)
  })
})

describe('a sale, from its booking to the credited payment', () => {
  const lead = { name: 'Quinn Abernathy', email: 'quinn.abernathy@example.com' }

  it('arrives by signed webhooks; its closer files the form, and the payment says why it is credited', async () => {
    const scheduledAt = new Date(Date.now() - 2 * hourMs)
    await bookCall(stage.access, { ...lead, hostEmail: stage.access.closer.email, scheduledAt })

    // The closer finds the call among their own, and says how it went.
    const maya = await arrive(phone)
    await maya.signIn(stage.access.closer)
    await maya.open('/calls?q=Quinn')
    await maya.page.getByText(lead.name).first().click()
    const form = maya.page.getByRole('form', { name: /post-call form/i })
    await form.waitFor()
    const answer = (question: string, choice: string) =>
      form.getByRole('radiogroup', { name: question }).getByRole('radio', { name: choice }).click()
    await answer('Did the call take place?', 'Yes')
    await answer('Did Quinn show up?', 'Yes')
    await answer('Was an offer made?', 'Yes')
    await answer('Did Quinn buy?', 'Yes')
    await answer('How is Quinn paying?', 'In full')
    await form.getByLabel('Cash collected').fill('2400')
    await form.getByRole('button', { name: 'Submit form' }).click()
    await maya.page.getByText('Closed').first().waitFor()
    expect(maya.complaints).toEqual([])

    await pay(stage.access, { ...lead, amountMinor: 240_000, currency: 'usd' })

    // The admin opens the payment and asks why.
    const nora = await arrive()
    await nora.signIn(stage.access.admin)
    await nora.open('/payments?q=Quinn')
    const payments = nora.page.getByRole('link', { name: lead.name })
    await expect
      .poll(
        async () => {
          await nora.page.reload()
          await nora.settle()
          return payments.count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    await payments.click()
    const panel = nora.page.getByRole('region', { name: lead.name })
    await panel.getByRole('heading', { name: /^Why/ }).waitFor()
    const words = (await panel.textContent()) ?? ''
    expect(words).toContain('$2,400.00')
    expect(words).toContain('Maya Okafor')
    expect(words).toContain('Who paid it, and which call came before it?')
    expect(nora.complaints).toEqual([])
  })
})

describe('a closer', () => {
  it('sees their own calls and figures, and nothing of the organization’s settings', async () => {
    const maya = await arrive()
    await maya.signIn(stage.access.closer)
    await maya.page.getByRole('heading', { level: 1, name: 'My numbers' }).waitFor()
    const pages = await maya.page.getByRole('navigation', { name: 'Main' }).getByRole('link').allTextContents()
    expect(pages.map((page) => page.replace(/\d+$/, ''))).toEqual([
      'My numbers',
      'Calls',
      'Payments',
      'Leads',
      'Settings',
    ])
    await maya.open('/settings?tab=organization')
    const tabs = maya.page.getByRole('navigation', { name: 'Parts of the settings' }).getByRole('link')
    await tabs.first().waitFor()
    await expect.poll(() => tabs.allTextContents()).toEqual(['Your account'])
    await maya.open('/calls')
    const closers = await maya.page
      .getByRole('row')
      .getByText(/^(Ben Adler|Daniel Reyes|Jess Carver|Priya Raman|Tom Lindqvist)$/)
      .count()
    expect(closers).toBe(0)
    await expect.poll(() => maya.page.getByText('Maya Okafor').count()).toBeGreaterThan(0)
    expect(maya.complaints).toEqual([])
  })
})

describe('somebody new', () => {
  it('signs up, confirms the address, makes an organization, is told what to do next, and signs out', async () => {
    const sam = await arrive()
    await sam.open('/sign-up')
    await sam.page.getByLabel('Name').fill('Sam Ortiz')
    await sam.page.getByLabel('Email').fill('sam.ortiz@example.com')
    await sam.page.getByLabel('Password', { exact: true }).fill('a long enough password')
    await sam.page.getByRole('button', { name: /^(Create account|Sign up)$/ }).click()
    await sam.page.getByRole('link', { name: 'Open the development mailbox' }).click()
    // It is sent by a job, a moment after the page that says so.
    const mail = sam.page.getByRole('button', { name: /sam\.ortiz@example\.com/ })
    await expect
      .poll(async () => {
        await sam.page.getByRole('button', { name: 'Look again' }).click()
        return mail.count()
      })
      .toBe(1)
    await mail.click()
    await sam.page.getByRole('link', { name: 'Open the mail’s link' }).click()
    await sam.page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor()
    await sam.page.getByRole('button', { name: 'Go on' }).click()
    await sam.page.waitForURL(/\/create-organization$/)
    await sam.page.getByLabel('Organization name').fill('Ortiz Coaching')
    await sam.page.getByRole('button', { name: 'Create organization' }).click()
    await sam.page.waitForURL((address) => address.pathname === '/')
    await sam.page
      .getByRole('link', { name: /Connect/ })
      .first()
      .waitFor()
    expect(await sam.accessibilityProblems()).toEqual([])
    await sam.page.getByRole('button', { name: /Sam Ortiz/ }).click()
    await sam.page.getByRole('menuitem', { name: 'Sign out' }).click()
    await sam.page.waitForURL(/\/sign-in/)
    await sam.open('/calls')
    await sam.page.waitForURL(/\/sign-in\?next=%2Fcalls$/)
    expect(sam.complaints).toEqual([])
  })
})

describe('every page', () => {
  const pages = [
    '/',
    '/calls',
    '/payments',
    '/leads',
    '/leads?tab=duplicates',
    '/team',
    '/team?tab=members',
    '/integrations',
    '/settings',
    '/settings?tab=outcomes',
    '/settings?tab=packages',
    '/settings?tab=plan',
    '/settings?tab=import',
    '/settings?tab=keys',
    '/settings?tab=account',
  ]
  const pagesOfNobody = ['/sign-in', '/sign-up', '/forgot-password', '/confirm', '/mailbox']

  it.each([desktop, phone, { widthPx: 1440, theme: 'dark' }, { widthPx: 390, theme: 'light' }] as Look[])(
    'is accessible and fits the screen at $widthPx px, $theme',
    async (look) => {
      const nora = await arrive(look)
      for (const path of pagesOfNobody) {
        await nora.open(path)
        await nora.page.getByRole('heading', { level: 1 }).waitFor()
        expect({ path, problems: await nora.accessibilityProblems() }).toEqual({ path, problems: [] })
        expect({ path, overflowPx: await nora.overflowPx() }).toEqual({ path, overflowPx: 0 })
      }
      await nora.signIn(stage.access.admin)
      for (const path of pages) {
        await nora.open(path)
        await nora.page.getByRole('heading', { level: 1 }).waitFor()
        expect({ path, problems: await nora.accessibilityProblems() }).toEqual({ path, problems: [] })
        expect({ path, overflowPx: await nora.overflowPx() }).toEqual({ path, overflowPx: 0 })
      }
      expect(nora.complaints).toEqual([])
    },
  )

  it('begins with at most 250 kB of compressed JavaScript', async () => {
    const nora = await arrive()
    await nora.signIn(stage.access.admin)
    for (const path of pages) {
      const visitor = await arrive()
      await visitor.page.context().addCookies(await nora.page.context().cookies())
      let bytes = 0
      visitor.page.on('response', (response) => {
        if (response.url().endsWith('.js')) bytes += Number(response.headers()['content-length'] ?? 0)
      })
      await visitor.open(path)
      expect(bytes, path).toBeGreaterThan(50_000)
      expect(bytes, path).toBeLessThanOrEqual(250_000)
    }
  })
})

describe('npm start, a second time', () => {
  it('takes over what is there, and changes nothing of it', async () => {
    const counts = async () => {
      const answer = await fetch(`${stage.access.url.replace('localhost', '127.0.0.1')}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${stage.access.apiKey}` },
        body: JSON.stringify({
          query: '{ events { totalCount } payments { totalCount } closers { totalCount } deliveries { totalCount } }',
        }),
      })
      return (await answer.json()) as object
    }
    const before = { counts: await counts(), access: stage.access }
    expect(await stage.restart()).toBe(0)
    expect({ counts: await counts(), access: stage.access }).toEqual(before)
  })
})
