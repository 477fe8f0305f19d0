import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setStage } from './demo-stage.ts'
import { callsOf, enterPortal, makePortalLink } from './portal-link.ts'
import { desktop, phone } from './visitor.ts'

const stage = setStage()

/** Addresses of pages as the routes name them; those with a parameter are opened from their lists. */
const routesOf = (file: string): string[] =>
  [...readFileSync(new URL(`../src/app/${file}`, import.meta.url), 'utf8').matchAll(/path: '\/?([^':*]+)'/g)].map(
    ([, path]) => `/${path ?? ''}`,
  )

/** Notes in the page whatever its policy refuses, also what no console tells of. */
async function watchPolicy(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      const known = JSON.parse(sessionStorage.getItem('violations') ?? '[]') as string[]
      const said = `${location.pathname}: ${violatedDirective} ${blockedURI} ${sourceFile}`
      sessionStorage.setItem('violations', JSON.stringify([...known, said]))
    })
  })
  return () => page.evaluate(() => JSON.parse(sessionStorage.getItem('violations') ?? '[]') as string[])
}

/** Opens every menu and dialog that the page has a button for, one after the other. */
async function openEverything(page: Page): Promise<number> {
  const openers = page.locator('main button[aria-haspopup], header button[aria-haspopup], nav button[aria-haspopup]')
  const count = await openers.count()
  let opened = 0
  for (let nth = 0; nth < count; nth += 1) {
    const opener = openers.nth(nth)
    if (!(await opener.isVisible()) || !(await opener.isEnabled())) continue
    await opener.click()
    opened += 1
    await page.keyboard.press('Escape')
  }
  return opened
}

describe('the policy of the pages, which takes no style and no script that stands in a page', () => {
  it.each([
    ['desktop', desktop],
    ['phone', phone],
  ] as const)(
    'is broken by no page for an admin at a %s, with all its menus and dialogs opened',
    async (_device, look) => {
      const nora = await stage.arrive(look)
      const violations = await watchPolicy(nora.page)
      await nora.signIn(stage.access.admin)
      let opened = 0
      for (const path of ['/', ...routesOf('admin-routes.tsx')]) {
        await nora.open(path)
        opened += await openEverything(nora.page)
      }
      await nora.open('/calls')
      await nora.page.getByRole('link').filter({ hasText: /\w/ }).last().click()
      await nora.settle()
      expect(opened).toBeGreaterThan(3)
      expect(await violations()).toEqual([])
      expect(nora.complaints.filter((text) => /content security policy/i.test(text))).toEqual([])
      await nora.leave()
    },
  )

  it('is broken by no page of the console for an operator, and each is accessible and begins with at most 250 kB of JavaScript', async () => {
    const otis = await stage.arrive(desktop)
    const violations = await watchPolicy(otis.page)
    await otis.open('/sign-in')
    await otis.page.getByLabel('Email').fill(stage.access.operator.email)
    await otis.page.getByLabel('Password', { exact: true }).fill(stage.access.operator.password)
    await otis.page.getByRole('button', { name: 'Sign in' }).click()
    await otis.page.waitForURL((address) => address.pathname.startsWith('/platform'))
    await otis.settle()
    const first = otis.page.locator('a[href^="/platform/organizations/"]').first()
    const organization = (await first.getAttribute('href')) ?? ''
    expect(organization).toMatch(/^\/platform\/organizations\/[\w-]+$/)
    const paths = [
      ...routesOf('platform/platform-routes.tsx').map((path) => path.replace(/^(?!\/platform)/, '/platform')),
      organization,
    ]
    expect(paths).toHaveLength(7)
    let opened = 0
    for (const path of paths) {
      await otis.open(path)
      await otis.page.getByRole('heading', { level: 1 }).waitFor()
      expect({ path, problems: await otis.accessibilityProblems() }).toEqual({ path, problems: [] })
      opened += await openEverything(otis.page)
      const anew = await stage.arrive(desktop)
      await anew.page.context().addCookies(await otis.page.context().cookies())
      const bytes = await anew.weigh(() => anew.open(path))
      expect(bytes, path).toBeGreaterThan(50_000)
      expect(bytes, path).toBeLessThanOrEqual(250_000)
      await anew.leave()
    }
    expect(opened).toBeGreaterThan(0)
    expect(await violations()).toEqual([])
    expect(otis.complaints.filter((text) => /content security policy/i.test(text))).toEqual([])
    await otis.leave()
  })

  it('is broken by no page of the portal for somebody who came by a link', async () => {
    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    const link = await makePortalLink(nora, 'Maya Okafor')
    await nora.leave()
    const maya = await stage.arrive(phone)
    const violations = await watchPolicy(maya.page)
    await enterPortal(maya, link)
    const { due, filed } = await callsOf(maya)
    for (const path of ['/portal', due, filed, '/portal/calls/0']) {
      await maya.go(path)
      await maya.page
        .getByRole('heading', { name: /^(Recent calls|Post-call form|There is no such call)$/ })
        .first()
        .waitFor()
      await openEverything(maya.page)
      expect({ path, problems: await maya.accessibilityProblems() }).toEqual({ path, problems: [] })
    }
    await maya.go(due)
    await maya.page.getByRole('form', { name: 'Post-call form' }).getByRole('radio', { name: 'Yes' }).first().click()
    await maya.page.getByLabel('Notes').fill('What was said.')
    expect(await maya.accessibilityProblems()).toEqual([])
    expect(await violations()).toEqual([])
    expect(maya.complaints.filter((text) => /content security policy/i.test(text))).toEqual([])
    await maya.leave()
  })

  it('is broken by no page for somebody who is not signed in', async () => {
    const stranger = await stage.arrive(desktop)
    const violations = await watchPolicy(stranger.page)
    for (const path of [...routesOf('auth-routes.tsx'), '/portal/open', '/nowhere']) await stranger.open(path)
    expect(await violations()).toEqual([])
    await stranger.leave()
  })

  it('holds: a style and a script that somebody brought into a page do nothing', async () => {
    const stranger = await stage.arrive(desktop)
    const violations = await watchPolicy(stranger.page)
    await stranger.open('/sign-in')
    const done = await stranger.page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<style>body { opacity: 0.5 }</style><p id="x" style="opacity: 0.5"></p><img src="/none" onerror="window.stolen = true">',
      )
      const script = document.createElement('script')
      script.textContent = 'window.stolen = true'
      document.body.append(script)
      const opacityOf = (element: Element | null) => (element ? getComputedStyle(element).opacity : '')
      return { body: opacityOf(document.body), x: opacityOf(document.getElementById('x')), stolen: 'stolen' in window }
    })
    expect(done).toEqual({ body: '1', x: '1', stolen: false })
    expect((await violations()).length).toBeGreaterThanOrEqual(3)
    await stranger.leave()
  })
})

