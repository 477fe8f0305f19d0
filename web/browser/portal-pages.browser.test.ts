import { describe, expect, it } from 'vitest'
import { setStage } from './demo-stage.ts'
import { enterPortal, makePortalLink } from './portal-link.ts'
import { desktop, type Look, phone, type Visitor } from './visitor.ts'

const stage = setStage()

const looks: readonly (readonly [string, Look])[] = [
  ['a small phone in light', { widthPx: 360, theme: 'light' }],
  ['a phone in dark', phone],
  ['a desk in dark', { widthPx: 1440, theme: 'dark' }],
]

/** Every page of a portal with what says that it is there. */
const pagesOf = {
  closer: [
    ['/portal', 'Today'],
    ['/portal/forms', 'Forms due'],
    ['/portal/upcoming', 'Upcoming'],
    ['/portal/numbers', 'My numbers'],
    ['/portal/statement', 'Statement'],
    ['/portal/leaderboard', 'Leaderboard'],
    ['/portal/profile', 'Profile'],
    ['/portal/calls?outcome=CLOSED', 'Calls'],
    ['/portal/payments', 'Payments'],
  ],
  setter: [
    ['/portal', 'Today'],
    ['/portal/forms', 'Forms due'],
    ['/portal/upcoming', 'Upcoming'],
    ['/portal/numbers', 'My numbers'],
    ['/portal/statement', 'Statement'],
    ['/portal/leaderboard', 'Leaderboard'],
    ['/portal/profile', 'Profile'],
  ],
} as const

/** What is wrong with a page that stands: wider than the screen, too small for a thumb, or not accessible. */
async function problemsOf(visitor: Visitor, { widthPx }: Look): Promise<string[]> {
  const problems = await visitor.accessibilityProblems()
  const overflowPx = await visitor.overflowPx()
  if (overflowPx > 0) problems.push(`${overflowPx} px wider than the screen`)
  if (widthPx >= 768) return problems
  for (const target of await visitor.page.locator('button, a[href], [role=radio], .control').all()) {
    const box = await target.boundingBox()
    if (box && Math.round(box.height) < 44) problems.push(`${await target.innerText()} is ${box.height} px high`)
  }
  return problems
}

async function walk(visitor: Visitor, look: Look, role: keyof typeof pagesOf): Promise<void> {
  for (const [path, heading] of pagesOf[role]) {
    await visitor.open(path)
    await visitor.page.getByRole('heading', { level: 1, name: heading }).waitFor()
    expect([path, ...(await problemsOf(visitor, look))]).toEqual([path])
  }
  expect(visitor.complaints).toEqual([])
}

describe('the pages of a portal', () => {
  it.each(looks)('fit a closer with %s, and a thumb', async (_what, look) => {
    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    const link = await makePortalLink(nora, 'Daniel Reyes')
    const daniel = await stage.arrive(look)
    await enterPortal(daniel, link)
    await walk(daniel, look, 'closer')
  })

  it.each(looks)('fit a setter with %s, and a thumb', async (_what, look) => {
    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    const link = await makePortalLink(nora, 'Ana Petrov', '/team?tab=setters')
    const ana = await stage.arrive(look)
    await enterPortal(ana, link)
    await walk(ana, look, 'setter')
  })

  it('come with at most 150 kB of compressed JavaScript, whichever one begins with', async () => {
    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    const daniel = await stage.arrive(phone)
    await enterPortal(daniel, await makePortalLink(nora, 'Daniel Reyes'))
    const cookies = await daniel.page.context().cookies()
    for (const [path, heading] of pagesOf.closer) {
      const anew = await stage.arrive(phone)
      await anew.page.context().addCookies(cookies)
      const bytes = await anew.weigh(async () => {
        await anew.open(path)
        await anew.page.getByRole('heading', { level: 1, name: heading }).waitFor()
      })
      expect(bytes, path).toBeGreaterThan(50_000)
      expect(bytes, path).toBeLessThanOrEqual(150_000)
    }
  })
})

