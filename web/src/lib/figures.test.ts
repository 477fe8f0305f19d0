import { describe, expect, it } from 'vitest'
import { tellChange } from './change.ts'
import { formatCount } from './format-count.ts'
import { formatDuration } from './format-duration.ts'
import { formatPoints, formatRate } from './format-rate.ts'

describe('rates', () => {
  it('have one decimal, and a dash instead of zero when nothing is under them', () => {
    expect(formatRate(188 / 240)).toBe('78.3%')
    expect(formatRate(0)).toBe('0.0%')
    expect(formatRate(null)).toBe('–')
    expect(formatPoints(-0.034)).toBe('3.4 pts')
  })
})

describe('counts and spans', () => {
  it('part thousands and use the two largest units', () => {
    expect(formatCount(6120)).toBe('6,120')
    expect(formatCount(-3)).toBe('−3')
    expect([187_200, 21_600, 2700, 30, 0, 3661, 86_400].map(formatDuration)).toEqual([
      '2 d 4 h',
      '6 h',
      '45 min',
      '30 s',
      '0 s',
      '1 h 1 min',
      '1 d',
    ])
  })
})

describe('tellChange', () => {
  it('tells money in percent, rates in points, counts and spans as they are', () => {
    expect(tellChange({ current: 238_960, previous: 187_900, unit: 'percent' })).toEqual({
      direction: 'up',
      text: '27.2%',
    })
    expect(tellChange({ current: 0.783, previous: 0.749, unit: 'points' })).toEqual({
      direction: 'up',
      text: '3.4 pts',
    })
    expect(tellChange({ current: 6, previous: 9, unit: 'count' })).toEqual({ direction: 'down', text: '3' })
    expect(tellChange({ current: 187_200, previous: 208_800, unit: 'duration' })).toEqual({
      direction: 'down',
      text: '6 h',
    })
  })

  it('measures a percentage against the size of a negative figure', () => {
    expect(tellChange({ current: 50, previous: -100, unit: 'percent' })).toEqual({ direction: 'up', text: '150.0%' })
  })

  it('says nothing where a side is unknown or a percentage of nothing is asked', () => {
    expect(tellChange({ current: null, previous: 0.5, unit: 'points' })).toBeNull()
    expect(tellChange({ current: 5, previous: 0, unit: 'percent' })).toBeNull()
    expect(tellChange({ current: 5, previous: 0, unit: 'count' })).toEqual({ direction: 'up', text: '5' })
    expect(tellChange({ current: 5, previous: 5, unit: 'percent' })).toEqual({ direction: 'none', text: 'No change' })
  })
})
