import { formatDuration } from './format-duration.ts'
import type { Period } from './period.ts'

export interface DateFormat {
  /** IANA zone to read the instant in; without it the browser's own. */
  timeZone?: string
  locale?: string
  /** What counts as now: decides whether the year is shown. */
  now?: Date
}

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale} ${JSON.stringify(options)}`
  const found = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, found)
  return found
}

/** Newer ICU data part time and AM/PM by a narrow no-break space; a plain one keeps all runtimes alike. */
const format = (instant: Date, locale: string, options: Intl.DateTimeFormatOptions): string =>
  formatOf(locale, options).format(instant).replaceAll('\u202f', ' ')

const yearOf = (instant: Date, locale: string, timeZone: string | undefined): string =>
  format(instant, locale, { year: 'numeric', ...(timeZone ? { timeZone } : {}) })

const zoned = (timeZone: string | undefined): Intl.DateTimeFormatOptions => (timeZone ? { timeZone } : {})

/** The day of an instant as `Nov 19`; with the year only if it is not this one. */
export function formatDate(
  instant: Date | string,
  { timeZone, locale = 'en-US', now = new Date() }: DateFormat = {},
): string {
  const at = new Date(instant)
  const year = yearOf(at, locale, timeZone) === yearOf(now, locale, timeZone) ? {} : ({ year: 'numeric' } as const)
  return format(at, locale, { month: 'short', day: 'numeric', ...year, ...zoned(timeZone) })
}

/** An instant as `Nov 19, 2:00 PM`; with the year only if it is not this one. `instant` is a Date or an ISO 8601 text. */
export function formatDateTime(
  instant: Date | string,
  { timeZone, locale = 'en-US', now = new Date() }: DateFormat = {},
): string {
  const at = new Date(instant)
  const year = yearOf(at, locale, timeZone) === yearOf(now, locale, timeZone) ? {} : ({ year: 'numeric' } as const)
  return format(at, locale, {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    ...year,
    ...zoned(timeZone),
  })
}

/** The same with seconds and the zone's name, for a hover: `Nov 19, 2026, 2:00:07 PM EST`. */
export const formatExactDateTime = (instant: Date | string, { timeZone, locale = 'en-US' }: DateFormat = {}): string =>
  format(new Date(instant), locale, {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    ...zoned(timeZone),
  })

/** The time of day alone: `2:00 PM`. */
export const formatTime = (instant: Date | string, { timeZone, locale = 'en-US' }: DateFormat = {}): string =>
  format(new Date(instant), locale, { hour: 'numeric', minute: '2-digit', ...zoned(timeZone) })

/** A calendar day (`2026-11-19`) belongs to no zone: it is read and written in UTC so that it never shifts. */
const dayInstant = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** A calendar day as `Nov 19`, or `Nov 19, 2025` if it is not this year; `weekday` puts `Thu, ` before it. */
export function formatDay(
  day: string,
  { locale = 'en-US', now = new Date(), weekday = false }: DateFormat & { weekday?: boolean } = {},
): string {
  const year = day.slice(0, 4) === String(now.getFullYear()) ? {} : ({ year: 'numeric' } as const)
  const name = weekday ? ({ weekday: 'short' } as const) : {}
  return format(dayInstant(day), locale, { month: 'short', day: 'numeric', ...year, ...name, timeZone: 'UTC' })
}

/** A period as `Nov 1 – 20`, `Oct 28 – Nov 3` or one day; `year: 'always'` ends it with `, 2026`. */
export function formatPeriod(
  period: Period,
  { locale = 'en-US', now = new Date(), year = 'other' }: DateFormat & { year?: 'always' | 'other' } = {},
): string {
  const [from, to] = [dayInstant(period.from), dayInstant(period.to)]
  const short = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const
  const sameYear = period.from.slice(0, 4) === period.to.slice(0, 4)
  if (!sameYear)
    return `${format(from, locale, { ...short, year: 'numeric' })} – ${format(to, locale, { ...short, year: 'numeric' })}`
  const suffix =
    year === 'always' || period.to.slice(0, 4) !== String(now.getFullYear()) ? `, ${period.to.slice(0, 4)}` : ''
  if (period.from === period.to) return `${format(from, locale, short)}${suffix}`
  const sameMonth = period.from.slice(0, 7) === period.to.slice(0, 7)
  const end = sameMonth ? String(to.getUTCDate()) : format(to, locale, short)
  return `${format(from, locale, short)} – ${end}${suffix}`
}

/** `5 min ago`, `in 3 h`, `just now` for what is less than 24 hours away; null beyond, where a date says more. */
export function formatRelative(instant: Date | string, now: Date): string | null {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000
  const away = Math.abs(seconds)
  if (away >= 86_400) return null
  if (away < 60) return 'just now'
  const unitSeconds = away >= 3600 ? 3600 : 60
  const span = formatDuration(Math.floor(away / unitSeconds) * unitSeconds)
  return seconds < 0 ? `${span} ago` : `in ${span}`
}
