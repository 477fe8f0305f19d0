import { describe, expect, it } from 'vitest'
import { addDays } from '../../lib/period.ts'
import { dayTicks, niceTicks } from './scale.ts'

describe('niceTicks', () => {
  it('start at zero and end over the largest value on round numbers', () => {
    expect(niceTicks(0, 238_960)).toEqual([0, 50_000, 100_000, 150_000, 200_000, 250_000])
    expect(niceTicks(0, 1)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(niceTicks(20, 90)).toEqual([0, 20, 40, 60, 80, 100])
  })

  it('go below zero where a figure does, and stand even when there is nothing', () => {
    expect(niceTicks(-30, 90)).toEqual([-50, -25, 0, 25, 50, 75, 100])
    expect(niceTicks(0, 0)).toEqual([0, 1])
  })
})

describe('dayTicks', () => {
  const days = (count: number) => Array.from({ length: count }, (_, index) => addDays('2026-11-01', index))

  it('name the first, the last and the fifths of a month', () => {
    expect(dayTicks(days(20))).toEqual([0, 4, 9, 14, 19])
    expect(dayTicks(days(1))).toEqual([0])
    expect(dayTicks([])).toEqual([])
  })

  it('stand at even steps over a long period and never run together', () => {
    const ticks = dayTicks(days(90))
    expect(ticks).toEqual([0, 18, 36, 54, 72, 89])
    expect(dayTicks(days(21)).slice(-2)).toEqual([14, 20])
  })
})
