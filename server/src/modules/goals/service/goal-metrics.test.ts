import { expect, it } from 'vitest'
import { nothing } from '../../metrics/service/compute-metrics.ts'
import { toFigures } from '../../metrics/service/metric-values.ts'
import { measureOf, reachedOf, wholeRate } from './goal-metrics.ts'

it('a rate that is the goal to the digit reaches it, of however many calls', () => {
  for (let held = 1; held <= 250; held += 1) {
    for (let shows = 1; shows <= held; shows += 1) {
      const target = (shows * wholeRate) / held
      if (!Number.isInteger(target)) continue
      const reached = reachedOf(toFigures({ ...nothing, held, shows }, 'USD'), 'show_rate', null)
      expect(Number(reached) / Number(measureOf('show_rate', BigInt(target)))).toBe(1)
    }
  }
})
