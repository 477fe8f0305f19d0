import { addDays, dayIn, daysOf, type Period, periodBounds } from '../../../lib/period.ts'
import { instantAt } from '../../../lib/wall-clock.ts'

/** In the order of Date#getUTCDay. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
export type Weekday = (typeof weekdays)[number]

/** From a minute of the day up to another, on clocks of the schedule's time zone. One that ends no later than it begins ends on the next day. */
export interface OpenInterval {
  fromMinute: number
  toMinute: number
}

/** When somebody takes calls, as their booking tool has it. */
export interface Schedule {
  name: string | null
  timeZone: string
  /** The tool takes this one where nothing else is said. */
  isDefault: boolean
  /** A weekday without an entry is a day off. */
  weekly: Readonly<Partial<Record<Weekday, readonly OpenInterval[]>>>
  /** By day, YYYY-MM-DD: what holds on it in place of its weekday, also where that is nothing. */
  dated: Readonly<Record<string, readonly OpenInterval[]>>
}

/** From the first instant up to the second, in milliseconds. */
interface Span {
  start: number
  end: number
}

/** What is open of a day of the organization's time zone. */
export interface OpenDay {
  day: string
  openMinutes: number
  openSlots: number
}

const minuteMs = 60_000
const wholeDayMinutes = 1440

/**
 * The schedules by which somebody can be booked: the default ones, since a booking tool takes those for every kind of call unless another is
 * chosen; where none is, all of them.
 */
export function schedulesInUse(schedules: readonly Schedule[]): readonly Schedule[] {
  const usual = schedules.filter(({ isDefault }) => isDefault)
  return usual.length > 0 ? usual : schedules
}

/**
 * What schedules have open of each day of a period, in the organization's time zone. Open is what any of them has open, counted once. A slot
 * is a call of this length: they follow each other from the beginning of each stretch that is open without a break, as many as fit into it
 * whole, and each belongs to the day on which it begins.
 */
export function openDays(schedules: readonly Schedule[], period: Period, timeZone: string, slotMinutes: number): OpenDay[] {
  const spans = merged(schedules.flatMap((schedule) => spansOf(schedule, period)))
  const days = new Map(daysOf(period).map((day) => [day, { day, openMinutes: 0, openSlots: 0 }]))
  for (const each of days.values()) {
    const { start, end } = periodBounds({ from: each.day, to: each.day }, timeZone)
    const openMs = spans.reduce(
      (sum, span) => sum + Math.max(0, Math.min(span.end, end.getTime()) - Math.max(span.start, start.getTime())),
      0,
    )
    each.openMinutes = Math.round(openMs / minuteMs)
  }
  for (const { start, end } of spans) {
    for (let at = start; at + slotMinutes * minuteMs <= end; at += slotMinutes * minuteMs) {
      const day = days.get(dayIn(new Date(at), timeZone))
      if (day) day.openSlots += 1
    }
  }
  return [...days.values()]
}

/** What a schedule has open around a period: its own days lie up to a day and a bit beside the organization's, and nights reach over. */
function spansOf({ timeZone, weekly, dated }: Schedule, { from, to }: Period): Span[] {
  return daysOf({ from: addDays(from, -2), to: addDays(to, 2) }).flatMap((day) => {
    const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'sunday'
    const intervals = dated[day] ?? weekly[weekday] ?? []
    return intervals.map(({ fromMinute, toMinute }) => ({
      start: instantAt(day, fromMinute, timeZone).getTime(),
      end: instantAt(day, toMinute > fromMinute ? toMinute : toMinute + wholeDayMinutes, timeZone).getTime(),
    }))
  })
}

/** The same time, in spans of which no two touch. */
function merged(spans: readonly Span[]): Span[] {
  const apart: Span[] = []
  for (const span of spans.filter(({ start, end }) => end > start).sort((one, other) => one.start - other.start)) {
    const last = apart.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else apart.push({ ...span })
  }
  return apart
}