describe('a rep on a phone', () => {
  it('goes through each page by thumb, and every figure opens the rows that it counts', async () => {
    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    const { page: desk } = nora
    const link = await makePortalLink(nora, 'Maya Okafor')

    // A goal, set by the admin beside the link.
    await desk.getByRole('button', { name: 'Set goal' }).click()
    const asked = desk.getByRole('dialog', { name: 'A goal for Maya Okafor' })
    await asked.getByLabel('To reach').fill('90,000')
    await asked.getByRole('button', { name: 'Set goal' }).click()
    await desk.getByRole('list', { name: 'Goals' }).getByText('Net cash').waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])

    const maya = await stage.arrive(phone)
    await enterPortal(maya, link)
    const { page } = maya
    const tabs = page.getByRole('navigation', { name: 'Pages' })
    await tabs.getByRole('link', { name: /^Forms/ }).click()
    await page
      .getByRole('link', { name: /^File form/ })
      .first()
      .waitFor()
    await tabs.getByRole('link', { name: 'Upcoming' }).click()
    await page.getByRole('heading', { level: 1, name: 'Upcoming' }).waitFor()

    await tabs.getByRole('link', { name: 'Numbers' }).click()
    const goal = page.getByRole('meter', { name: /^Net cash, / })
    await goal.waitFor()
    await expect.poll(() => goal.getAttribute('aria-valuetext')).toMatch(/^\$[\d,]+ of \$90,000(, reached)?$/)
    const closes = page.getByRole('link', { name: /^Closed deals/ })
    const count = Number(/(\d+)$/.exec((await closes.innerText()).trim())?.[1])
    await closes.click()
    const counted = page.getByRole('region', { name: 'Calls' }).getByRole('listitem')
    await expect.poll(() => counted.count(), { timeout: 30_000 }).toBe(count)
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('link', { name: /^Net cash/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Payments' }).waitFor()
    await page.goBack()

    // A line of the statement opens to why it is theirs, and what they say of it.
    await tabs.getByRole('link', { name: 'Statement' }).click()
    await page.getByText('You dispute it').first().waitFor()
    const line = page.getByRole('region', { name: 'Lines' }).getByRole('button').first()
    await line.click()
    await page.getByRole('list', { name: 'How it was decided' }).waitFor()
    expect(await maya.accessibilityProblems()).toEqual([])
    await page.getByText('Answer due').first().waitFor()

    await tabs.getByRole('link', { name: 'Ranks' }).click()
    await page.getByText('Maya Okafor (you)').waitFor()
    const others = page.getByRole('region', { name: 'Places' }).getByRole('listitem').filter({ hasNotText: '(you)' })
    for (const text of await others.allInnerTexts()) expect(text).not.toContain('$')

    await page.getByRole('link', { name: 'Profile of Maya Okafor' }).click()
    await page.getByText('Take calls, as a closer').waitFor()
    await page.getByText('On no other device').waitFor()
    expect(maya.complaints).toEqual([])
    await page.getByRole('button', { name: 'Sign out on this phone' }).click()
    await page.getByRole('heading', { name: 'Open your portal with your link' }).waitFor()
  })

  it('sees of the settings what the admin has just chosen', async () => {
    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    const link = await makePortalLink(nora, 'Daniel Reyes')
    // A retried test finds what it chose before.
    const settings = { leaderboard: 'NAMES', othersFigures: false, leadContacts: true, money: 'PAYMENTS' }
    await nora.page.request.post(`${stage.access.url}/graphql`, {
      headers: { origin: stage.access.url },
      data: {
        query:
          'mutation ($input: UpdatePortalSettingsInput!) { updatePortalSettings(input: $input) { portalSettings { money } } }',
        variables: { input: settings },
      },
    })
    await nora.go('/settings?tab=portal')
    const { page: desk } = nora
    await desk.getByRole('figure', { name: 'What a closer sees' }).getByText('Payments').waitFor()
    expect(await nora.accessibilityProblems()).toEqual([])
    await desk.getByRole('button', { name: /^Money on their calls/ }).click()
    await desk.getByRole('option', { name: 'Nothing' }).click()
    await desk.getByText('The settings were saved').first().waitFor()
    await desk.getByRole('button', { name: /^Leaderboard/ }).click()
    await desk.getByRole('option', { name: /^Their own place/ }).click()
    await desk.getByRole('figure').getByText('A closer').first().waitFor()

    const daniel = await stage.arrive(phone)
    await enterPortal(daniel, link)
    await daniel.open('/portal/numbers')
    await daniel.page.getByRole('heading', { name: 'Calls' }).waitFor()
    expect(await daniel.page.getByText('$').count()).toBe(0)
    await daniel.page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'Statement' })
      .waitFor({ state: 'detached' })
    await daniel.open('/portal/statement')
    await daniel.page.getByText('No money is shown here').waitFor()
    await daniel.open('/portal/leaderboard')
    await daniel.page.getByText('Daniel Reyes (you)').waitFor()
    expect(await daniel.page.getByText('Maya Okafor').count()).toBe(0)
    expect(await daniel.accessibilityProblems()).toEqual([])

    await desk.getByRole('button', { name: /^Leaderboard/ }).click()
    await desk.getByRole('option', { name: 'Nothing' }).click()
    await desk.getByText('Made-up calls').waitFor()
    await daniel.open('/portal')
    await daniel.page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'Ranks' })
      .waitFor({ state: 'detached' })
    await daniel.open('/portal/leaderboard')
    await daniel.page.getByText('The leaderboard is not shown').waitFor()
    expect(daniel.complaints).toEqual([])
  })

  it('who signed in comes to the same pages, and out of them signed out', async () => {
    const maya = await stage.arrive(phone)
    await maya.signIn(stage.access.closer)
    await maya.open('/portal')
    await maya.page.getByRole('heading', { name: 'Recent calls' }).waitFor()
    await maya.open('/portal/profile')
    await maya.page.getByText(stage.access.closer.email).waitFor()
    expect(await maya.accessibilityProblems()).toEqual([])
    await maya.page.getByRole('button', { name: 'Sign out on this phone' }).click()
    await maya.page.getByRole('heading', { name: 'Open your portal with your link' }).waitFor()
    const admin = await stage.arrive(phone)
    await admin.signIn(stage.access.admin)
    await admin.open('/portal')
    await admin.page.getByRole('heading', { name: 'The portal is for closers and setters' }).waitFor()
    expect(await admin.accessibilityProblems()).toEqual([])
  })
})
