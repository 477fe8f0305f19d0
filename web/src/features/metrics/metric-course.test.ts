import { describe, expect, it } from 'vitest'
import { courseOf, grainOf, runningTotal, stretchesOf, thinned } from './metric-course.ts'
import type { MetricCourse } from './metric-report.ts'

const groupOf = (key: string, values: Partial<MetricCourse['values']>): MetricCourse => ({
  keys: [{ id: key }],
  values: {
    bookedCalls: 0,
    shows: 0,
    showRate: null,
    offerRate: null,
    closeRate: null,
    cashCollected: { amount: '0.00', currency: 'USD' },
    averageOrderValue: null,
    pendingPostCallForms: 0,
    utilization: null,
    medianSpeedToCallSeconds: null,
    ...values,
  },
})

describe('the stretches of a period', () => {
  it('are its days while they can be told apart, then its weeks, then its months', () => {
    expect(grainOf({ from: '2026-11-01', to: '2026-11-30' })).toBe('DAY')
    expect(grainOf({ from: '2026-01-01', to: '2026-12-31' })).toBe('WEEK')
    expect(grainOf({ from: '2020-01-01', to: '2026-12-31' })).toBe('MONTH')
  })

  it('begin weeks on Monday and keep to the days of the period', () => {
    // November 1, 2026 is a Sunday.
    expect(stretchesOf({ from: '2026-11-01', to: '2026-11-10' }, 'WEEK')).toEqual([
      { key: '2026-10-26', from: '2026-11-01', to: '2026-11-01' },
      { key: '2026-11-02', from: '2026-11-02', to: '2026-11-08' },
      { key: '2026-11-09', from: '2026-11-09', to: '2026-11-10' },
    ])
  })

  it('follow months of every length', () => {
    expect(stretchesOf({ from: '2028-01-15', to: '2028-03-02' }, 'MONTH')).toEqual([
      { key: '2028-01-01', from: '2028-01-15', to: '2028-01-31' },
      { key: '2028-02-01', from: '2028-02-01', to: '2028-02-29' },
      { key: '2028-03-01', from: '2028-03-01', to: '2028-03-02' },
    ])
  })
})

describe('the course of a figure', () => {
  const stretches = stretchesOf({ from: '2026-11-01', to: '2026-11-04' }, 'DAY')
  const groups = [groupOf('2026-11-02', { bookedCalls: 3, closeRate: 0.5 })]

  it('is zero for a sum and unknown for a rate where nothing happened', () => {
    expect(courseOf(groups, stretches, 'bookedCalls', '2026-11-30')).toEqual([0, 3, 0, 0])
    expect(courseOf(groups, stretches, 'closeRate', '2026-11-30')).toEqual([null, 0.5, null, null])
  })

  it('is unknown after today', () => {
    expect(courseOf(groups, stretches, 'bookedCalls', '2026-11-03')).toEqual([0, 3, 0, null])
  })

  it('adds up to the cent', () => {
    expect(runningTotal([0.1, 0.2, 1_234.56, null], 2)).toEqual([0.1, 0.3, 1_234.86, null])
  })

  it('is thinned to what a sparkline can show, leaving out what is unknown', () => {
    expect(thinned([1, 3, null, 5, null, null], 3)).toEqual([2, 5, null])
    expect(thinned([1, null], 3)).toEqual([1, null])
  })
})
