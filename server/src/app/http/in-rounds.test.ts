import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inRounds, type Rounds } from './in-rounds.ts'

let rounds: Rounds
/** Ends each round that was begun. */
let ends: (() => void)[]
beforeEach(() => {
  vi.useFakeTimers()
  ends = []
  rounds = inRounds(() => new Promise<void>((resolve) => ends.push(resolve)), 100)
})
afterEach(() => vi.useRealTimers())

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

it('makes one round for all that is asked for at once', async () => {
  for (let time = 0; time < 50; time += 1) rounds.ask()
  await pass(5_000)
  expect(ends).toHaveLength(1)
})

it('makes one more after a slow round, however often it is asked for meanwhile', async () => {
  rounds.ask()
  await pass(100)
  for (let time = 0; time < 50; time += 1) {
    rounds.ask()
    await pass(200)
  }
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await pass(100)
  expect(ends).toHaveLength(2)
  ends[1]?.()
  await pass(60_000)
  expect(ends).toHaveLength(2)
})

it('makes no more once it was stopped, which waits for the round that is under way', async () => {
  rounds.ask()
  await pass(100)
  rounds.ask()
  let stopped = false
  const stopping = rounds.stop().then(() => (stopped = true))
  await pass(1_000)
  expect(stopped).toBe(false)
  ends[0]?.()
  await stopping
  rounds.ask()
  await pass(1_000)
  expect(ends).toHaveLength(1)
})
