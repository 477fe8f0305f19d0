import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoDatabase, openDatabase } from './demo-database.ts'
import { setStage } from './demo-stage.ts'
import { callsOf, enterPortal, makePortalLink } from './portal-link.ts'
import { desktop, phone, type Visitor } from './visitor.ts'

const stage = setStage()
let database: DemoDatabase
beforeAll(() => {
  database = openDatabase(stage.folder)
})
afterAll(() => database.close())

/** A closer on a phone that has the portal's files, and the admin who made the link. */
async function closerOnPhone(name: string): Promise<{ nora: Visitor; closer: Visitor; due: string }> {
  const nora = await stage.arrive(desktop)
  await nora.signIn(stage.access.admin)
  const link = await makePortalLink(nora, name)
  const closer = await stage.arrive(phone)
  await enterPortal(closer, link)
  await closer.page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  const { due } = await callsOf(closer)
  return { nora, closer, due }
}

const formOf = ({ page }: Visitor) => page.getByRole('form', { name: 'Post-call form' })

/** Answers that the lead did not come: nothing else is asked then. */
async function sayNobodyCame(visitor: Visitor): Promise<void> {
  const form = formOf(visitor)
  await form.getByRole('radiogroup', { name: 'Did the call take place?' }).getByRole('radio', { name: 'Yes' }).click()
  await form
    .getByRole('radiogroup', { name: /show up/ })
    .getByRole('radio', { name: 'No' })
    .click()
}

const formsOf = (path: string): Promise<Record<string, unknown>[]> =>
  database.read('select version, lead_showed from post_call_forms where event_id = $1', [path.split('/').at(-1) ?? ''])

describe('a form that is filed without a network', () => {
  it('takes a newcomer from their link to the form in ten presses, is sent once, and changes what an admin looks at', async () => {
    const { nora, closer, due } = await closerOnPhone('Maya Okafor')
    const next = closer.page.getByRole('region', { name: 'Next call' })
    expect(await next.getByRole('heading').innerText()).not.toBe('')
    await nora.open('/')
    const pending = nora.page.getByRole('link', { name: /^Pending forms/ })
    const before = (await pending.textContent()) ?? ''

    // One question follows from another; the network goes in the middle.
    let presses = 0
    const press = async (control: Locator) => {
      presses += 1
      await control.click()
    }
    await press(closer.page.getByRole('link', { name: /^File form/ }).first())
    const form = formOf(closer)
    const answer = (question: RegExp, choice: string) =>
      press(form.getByRole('radiogroup', { name: question }).getByRole('radio', { name: choice }))
    await answer(/take place/, 'Yes')
    await answer(/show up/, 'Yes')
    await closer.page.context().setOffline(true)
    await answer(/offer made/, 'Yes')
    await answer(/buy/, 'Yes')
    await answer(/paying/, 'In full')
    await press(form.getByLabel('Cash collected'))
    await closer.page.keyboard.type('2400')
    await press(form.getByRole('button', { name: 'Submit form' }))
    await closer.page.getByText(/^Kept on this device/).waitFor()
    await closer.page.getByText(/^One form waits on this device/).waitFor()
    expect(presses).toBeLessThanOrEqual(10)
    expect(await closer.accessibilityProblems()).toEqual([])
    expect(await formsOf(due)).toEqual([])

    // Looked at again, it says that it waits, and asks for nothing a second time.
    await closer.page.getByRole('link', { name: 'Back', exact: true }).click()
    await closer.page
      .getByRole('link', { name: /^See form/ })
      .first()
      .click()
    await closer.page.getByText(/^Kept on this device/).waitFor()
    await expect.poll(() => form.count()).toBe(0)

    await closer.page.context().setOffline(false)
    await closer.page.getByText('Closed, paid in full, $2,400.00 collected.').first().waitFor()
    await expect.poll(() => pending.textContent()).not.toBe(before)
    await closer.page.getByText(/^One form waits/).waitFor({ state: 'detached' })
    expect(await formsOf(due)).toEqual([{ version: 1, lead_showed: true }])
    const reported = "select amount_minor from payments where event_id = $1 and origin = 'form'"
    expect(await database.read(reported, [due.split('/').at(-1) ?? ''])).toEqual([{ amount_minor: '240000' }])
  })

  it('opens with what was seen and typed before, also where the browser begins anew', async () => {
    const { closer, due } = await closerOnPhone('Daniel Reyes')
    await closer.go(due)
    await formOf(closer).waitFor()
    await sayNobodyCame(closer)
    await closer.page.context().setOffline(true)
    await closer.page.reload()
    const shown = formOf(closer)
      .getByRole('radiogroup', { name: /show up/ })
      .getByRole('radio', { name: 'No' })
    await expect.poll(() => shown.getAttribute('aria-checked')).toBe('true')
    await formOf(closer).getByRole('button', { name: 'Submit form' }).click()
    await closer.page.getByText(/^Kept on this device/).waitFor()

    // Changed while it waits, and the page is closed: the last answers are sent, once.
    await closer.page.getByRole('button', { name: 'Change it' }).click()
    await formOf(closer).getByLabel('Notes').fill('Asked for Friday instead.')
    await formOf(closer).getByRole('button', { name: 'Submit form' }).click()
    await closer.page.getByText(/^Kept on this device/).waitFor()
    await closer.page.close()
    expect(await formsOf(due)).toEqual([])

    await closer.page.context().setOffline(false)
    const again = await closer.page.context().newPage()
    await again.goto(`${stage.access.url}/portal`)
    await expect.poll(() => formsOf(due)).toEqual([{ version: 1, lead_showed: false }])
    const notes = await database.read('select notes from post_call_forms where event_id = $1', [
      due.split('/').at(-1) ?? '',
    ])
    expect(notes).toEqual([{ notes: 'Asked for Friday instead.' }])
  })
})

