import { addDays, dayMs, dayOf, hourMs, instantOf, later, minuteMs, weekdayOf } from './clock.ts'
import type { Closer } from './people.ts'
import type { Random } from './random.ts'

const opensAtMinute = 9 * 60
const closesAtMinute = 18 * 60

/** Keeps the closers' calendars, so that nobody has two calls at once. */
export interface Diary {
  /** Finds and takes a free slot, near the wanted moment and at least an hour after the booking. */
  takeSlot(host: Closer, durationMinutes: number, wanted: Date, bookedAt: Date): Date
}

export function openDiary(random: Random): Diary {
  const taken = new Map<string, [from: number, to: number][]>()

  return {
    takeSlot(host, durationMinutes, wanted, bookedAt) {
      const starts = Array.from({ length: (closesAtMinute - opensAtMinute) / 30 }, (_, index) => opensAtMinute + index * 30)
      for (let day = dayOf(wanted); ; day = addDays(day, 1)) {
        if (!isWorkday(day, random)) continue
        const mine = taken.get(`${host.key} ${day}`) ?? []
        for (const from of random.shuffle(starts)) {
          const to = from + durationMinutes
          const start = instantOf(day, from)
          if (start < later(bookedAt, hourMs) || mine.some((other) => from < other[1] && other[0] < to)) continue
          taken.set(`${host.key} ${day}`, [...mine, [from, to]])
          return start
        }
      }
    },
  }
}

function isWorkday(day: string, random: Random): boolean {
  const weekday = weekdayOf(day)
  return weekday === 6 ? random.chance(0.25) : weekday !== 0
}

/** A moment of the past days at which somebody books: more on workdays, more in the evening, slowly growing towards today. */
export function momentOfBooking(random: Random, now: Date, daysBack: number): Date {
  for (;;) {
    const back = random.between(0, daysBack)
    const day = dayOf(later(now, -back * dayMs))
    const minute = random.weighted([
      [random.integer(480, 1020), 6],
      [random.integer(1020, 1350), 4],
    ])
    const moment = later(instantOf(day, minute), random.integer(0, minuteMs - 1))
    const weekday = weekdayOf(day)
    const appeal = (weekday === 0 || weekday === 6 ? 0.55 : 1) * (1 - 0.45 * (back / daysBack))
    if (moment <= now && random.chance(appeal)) return moment
  }
}
