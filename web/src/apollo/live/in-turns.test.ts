import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inTurns, type Turns } from './in-turns.ts'

let turns: Turns
let done: (() => void)[]
const page = Object.assign(new EventTarget(), { hidden: false })
const times = { apartMs: 1_000, gatherMs: 100 }

beforeEach(() => {
  vi.useFakeTimers()
  done = []
  page.hidden = false
  turns = inTurns(() => new Promise<void>((resolve) => done.push(resolve)), times, page)
})
afterEach(() => {
  turns.stop()
  vi.useRealTimers()
})

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

it('does once what is asked for many times at once', async () => {
  for (let time = 0; time < 50; time += 1) turns.ask()
  await pass(5_000)
  expect(done).toHaveLength(1)
})

it('begins no turn before the last is over, nor sooner after it began than may be', async () => {
  turns.ask()
  await pass(100)
  turns.ask()
  await pass(5_000)
  expect(done).toHaveLength(1)
  done[0]?.()
  await pass(100)
  expect(done).toHaveLength(2)
  done[1]?.()
  await pass(0)
  turns.ask()
  await pass(800)
  expect(done).toHaveLength(2)
  await pass(200)
  expect(done).toHaveLength(3)
})

it('puts off what nobody would see, and does it once for all of it when somebody looks', async () => {
  page.hidden = true
  for (let time = 0; time < 5; time += 1) turns.ask()
  await pass(60_000)
  expect(done).toHaveLength(0)
  page.hidden = false
  page.dispatchEvent(new Event('visibilitychange'))
  await pass(100)
  expect(done).toHaveLength(1)
})

it('does nothing more once it was stopped', async () => {
  turns.ask()
  turns.stop()
  turns.ask()
  await pass(5_000)
  expect(done).toHaveLength(0)
})
