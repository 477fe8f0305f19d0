/** The organization's time zone: its days are the days of every figure. */
export const timeZone = 'America/New_York'

export const secondMs = 1_000
export const minuteMs = 60 * secondMs
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })

/** The organization's day that an instant lies on, YYYY-MM-DD. */
export const dayOf = (instant: Date): string => wallClock.format(instant).slice(0, 10)

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** The instant at which clocks of the organization show a day and minute. Meant for waking hours, when no clock is changed. */
export function instantOf(day: string, minuteOfDay: number): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * minuteMs
  const shown = Date.parse(`${wallClock.format(asUtc + 5 * hourMs).replace(' ', 'T')}Z`)
  return new Date(asUtc + 5 * hourMs - (shown - asUtc))
}

export const later = (instant: Date, ms: number): Date => new Date(instant.getTime() + ms)

/** The same instant without its fraction of a second: processors count in seconds. */
export const wholeSecond = (instant: Date): Date => new Date(Math.floor(instant.getTime() / secondMs) * secondMs)

export const latest = (...instants: readonly Date[]): Date => new Date(Math.max(...instants.map((instant) => instant.getTime())))

/** All days of a span, both ends included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
