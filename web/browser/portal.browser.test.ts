import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { copyOfDemo } from './copy-of-demo.ts'
import { removeDataFolder, type RunningDemo, startDemo } from './running-demo.ts'
import { desktop, type Look, openBrowser, phone, Visitor } from './visitor.ts'

let folder: string
let demo: RunningDemo
let browser: Browser
const visitors: Visitor[] = []

beforeAll(async () => {
  folder = copyOfDemo()
  ;[demo, browser] = await Promise.all([startDemo(folder), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await demo.stop()
  removeDataFolder(folder)
})
afterEach(async () => {
  for (const visitor of visitors.splice(0)) await visitor.leave()
})

async function arrive(look: Look): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, demo.access.url, look)
  visitors.push(visitor)
  return visitor
}

/** The admin opens somebody on the team page and makes a link; answers what stands after the server's address. */
async function makeLink(nora: Visitor, name: string): Promise<string> {
  await nora.open('/team')
  await nora.page.getByText(name).first().click()
  await nora.page.getByRole('button', { name: 'Create link' }).click()
  const asked = nora.page.getByRole('dialog', { name: `A portal link for ${name}` })
  await asked.getByRole('button', { name: 'Create link' }).click()
  const made = nora.page.getByRole('dialog', { name: `Send this link to ${name}` })
  const url = (await made.getByText(/\/portal\/open#/).textContent()) ?? ''
  expect(await nora.accessibilityProblems()).toEqual([])
  await made.getByRole('button', { name: 'Done' }).click()
  return url.slice(new URL(url).origin.length)
}

async function enter(visitor: Visitor, link: string): Promise<void> {
  await visitor.page.goto(demo.access.url + link)
  await visitor.page.getByRole('heading', { name: 'Recent calls' }).waitFor()
}

describe('a portal link', () => {
  it('is made by the admin, opens the portal on a phone, and shuts it once it is revoked', async () => {
    const nora = await arrive(desktop)
    await nora.signIn(demo.access.admin)
    const link = await makeLink(nora, 'Maya Okafor')

    const maya = await arrive(phone)
    await enter(maya, link)
    expect(maya.page.url()).toBe(`${demo.access.url}/portal`)
    await maya.page.getByText('closer at Kestrel Academy').waitFor()
    await maya.page.goBack()
    expect(maya.page.url()).not.toContain('portal_')
    await maya.open('/portal')
    expect(await maya.accessibilityProblems()).toEqual([])

    // The form of a call of her own.
    await maya.page
      .getByRole('link', { name: /^File form/ })
      .first()
      .click()
    const form = maya.page.getByRole('form', { name: 'Post-call form' })
    await form.getByRole('radiogroup', { name: 'Did the call take place?' }).getByRole('radio', { name: 'Yes' }).click()
    await form
      .getByRole('radiogroup', { name: /show up/ })
      .getByRole('radio', { name: 'No' })
      .click()
    expect(await maya.accessibilityProblems()).toEqual([])
    await form.getByRole('button', { name: 'Submit form' }).click()
    await maya.page.getByText('The lead did not show up.').first().waitFor()
    await maya.page.getByRole('link', { name: 'Back to today' }).click()
    await maya.page.getByRole('heading', { name: 'Today' }).waitFor()
    expect(maya.complaints).toEqual([])

    // Without a session of the admin's, its pages lead back to the portal.
    await maya.page.goto(`${demo.access.url}/payments`)
    await maya.page.waitForURL(`${demo.access.url}/portal`)

    await nora.page
      .getByRole('button', { name: /^Revoke the link/ })
      .first()
      .click()
    await nora.page.getByRole('dialog').getByRole('button', { name: 'Revoke the link' }).click()
    await nora.page.getByText('1 revoked link').waitFor()
    expect(nora.complaints).toEqual([])
    await maya.page.reload()
    await maya.page.getByRole('heading', { name: 'Open your portal with your link' }).waitFor()
    await maya.page.goto(demo.access.url + link)
    await maya.page.getByRole('heading', { name: 'This link is no longer good' }).waitFor()
    expect(await maya.accessibilityProblems()).toEqual([])
  })

  it('fits every screen, in light and dark, and begins with at most 150 kB of compressed JavaScript', async () => {
    const nora = await arrive(desktop)
    await nora.signIn(demo.access.admin)
    const link = await makeLink(nora, 'Daniel Reyes')
    for (const look of [
      { widthPx: 360, theme: 'light' },
      { widthPx: 390, theme: 'dark' },
      { widthPx: 1440, theme: 'light' },
    ] as Look[]) {
      const daniel = await arrive(look)
      let bytes = 0
      daniel.page.on('response', (response) => {
        if (response.url().endsWith('.js')) bytes += Number(response.headers()['content-length'] ?? 0)
      })
      await enter(daniel, link)
      expect(bytes).toBeGreaterThan(50_000)
      expect(bytes).toBeLessThanOrEqual(150_000)
      expect(await daniel.overflowPx()).toBe(0)
      await daniel.page.getByRole('region', { name: 'Recent calls' }).getByRole('link').first().click()
      await daniel.page.getByRole('heading', { name: 'Post-call form' }).waitFor()
      expect(await daniel.overflowPx()).toBe(0)
      expect(await daniel.accessibilityProblems()).toEqual([])
      expect(daniel.complaints).toEqual([])
    }
  })
})
