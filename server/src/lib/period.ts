import { addDays, type Period } from '@clinch/schema/periods'
import { wallClock } from './wall-clock.ts'

export { addDays, type Period, previousPeriod } from '@clinch/schema/periods'

const dayMs = 86_400_000

/** The instants that a period covers in a time zone: from the first moment of its first day up to the first moment after its last. */
export const periodBounds = ({ from, to }: Period, timeZone: string): { start: Date; end: Date } => ({
  start: startOfDay(from, timeZone),
  end: startOfDay(addDays(to, 1), timeZone),
})

export function daysOf({ from, to }: Period): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** The day of the calendar that an instant lies on in a time zone. */
export const dayIn = (instant: Date, timeZone: string): string => wallClock(instant.getTime(), timeZone).slice(0, 10)

/** That day as a number: between two instants lie as many days as these differ by. */
export const dayNumber = (instant: Date, timeZone: string): number => Date.parse(`${dayIn(instant, timeZone)}T00:00:00Z`) / dayMs

/**
 * The first instant of a day: usually midnight, but where clocks are put forward at midnight, the first moment that exists.
 * Offsets lie within a day either way, and a zone changes its clocks at most once in so short a time.
 */
function startOfDay(day: string, timeZone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  let before = midnight - dayMs * 1.5
  let after = midnight + dayMs * 1.5
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000
    if (wallClock(middle, timeZone).slice(0, 10) < day) before = middle
    else after = middle
  }
  return new Date(after)
}
