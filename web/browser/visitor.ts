import axe from 'axe-core'
import { type Browser, chromium, type Page, type Response } from 'playwright-core'

export interface Look {
  widthPx: number
  theme: 'light' | 'dark'
  /** Pressed by thumbs; a narrow screen is unless told otherwise. */
  touch?: boolean
}

export const desktop: Look = { widthPx: 1440, theme: 'light' }
export const phone: Look = { widthPx: 390, theme: 'dark' }

/** The browser of this machine, as the runner of the tests has found it. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH
  if (!executablePath) throw new Error('Say with CHROMIUM_PATH where the browser is, or run `npm test`.')
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

/** Somebody at a browser of their own, on one of the devices that people use. Whatever the page complains of is kept. */
export class Visitor {
  readonly page: Page
  readonly complaints: string[] = []
  readonly #url: string

  private constructor(page: Page, url: string) {
    this.page = page
    this.#url = url
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
    })
  }

  static async arrive(browser: Browser, url: string, look: Look): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: look.widthPx, height: look.widthPx < 768 ? 844 : 900 },
      colorScheme: look.theme,
      reducedMotion: 'reduce',
      locale: 'en-US',
      timezoneId: 'America/New_York',
      hasTouch: look.touch ?? look.widthPx < 768,
      isMobile: look.touch ?? false,
    })
    return new Visitor(await context.newPage(), url)
  }

  /** Opens an address; what the page has to show is for the test to wait for. */
  async go(path: string): Promise<void> {
    await this.page.goto(this.#url + path)
  }

  /** Opens an address and waits until nothing is being fetched any more. */
  async open(path: string): Promise<void> {
    await this.go(path)
    await this.settle()
  }

  async settle(): Promise<void> {
    await this.page.waitForLoadState('networkidle')
  }

  async signIn(login: { email: string; password: string }): Promise<void> {
    await this.open('/sign-in')
    await this.enter(login)
  }

  /** Fills in the form of the sign-in page, as everybody does. */
  async enter({ email, password }: { email: string; password: string }): Promise<void> {
    await this.page.getByLabel('Email').fill(email)
    await this.page.getByLabel('Password', { exact: true }).fill(password)
    await this.page.getByRole('button', { name: 'Sign in' }).click()
    await this.page.waitForURL((address) => address.pathname === '/')
    await this.settle()
  }

  /** What axe finds wrong with the page, by WCAG 2.2 AA: a line for each kind of violation. */
  async accessibilityProblems(): Promise<string[]> {
    await this.page.evaluate(axe.source)
    return this.page.evaluate(async () => {
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values: tags } })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
    })
  }

  /** How many bytes of JavaScript come, as they are sent, until a visit has what it waits for. */
  async weigh(visit: () => Promise<void>): Promise<number> {
    let bytes = 0
    const count = (response: Response) => {
      if (new URL(response.url()).pathname.endsWith('.js')) bytes += Number(response.headers()['content-length'] ?? 0)
    }
    this.page.on('response', count)
    await visit()
    this.page.off('response', count)
    return bytes
  }

  /** By how many pixels the page is wider than the screen. */
  overflowPx(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  }

  /** Where they are, what they see there and what the page complained of: told of a test that failed. */
  async account(): Promise<string> {
    const seen = await this.page.locator('[role=dialog], [role=alert], main').allInnerTexts()
    return [this.page.url(), ...this.complaints, ...seen.map((text) => text.slice(0, 2_000))].join('\n')
  }

  leave(): Promise<void> {
    return this.page.context().close()
  }
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
