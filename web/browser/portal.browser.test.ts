import { describe, expect, it } from 'vitest'
import { setStage } from './demo-stage.ts'
import { callsOf, enterPortal, makePortalLink } from './portal-link.ts'
import { desktop, type Look, phone } from './visitor.ts'

const stage = setStage()

describe('a portal link', () => {
  it('is made by the admin, opens the portal on a phone, and shuts it once it is revoked', async () => {
    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    const link = await makePortalLink(nora, 'Maya Okafor')

    const maya = await stage.arrive(phone)
    await enterPortal(maya, link)
    expect(maya.page.url()).toBe(`${stage.access.url}/portal`)
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
    await maya.page.getByRole('link', { name: 'Back', exact: true }).click()
    await maya.page.getByRole('heading', { name: 'Today' }).waitFor()
    expect(maya.complaints).toEqual([])

    // Without a session of the admin's, its pages lead back to the portal.
    await maya.page.goto(`${stage.access.url}/payments`)
    await maya.page.waitForURL(`${stage.access.url}/portal`)

    await nora.page
      .getByRole('button', { name: /^Revoke the link/ })
      .first()
      .click()
    await nora.page.getByRole('dialog').getByRole('button', { name: 'Revoke the link' }).click()
    await nora.page.getByText('1 revoked link').waitFor()
    expect(nora.complaints).toEqual([])
    await maya.page.reload()
    await maya.page.getByRole('heading', { name: 'Open your portal with your link' }).waitFor()
    await maya.page.goto(stage.access.url + link)
    await maya.page.getByRole('heading', { name: 'This link is no longer good' }).waitFor()
    expect(await maya.accessibilityProblems()).toEqual([])
  })

  it('fits every screen, in light and dark', async () => {
    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    const link = await makePortalLink(nora, 'Daniel Reyes')
    for (const look of [
      { widthPx: 360, theme: 'light' },
      { widthPx: 390, theme: 'dark' },
      { widthPx: 1440, theme: 'light' },
    ] as Look[]) {
      const daniel = await stage.arrive(look)
      await enterPortal(daniel, link)
      expect(await daniel.overflowPx()).toBe(0)
      await daniel.page.getByRole('region', { name: 'Recent calls' }).getByRole('link').first().click()
      await daniel.page.getByRole('heading', { name: 'Post-call form' }).waitFor()
      expect(await daniel.overflowPx()).toBe(0)
      expect(await daniel.accessibilityProblems()).toEqual([])
      expect(daniel.complaints).toEqual([])
    }
  })
})

describe('a page of the portal', () => {
  it('comes with at most 150 kB of compressed JavaScript, whichever one begins with', async () => {
    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    const link = await makePortalLink(nora, 'Daniel Reyes')
    const daniel = await stage.arrive(phone)
    const opening = await daniel.weigh(() => enterPortal(daniel, link))
    const { due, filed } = await callsOf(daniel)
    const weights = new Map([['a link', opening]])
    const cookies = await daniel.page.context().cookies()
    for (const [name, path, heading] of [
      ['today', '/portal', 'Recent calls'],
      ['a call whose form is due', due, 'Post-call form'],
      ['a call whose form was filed', filed, 'Post-call form'],
      ['no call', '/portal/calls/0', 'There is no such call'],
    ] as const) {
      const anew = await stage.arrive(phone)
      await anew.page.context().addCookies(cookies)
      weights.set(
        name,
        await anew.weigh(async () => {
          await anew.go(path)
          await anew.page.getByRole('heading', { name: heading }).first().waitFor()
          if (path === due) await anew.page.getByRole('button', { name: 'Submit form' }).waitFor()
        }),
      )
    }
    const stranger = await stage.arrive(phone)
    weights.set(
      'somebody without a link',
      await stranger.weigh(async () => {
        await stranger.go('/portal')
        await stranger.page.getByRole('heading', { name: 'Open your portal with your link' }).waitFor()
      }),
    )
    for (const [name, bytes] of weights) {
      expect(bytes, name).toBeGreaterThan(50_000)
      expect(bytes, name).toBeLessThanOrEqual(150_000)
    }
  })

  it.each([
    ['a phone', phone],
    ['a tablet', { widthPx: 1024, theme: 'light', touch: true }],
  ] as [string, Look][])('has targets of 44 px for thumbs on %s', async (_device, look) => {
    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    const link = await makePortalLink(nora, 'Priya Raman')
    const priya = await stage.arrive(look)
    const small = async (): Promise<string[]> => {
      const targets = priya.page.locator('button, a[href], [role=radio], .control')
      const found: string[] = []
      for (const target of await targets.all()) {
        const box = await target.boundingBox()
        if (box && Math.round(box.height) < 44) found.push(`${await target.innerText()} (${box.height} px)`)
      }
      return found
    }
    await enterPortal(priya, link)
    expect(await small()).toEqual([])
    const { due, filed } = await callsOf(priya)
    for (const path of [due, filed]) {
      await priya.go(path)
      await priya.page.getByRole('heading', { name: 'Post-call form' }).waitFor()
      expect(await small(), path).toEqual([])
    }
    const again = priya.page.getByRole('button', { name: /^(File|Amend) form$/ })
    if (await again.isVisible()) await again.click()
    await priya.page.getByRole('form', { name: 'Post-call form' }).waitFor()
    expect(await small()).toEqual([])
  })
})
