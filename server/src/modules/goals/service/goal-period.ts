import type { Period } from '../../../lib/period.ts'

export type GoalSpan = 'week' | 'month' | 'quarter' | 'custom'

const day = (year: number, month: number, date: number): string => new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)

/** The week from Monday, the month or the quarter that a day (YYYY-MM-DD) lies in. */
export function spanAround(span: Exclude<GoalSpan, 'custom'>, on: string): Period {
  const at = new Date(`${on}T00:00:00Z`)
  const [year, month, date] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()]
  switch (span) {
    case 'week': {
      const monday = date - ((at.getUTCDay() + 6) % 7)
      return { from: day(year, month, monday), to: day(year, month, monday + 6) }
    }
    case 'month':
      return { from: day(year, month, 1), to: day(year, month + 1, 0) }
    case 'quarter': {
      const first = month - (month % 3)
      return { from: day(year, first, 1), to: day(year, first + 3, 0) }
    }
  }
}
