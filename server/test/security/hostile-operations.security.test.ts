import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { GraphqlAnswer } from '../person.ts'
import { type RunningApp, startApp } from '../running-app.ts'
import { Watch } from './checksum.ts'
import { cookieOf } from './credentials.ts'
import type { HostileOperation } from './hostile-operation.ts'
import { hostileOperations } from './hostile-operations.ts'

let app: RunningApp
let organizationId: string
let cookie: string
let watch: Watch
beforeAll(async () => {
  app = await startApp()
  // The owner may do everything: what is refused to them is refused for what it is.
  organizationId = (await app.organize('Northlight')).organizationId
  cookie = await cookieOf(app, 'owner1@northlight.example')
  watch = await Watch.over(app.data.owner, [organizationId])
})
afterAll(() => app.close())

const send = (body: string): Promise<Response> =>
  fetch(`${app.url}/graphql`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', cookie, 'x-organization-id': organizationId },
  })

/** The heap that is in use once all that is not needed was cleared away, in megabytes. */
function heapMb(): number {
  setFlagsFromString('--expose-gc')
  // The flag makes this function appear; nothing types it.
  const collect = runInNewContext('gc') as () => void
  for (let times = 0; times < 3; times += 1) collect()
  return process.memoryUsage().heapUsed / 1_000_000
}

/** The same request with a text that was never sent before. */
const anew = ({ body }: HostileOperation, round: number): string => body.replace('{"query":"', `{"query":"#${round}\\n`)

describe('two hundred requests that ask for too much, or are none', () => {
  it('are two hundred, each with a name of its own', () => {
    expect(new Set(hostileOperations.map(({ name }) => name)).size).toBe(hostileOperations.length)
    expect(hostileOperations.length).toBeGreaterThanOrEqual(200)
  })

  it.each(hostileOperations.map((each) => [each.name, each] as const))('%s', async (_name, { body, code }) => {
    const answer = await send(body)
    const text = await answer.text()
    const { data, errors } = JSON.parse(text) as GraphqlAnswer<Record<string, unknown>>
    expect(errors?.map(({ extensions }) => extensions.code)[0]).toBe(code)
    expect(errors?.length).toBeLessThanOrEqual(10)
    // Whoever sends much is not answered much.
    expect(text.length).toBeLessThan(8_000)
    expect(Object.values(data ?? {}).every((value) => value === null)).toBe(true)
    expect([200, 400]).toContain(answer.status)
  })

  it('change nothing, are forgotten, and let others be answered all the while', async () => {
    for (const each of hostileOperations) await send(anew(each, 0))
    const before = heapMb()
    const blocked = monitorEventLoopDelay({ resolution: 5 })
    blocked.enable()
    for (const round of [1, 2]) {
      const answers = hostileOperations.map((each) => send(anew(each, round)).then((answer) => answer.text()))
      expect((await fetch(`${app.url}/healthz`)).status).toBe(200)
      await Promise.all(answers)
    }
    blocked.disable()
    expect(heapMb() - before).toBeLessThan(25)
    // A machine under load may be slow; what none of them may do is to hold everybody up for good.
    expect(blocked.max / 1_000_000_000).toBeLessThan(10)
    expect(await watch.changed()).toEqual([])
  }, 180_000)
})

describe('somebody who never asks the same twice', () => {
  it('fills no memory: what is kept of operations is bounded', async () => {
    const ask = async (from: number) => {
      for (let n = from; n < from + 1_100; n += 1) await send(JSON.stringify({ query: `{ a${n}: viewer { id name email } }` }))
    }
    await ask(0)
    const before = heapMb()
    await ask(1_100)
    expect(heapMb() - before).toBeLessThan(15)
  }, 180_000)
})