/** Waits until the pages that nobody opened are on the phone as well. */
const readAhead = ({ page }: Visitor) =>
  expect
    .poll(() => page.evaluate(() => localStorage.getItem('clinch.portal.seen') ?? ''), { timeout: 20_000 })
    .toContain('leaderboard(')

describe('a network that is lost right after the first page', () => {
  it('leaves every page of the portal, and any call of today with its form, which is sent once', async () => {
    const { closer, due } = await closerOnPhone('Jess Carver')
    const { page } = closer
    await readAhead(closer)
    await page.context().setOffline(true)
    for (const [tab, heading] of [
      ['Upcoming', 'Upcoming'],
      ['Numbers', 'My numbers'],
      ['Ranks', 'Leaderboard'],
      ['Forms', 'Forms due'],
    ] as const) {
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: tab }).first().click()
      await page.getByRole('heading', { name: heading, exact: true }).waitFor()
      await page.getByRole('status', { name: /^Loading/ }).waitFor({ state: 'detached' })
      expect(await page.getByText(/did not load/).count(), tab).toBe(0)
    }
    await page
      .getByRole('link', { name: /^File form/ })
      .first()
      .click()
    await sayNobodyCame(closer)
    await formOf(closer).getByRole('button', { name: 'Submit form' }).click()
    await page.getByText(/^Kept on this device/).waitFor()
    expect(new URL(page.url()).pathname).toBe(due)

    // The browser begins anew, and goes to a call that was never opened.
    await page.reload()
    await page.getByRole('link', { name: 'Back', exact: true }).click()
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Today' }).first().click()
    await page.getByRole('region', { name: 'Recent calls' }).getByRole('link').last().click()
    await page.getByRole('heading', { name: 'Post-call form' }).waitFor()
    expect(await formsOf(due)).toEqual([])
    await page.context().setOffline(false)
    await expect.poll(() => formsOf(due), { timeout: 20_000 }).toEqual([{ version: 1, lead_showed: false }])
  })

  it('leaves what was seen before a page that was opened by its address', async () => {
    const { closer, due } = await closerOnPhone('Ben Adler')
    const { page } = closer
    const [name = ''] = (
      await page.getByRole('region', { name: 'Recent calls' }).getByRole('link').first().innerText()
    ).split('\n')
    await closer.go(due)
    await formOf(closer).waitFor()
    // Nothing more than this call's page is told before the network goes.
    await page.context().setOffline(true)
    await page.goto(`${stage.access.url}/portal`)
    await page.getByRole('region', { name: 'Recent calls' }).getByText(name).first().waitFor()
  })
})

// Each closer has one form due for certain, and it is filed once: every story is of another closer.
describe('a phone that changes hands', () => {
  it('sends what waits when the same person comes by another link', async () => {
    const { nora, closer, due } = await closerOnPhone('Priya Raman')
    await closer.go(due)
    await formOf(closer).waitFor()
    await closer.page.context().setOffline(true)
    await sayNobodyCame(closer)
    await formOf(closer).getByRole('button', { name: 'Submit form' }).click()
    await closer.page.getByText(/^Kept on this device/).waitFor()
    await closer.page.close()

    const other = await makePortalLink(nora, 'Priya Raman')
    await closer.page.context().clearCookies()
    await closer.page.context().setOffline(false)
    const again = await closer.page.context().newPage()
    await again.goto(stage.access.url + other)
    await expect.poll(() => formsOf(due)).toEqual([{ version: 1, lead_showed: false }])
  })

  it('shows nothing more of who had it before, in no tab', async () => {
    const { nora, closer } = await closerOnPhone('Tom Lindqvist')
    const hers = closer.page
    const call = hers.getByRole('region', { name: 'Recent calls' }).getByRole('link').first()
    const [herLead = ''] = (await call.innerText()).split('\n')
    expect(herLead).not.toBe('')
    const link = await makePortalLink(nora, 'Ben Adler')
    const his = await closer.page.context().newPage()
    await his.goto(stage.access.url + link)
    await his.waitForURL(/\/portal\/?$/)
    await hers.getByText('Ben Adler').first().waitFor({ state: 'attached' })
    expect(await hers.evaluate(() => document.body.innerText)).not.toContain(herLead)
    await hers.evaluate(() => window.dispatchEvent(new Event('pagehide')))
    const kept = await his.evaluate(() => localStorage.getItem('clinch.portal.seen') ?? '')
    expect(kept).not.toContain(herLead)
  })
})

describe('the portal', () => {
  it('can be installed: it says what it is, and has icons of each size', async () => {
    const stranger = await stage.arrive(phone)
    await stranger.go('/portal')
    const manifest = await stranger.page.evaluate(async () => {
      const href = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? ''
      const answer = await fetch(href)
      return { type: answer.headers.get('content-type'), body: (await answer.json()) as { icons: { src: string }[] } }
    })
    expect(manifest.type).toBe('application/manifest+json')
    expect(manifest.body).toMatchObject({ start_url: '/portal', scope: '/portal', display: 'standalone' })
    for (const { src } of manifest.body.icons) {
      const icon = await fetch(stage.access.url + src)
      expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/png'])
    }
  })
})
