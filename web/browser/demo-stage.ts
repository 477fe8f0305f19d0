import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { copyOfDemo } from './copy-of-demo.ts'
import { removeDataFolder, type RunningDemo, startDemo } from './running-demo.ts'
import { type Look, openBrowser, Visitor } from './visitor.ts'

interface Standing {
  folder: string
  demo: RunningDemo
  browser: Browser
}

/** Where the tests of a file play: a server with a demo of their own, and a browser. */
export interface DemoStage {
  /** The server's data folder. */
  readonly folder: string
  /** The address of the server and who can sign in. */
  readonly access: RunningDemo['access']
  readonly browser: Browser
  /** Stops the server and starts it again on its data folder and port; answers how it ended. */
  restart(): Promise<number | null>
  /** Somebody with a browser profile of their own, who leaves when the test is over. */
  arrive(look: Look): Promise<Visitor>
}

/** Sets the stage before a file's tests and clears it after them. Its server is told of its surroundings when it starts. */
export function setStage(environment: () => Readonly<Record<string, string>> = () => ({})): DemoStage {
  let standing: Standing | null = null
  const visitors: Visitor[] = []
  const now = (): Standing => {
    if (!standing) throw new Error('The stage stands only while tests run.')
    return standing
  }
  beforeAll(async () => {
    const folder = copyOfDemo()
    const [demo, browser] = await Promise.all([startDemo(folder, 0, environment()), openBrowser()])
    standing = { folder, demo, browser }
  })
  afterEach(async ({ task }) => {
    const leaving = visitors.splice(0)
    if (task.result?.state === 'fail') for (const visitor of leaving) console.error(await visitor.account())
    for (const visitor of leaving) await visitor.leave()
  })
  afterAll(async () => {
    await now().browser.close()
    await now().demo.stop()
    removeDataFolder(now().folder)
  })
  return {
    get folder() {
      return now().folder
    },
    get access() {
      return now().demo.access
    },
    get browser() {
      return now().browser
    },
    async restart() {
      const { folder, demo, browser } = now()
      const ended = await demo.stop()
      standing = {
        folder,
        browser,
        demo: await startDemo(folder, Number(new URL(demo.access.url).port), environment()),
      }
      return ended
    },
    async arrive(look) {
      const visitor = await Visitor.arrive(now().browser, now().demo.access.url, look)
      visitors.push(visitor)
      return visitor
    },
  }
}
