import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FaultyDatabase, limits, startFaultyDatabase, untilAllIdle, untilAllLent } from './faulty-database.ts'
import { type MarkingLoad, startMarkingLoad } from './marking-load.ts'
import { until } from './until.ts'
import { recordUncaught } from './within.ts'

export interface Fault {
  /** What happens, as in "the pool comes back to full size after …". */
  name: string
  /** Breaks something, and comes back when the callers have felt it. */
  strike(scene: { test: FaultyDatabase; load: MarkingLoad }): Promise<void>
}

/** Declares a test for each fault: it strikes callers at work, is healed, and nobody may be left hanging or have been told a lie. */
export function testEachFault(faults: readonly Fault[]): void {
  let test: FaultyDatabase
  let load: MarkingLoad
  let uncaught: ReturnType<typeof recordUncaught>

  beforeAll(async () => {
    test = await startFaultyDatabase()
  })
  beforeEach(async () => {
    await test.data.owner`truncate marks`
    uncaught = recordUncaught()
    load = startMarkingLoad(test.database)
  })
  afterEach(async () => {
    await load.stop()
    uncaught.stop()
  })
  afterAll(() => test.close())

  describe('every caller is answered, nothing is half done, and the pool comes back to full size after', () => {
    for (const { name, strike } of faults) {
      it(name, async () => {
        await load.progress(15)
        await strike({ test, load })
        await test.proxy.heal()
        await untilAllLent(test.database)
        await load.progress(15)
        await load.stop()
        await load.judge(test.data.owner)
        await untilAllIdle(test.database)
        await until('no other connection is left', async () => test.proxy.count() === limits.max)
        expect(uncaught.seen).toEqual([])
      })
    }
  })
}
