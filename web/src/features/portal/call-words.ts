import type { DateFormat } from '../../lib/format-date.ts'
import { formatTime } from '../../lib/format-date.ts'
import { formatDuration } from '../../lib/format-duration.ts'
import { todayIn } from '../../lib/period.ts'

const dayMs = 86_400_000

type Zoned = Required<Pick<DateFormat, 'timeZone' | 'locale'>>

/** `Today`, `Tomorrow`, `Yesterday`, or `Mon, Nov 23`, with the year only if it is not this one. */
export function dayWord(at: string, now: Date, { timeZone, locale }: Zoned): string {
  const dayOf = (instant: Date) => Date.parse(todayIn(timeZone, instant))
  const instant = new Date(at)
  switch (Math.round((dayOf(instant) - dayOf(now)) / dayMs)) {
    case 0:
      return 'Today'
    case 1:
      return 'Tomorrow'
    case -1:
      return 'Yesterday'
  }
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone,
    ...(todayIn(timeZone, instant).slice(0, 4) === todayIn(timeZone, now).slice(0, 4) ? {} : { year: 'numeric' }),
  }).format(instant)
}

/** The hours of a call: `2:00 – 2:45 PM`, or when it begins where its end is not known. */
export function hoursOf(call: { scheduledAt: string; endsAt: string | null }, { timeZone, locale }: Zoned): string {
  if (call.endsAt === null) return formatTime(call.scheduledAt, { timeZone, locale })
  const span = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone })
  // Runtimes differ in the thin spaces that they set around a dash and before AM.
  return span.formatRange(new Date(call.scheduledAt), new Date(call.endsAt)).replace(/[\u2009\u202f]/g, ' ')
}

/** How far away an instant is, in one unit: `12 min`, `3 h`, `2 d`; nothing below a minute. */
export function awayWords(at: string, now: Date): string | null {
  const seconds = Math.abs(Date.parse(at) - now.getTime()) / 1000
  const unit = [dayMs / 1000, 3600, 60].find((each) => seconds >= each)
  return unit === undefined ? null : formatDuration(Math.floor(seconds / unit) * unit)
}

/** What stands large over the next call: how long until it, or that it is on. */
export function countdownOf(at: string, now: Date): { label: string; figure: string } {
  const seconds = (Date.parse(at) - now.getTime()) / 1000
  if (seconds <= 0) return { label: 'Your call is on', figure: 'Now' }
  if (seconds < 60) return { label: 'Next call in', figure: '1 min' }
  const unit = seconds >= dayMs / 1000 ? 3600 : 60
  return { label: 'Next call in', figure: formatDuration(Math.floor(seconds / unit) * unit) }
}
