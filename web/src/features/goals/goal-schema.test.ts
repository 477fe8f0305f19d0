import { describe, expect, it } from 'vitest'
import { goalSchema, type GoalValues, readTarget, wantedGoal } from './goal-schema.ts'

const typed = (change: Partial<GoalValues>): GoalValues => ({
  metric: 'CLOSES',
  span: 'MONTH',
  from: '2026-11-21',
  to: '',
  target: '20',
  ...change,
})
const blamed = (change: Partial<GoalValues>) => {
  const read = goalSchema('USD').safeParse(typed(change))
  return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'))
}

describe('a goal as it is typed', () => {
  it('is sent in the unit of its figure', () => {
    expect(wantedGoal(typed({}), 'USD')).toEqual({ metric: 'CLOSES', span: 'MONTH', from: '2026-11-21', count: 20 })
    expect(wantedGoal(typed({ target: '1,200' }), 'USD')).toMatchObject({ count: 1200 })
    expect(wantedGoal(typed({ metric: 'SHOW_RATE', target: '72.5 %' }), 'USD')).toMatchObject({ rate: 0.725 })
    expect(wantedGoal(typed({ metric: 'SHOW_RATE', target: '0.01 %' }), 'USD')).toMatchObject({ rate: 0.0001 })
    expect(wantedGoal(typed({ metric: 'NET_CASH', target: '$50,000' }), 'USD')).toMatchObject({
      amount: { amount: '50000.00', currency: 'USD' },
    })
    expect(wantedGoal(typed({ span: 'CUSTOM', to: '2026-11-30' }), 'USD')).toMatchObject({ to: '2026-11-30' })
  })

  it.each([
    ['CLOSES', ''],
    ['CLOSES', '0'],
    ['CLOSES', '2.5'],
    ['CLOSES', 'many'],
    ['CLOSES', '3,5'],
    ['SHOW_RATE', '7,5 %'],
    ['SHOW_RATE', '5 % 0'],
    ['SHOW_RATE', ''],
    ['SHOW_RATE', '0'],
    ['SHOW_RATE', '0.004 %'],
    ['SHOW_RATE', '101'],
    ['NET_CASH', ''],
    ['NET_CASH', '0'],
    ['NET_CASH', '-5'],
  ] as const)('of %s is not “%s”, which is said at the target', (metric, target) => {
    expect(readTarget(metric, target, 'USD').ok).toBe(false)
    expect(blamed({ metric, target })).toEqual(['target'])
    expect(wantedGoal(typed({ metric, target }), 'USD')).toBeNull()
  })

  it('of other days names the last one', () => {
    expect(blamed({ span: 'CUSTOM' })).toEqual(['to'])
    expect(blamed({ span: 'CUSTOM', to: '2026-11-20' })).toEqual(['to'])
    expect(blamed({ span: 'CUSTOM', to: '2026-11-21' })).toEqual([])
    expect(blamed({ from: '' })).toEqual(['from'])
  })
})
