import { describe, expect, it } from 'vitest'
import { metricDefinitions } from './definitions.ts'
import { toFigures } from './metric-values.ts'

const figures = toFigures(
  {
    bookedCalls: 0,
    shows: 0,
    noShows: 0,
    held: 0,
    offers: 0,
    closes: 0,
    pending: 0,
    speedSeconds: null,
    bookedSlots: 0,
    openSlots: null,
    collectedMinor: 0n,
    refundedMinor: 0n,
    lostMinor: 0n,
  },
  'USD',
)

describe('the published definitions', () => {
  it('say of every figure that is shown what it counts, and of no other', () => {
    expect(metricDefinitions.map(({ key }) => key).sort()).toEqual(Object.keys(figures).sort())
  })

  it('are each of a name of its own and in a sentence', () => {
    expect(new Set(metricDefinitions.map(({ name }) => name)).size).toBe(metricDefinitions.length)
    for (const { key, definition } of metricDefinitions) expect(definition, key).toMatch(/^[A-Z].+\.$/)
  })
})