describe('a page of another site, open in the browser of an admin who is signed in', () => {
  let site: Server
  let address: string
  beforeAll(async () => {
    site = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html')
      response.end('<!doctype html><title>Win a prize</title><body></body>')
    })
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
    // The demo is at localhost: another name is another site.
    address = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((done) => site.close(done)))

  it('changes nothing and reads nothing, by forms, fetches, pictures, scripts or frames', async () => {
    const nora = await stage.arrive(desktop)
    await nora.signIn(stage.access.admin)
    const page = await nora.page.context().newPage()
    await page.goto(address)
    const told = await page.evaluate(async (target) => {
      const mutation = 'mutation { createTrafficType(input: { name: "Stolen by a page" }) { trafficType { id } } }'
      const tell = (url: string, init: RequestInit) =>
        fetch(url, { credentials: 'include', ...init }).then(
          async (answer) => `${answer.type} ${answer.status} ${await answer.text()}`,
          () => 'refused',
        )
      const posts = ['text/plain', 'application/x-www-form-urlencoded', 'application/json'].flatMap((type) =>
        (['cors', 'no-cors'] as const).map((mode) =>
          tell(`${target}/graphql`, {
            method: 'POST',
            mode,
            headers: { 'content-type': type },
            body: JSON.stringify({ query: mutation }),
          }),
        ),
      )
      const reads = (['cors', 'no-cors'] as const).map((mode) =>
        tell(`${target}/graphql?query={viewer{name}}`, { mode }),
      )
      const ends = ['/api/auth/sign-out', '/portal/session/end'].map((path) =>
        tell(target + path, { method: 'POST', mode: 'no-cors', body: '{}' }),
      )
      const frame = document.createElement('iframe')
      frame.src = `${target}/settings`
      document.body.append(frame)
      const loads = (['script', 'img'] as const).map(
        (kind) =>
          new Promise<string>((done) => {
            const element = document.createElement(kind)
            element.onload = () => done(`${kind} loaded`)
            element.onerror = () => done('refused')
            element.src = kind === 'img' ? `${target}/mark.svg` : `${target}/theme.js`
            document.body.append(element)
          }),
      )
      return Promise.all([...posts, ...reads, ...ends, ...loads])
    }, stage.access.url)
    for (const each of told) expect(each).toMatch(/^(refused|opaque 0 )$/)
    // The frame shows nothing of ours.
    for (const frame of page.frames().slice(1))
      expect(await frame.evaluate(() => document.body.textContent)).not.toContain('Settings')

    // A form that is sent leads the browser to us, cookie and all.
    for (const enctype of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const page = await nora.page.context().newPage()
      await page.goto(address)
      const answered = page.waitForResponse((response) => response.url().startsWith(`${stage.access.url}/graphql`))
      await page.evaluate(
        ([target, type]) => {
          const form = document.createElement('form')
          form.method = 'post'
          form.action = `${target}/graphql`
          form.enctype = type ?? ''
          const field = document.createElement('input')
          field.name = 'query'
          field.value = 'mutation { createTrafficType(input: { name: "Stolen by a form" }) { trafficType { id } } }'
          form.append(field)
          document.body.append(form)
          form.submit()
        },
        [stage.access.url, enctype],
      )
      expect([400, 403]).toContain((await answered).status())
      await page.close()
    }

    // She is signed in as before, and nothing is there that she did not make.
    const names = await nora.page.evaluate(async () => {
      const answer = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ trafficTypes { name } }' }),
      })
      return answer.text()
    })
    expect(names).toContain('"trafficTypes"')
    expect(names).not.toContain('Stolen')
    await nora.leave()
  })
})
