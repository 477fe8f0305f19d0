import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import type { Goal } from './goal.ts'
import { GoalProgress } from './goal-progress.tsx'
import { goalPeriod, standing } from './goal-words.ts'

const nothing = { count: null, rate: null, amount: null }
const goal = (change: Partial<Goal> = {}): Goal => ({
  id: 'g1',
  metric: 'CLOSES',
  span: 'MONTH',
  period: { from: '2026-11-01', to: '2026-11-30' },
  target: { ...nothing, count: 20 },
  reached: { ...nothing, count: 12 },
  progress: 0.6,
  ...change,
})
const shown = (each: Goal, to?: string) =>
  show(
    <ul>
      <GoalProgress goal={each} {...(to ? { to } : {})} />
    </ul>,
  )

describe('a goal', () => {
  it('says what was reached of it, and opens what that counts', async () => {
    const { container } = shown(goal(), '/calls?outcome=CLOSED')
    expect(screen.getByRole('link', { name: '12 of 20' }).getAttribute('href')).toBe('/calls?outcome=CLOSED')
    const meter = screen.getByRole('meter', { name: 'Closed deals, November 2026' })
    expect(meter.getAttribute('aria-valuetext')).toBe('12 of 20')
    await expectAccessible(container)
  })

  it('says so once it is reached, and how much beyond', () => {
    shown(goal({ reached: { ...nothing, count: 25 }, progress: 1.25 }))
    expect(screen.getByRole('meter').getAttribute('aria-valuetext')).toBe('25 of 20, reached')
    expect(screen.getByRole('meter').getAttribute('aria-valuenow')).toBe('1')
  })

  it('of which nothing is known says that, and opens nothing', () => {
    shown(goal({ metric: 'CLOSE_RATE', target: { ...nothing, rate: 0.25 }, reached: null, progress: null }), '/calls')
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.getByRole('meter').getAttribute('aria-valuetext')).toBe('Unknown of 25.0%')
  })

  it('is named by its week, month, quarter or days', () => {
    expect(goalPeriod(goal(), 'en-US')).toBe('November 2026')
    expect(goalPeriod({ span: 'QUARTER', period: { from: '2026-10-01', to: '2026-12-31' } }, 'en-US')).toBe('Q4 2026')
    expect(goalPeriod({ span: 'WEEK', period: { from: '2026-11-16', to: '2026-11-22' } }, 'en-US')).toMatch(
      /^Nov 16 – 22/,
    )
  })

  it('stands until its last day is over, the next to end first', () => {
    const week = goal({ id: 'week', span: 'WEEK', period: { from: '2026-11-16', to: '2026-11-22' } })
    const gone = goal({ id: 'gone', period: { from: '2026-10-01', to: '2026-10-31' } })
    const ids = (today: string) => standing([goal(), week, gone], today).map(({ id }) => id)
    expect(ids('2026-11-22')).toEqual(['week', 'g1'])
    expect(ids('2026-11-23')).toEqual(['g1'])
    expect(ids('2026-12-01')).toEqual([])
  })
})
