import { addDays, type Period } from '../../lib/period.ts'
import { sizeOf, type MetricValue } from './metric-figure.ts'
import type { MetricCourse } from './metric-report.ts'

/** What a course is drawn by. */
export type Grain = 'DAY' | 'WEEK' | 'MONTH'

const dayCount = ({ from, to }: Period): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1

/** Days up to a quarter, weeks up to two years, months beyond: about a hundred points at most can be told apart. */
export function grainOf(period: Period): Grain {
  const days = dayCount(period)
  if (days <= 100) return 'DAY'
  return days <= 740 ? 'WEEK' : 'MONTH'
}

/** A stretch of a course: the key that the API gives it, and those of its days that are in the period. */
export interface Stretch extends Period {
  key: string
}

/** The Monday of a day's week, or the first of its month: how the API names them. */
function keyOf(day: string, grain: Grain): string {
  if (grain === 'DAY') return day
  if (grain === 'MONTH') return `${day.slice(0, 7)}-01`
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
}

const nextKey = (key: string, grain: Grain): string => {
  if (grain === 'MONTH') return keyOf(addDays(key, 31), 'MONTH')
  return addDays(key, grain === 'WEEK' ? 7 : 1)
}

/** The days, weeks or months of a period in order; the first and the last may be cut by the period's ends. */
export function stretchesOf(period: Period, grain: Grain): Stretch[] {
  const stretches: Stretch[] = []
  for (let key = keyOf(period.from, grain); key <= period.to; key = nextKey(key, grain)) {
    const last = addDays(nextKey(key, grain), -1)
    stretches.push({ key, from: key < period.from ? period.from : key, to: last > period.to ? period.to : last })
  }
  return stretches
}

type CourseKey = keyof MetricCourse['values']

/** A figure that can be added up. */
export type SummedKey = 'bookedCalls' | 'shows' | 'cashCollected'

const summed: readonly string[] = [
  'bookedCalls',
  'shows',
  'cashCollected',
  'pendingPostCallForms',
] satisfies CourseKey[]

/**
 * A figure's course, one value a stretch. Where nothing happened a sum is zero and a rate unknown; what begins after `today` is
 * unknown, since it is still to come.
 */
export function courseOf(
  groups: readonly MetricCourse[],
  stretches: readonly Stretch[],
  metric: CourseKey,
  today: string,
): (number | null)[] {
  const byKey = new Map(groups.map((group) => [group.keys[0]?.id ?? '', group.values]))
  return stretches.map(({ key, from }) => {
    if (from > today) return null
    const value: MetricValue | undefined = byKey.get(key)?.[metric]
    return value === undefined ? (summed.includes(metric) ? 0 : null) : sizeOf(value)
  })
}

/** A course as a running total, in `digits` decimals so that it ends on the sum to the cent. */
export function runningTotal(course: readonly (number | null)[], digits: number): (number | null)[] {
  let total = 0
  return course.map((value) => {
    if (value === null) return null
    total = Number((total + value).toFixed(digits))
    return total
  })
}

/** As many points as a sparkline can show: the means of neighbours. A drawing only, never a figure. */
export function thinned(course: readonly (number | null)[], most = 30): (number | null)[] {
  if (course.length <= most) return [...course]
  const width = Math.ceil(course.length / most)
  return Array.from({ length: Math.ceil(course.length / width) }, (_, index) => {
    const known = course.slice(index * width, (index + 1) * width).filter((value) => value !== null)
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
  })
}
