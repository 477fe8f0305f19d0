import { describe, expect, it } from 'vitest'
import type { MetricCounts } from './compute-metrics.ts'
import { toFigures } from './metric-values.ts'
import { rankPeople } from './rank-people.ts'
import type { ReportGroup } from './report-metrics.ts'

const none: MetricCounts = {
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
}
const person = (label: string, counts: Partial<MetricCounts>, id: string | null = label): ReportGroup => ({
  keys: [{ dimension: 'closer', id, label }],
  values: toFigures({ ...none, ...counts }, 'USD'),
  previous: null,
})
const ranks = (groups: ReportGroup[], metric: Parameters<typeof rankPeople>[1]) =>
  rankPeople(groups, metric).map(({ rank, name }) => `${rank} ${name}`)

describe('a leaderboard', () => {
  it('has the best first, also where money is too large for a floating-point number', () => {
    const groups = [
      person('Ada', { collectedMinor: 9_007_199_254_740_992n }),
      person('Bob', { collectedMinor: 9_007_199_254_740_993n }),
      person('Cyd', { collectedMinor: 5n }),
    ]
    expect(ranks(groups, 'cashCollected')).toEqual(['1 Bob', '2 Ada', '3 Cyd'])
  })

  it('gives equals the same rank, and the next one the rank by how many are before them', () => {
    const groups = [person('Cyd', { closes: 2 }), person('Ada', { closes: 2 }), person('Bob', { closes: 1 }), person('Dan', { closes: 5 })]
    expect(ranks(groups, 'closes')).toEqual(['1 Dan', '2 Ada', '2 Cyd', '4 Bob'])
  })

  it('puts who has no figure after who has a bad one', () => {
    const groups = [person('Nobody', {}), person('Zero', { held: 2, noShows: 2 }), person('Half', { held: 2, shows: 1 })]
    expect(ranks(groups, 'showRate')).toEqual(['1 Half', '2 Zero', '3 Nobody'])
  })

  it('ranks by net cash what was kept, below nothing too', () => {
    const groups = [person('Ada', { collectedMinor: 100n, refundedMinor: 300n }), person('Bob', {}), person('Cyd', { collectedMinor: 1n })]
    expect(ranks(groups, 'netCash')).toEqual(['1 Cyd', '2 Bob', '3 Ada'])
  })

  it('lists people only, and not what is nobody’s', () => {
    expect(ranks([person('No closer', { closes: 9 }, null), person('Ada', { closes: 1 })], 'closes')).toEqual(['1 Ada'])
  })
})
