import { formatCount } from './format-count.ts'
import { formatDuration } from './format-duration.ts'
import { formatPoints } from './format-rate.ts'

/** How a change is told: rates in points, money and counts in percent or as a plain difference, spans as a span. */
export type ChangeUnit = 'percent' | 'points' | 'count' | 'duration'

export interface ChangeInput {
  /** Points: fractions 0 to 1. Duration: seconds. Otherwise plain numbers. Null is unknown. */
  current: number | null
  previous: number | null
  unit: ChangeUnit
}

export interface ChangeTold {
  direction: 'up' | 'down' | 'none'
  /** The size without sign, such as `27.2%` or `3.4 pts`; the arrow tells the direction. */
  text: string
}

const size = (current: number, previous: number, unit: ChangeUnit): string => {
  const difference = current - previous
  switch (unit) {
    case 'percent':
      return `${((Math.abs(difference) / Math.abs(previous)) * 100).toFixed(1)}%`
    case 'points':
      return formatPoints(difference)
    case 'count':
      return formatCount(Math.abs(difference))
    case 'duration':
      return formatDuration(difference)
  }
}

/** Null where nothing can be said: a side is unknown, or a percentage of nothing is asked for. */
export function tellChange({ current, previous, unit }: ChangeInput): ChangeTold | null {
  if (current === null || previous === null) return null
  if (current === previous) return { direction: 'none', text: 'No change' }
  if (unit === 'percent' && previous === 0) return null
  return { direction: current > previous ? 'up' : 'down', text: size(current, previous, unit) }
}
