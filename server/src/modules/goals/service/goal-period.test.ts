import { describe, expect, it } from 'vitest'
import { spanAround } from './goal-period.ts'

describe('the period that a goal is for', () => {
  it.each([
    ['2026-11-21', '2026-11-16', '2026-11-22'],
    ['2026-11-16', '2026-11-16', '2026-11-22'],
    ['2026-11-22', '2026-11-16', '2026-11-22'],
    ['2027-01-01', '2026-12-28', '2027-01-03'],
  ])('is the week from Monday that %s lies in', (on, from, to) => expect(spanAround('week', on)).toEqual({ from, to }))

  it.each([
    ['2026-11-21', '2026-11-01', '2026-11-30'],
    ['2028-02-29', '2028-02-01', '2028-02-29'],
    ['2026-12-31', '2026-12-01', '2026-12-31'],
  ])('is the month that %s lies in', (on, from, to) => expect(spanAround('month', on)).toEqual({ from, to }))

  it.each([
    ['2026-11-21', '2026-10-01', '2026-12-31'],
    ['2026-01-01', '2026-01-01', '2026-03-31'],
    ['2026-06-30', '2026-04-01', '2026-06-30'],
  ])('is the quarter that %s lies in', (on, from, to) => expect(spanAround('quarter', on)).toEqual({ from, to }))
})
