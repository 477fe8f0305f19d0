/** A span of days, both included, as YYYY-MM-DD. */
export interface Period {
  from: string
  to: string
}

const dayMs = 86_400_000

/** The day so many days later; earlier where that is negative. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const dateOf = (day: string): number => Number(day.slice(8))
const lastDateOf = (month: number): number => new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate()
const dayOf = (month: number, date: number): string =>
  [Math.floor(month / 12), (month % 12) + 1, date].map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')

/** Months, quarters and years, in months. */
const calendarSpans = [1, 3, 12]

/**
 * What a period is compared with. One that begins with a month, a quarter or a year and lies within it is compared with the same days of
 * the one before, as far as it has them: a month so far with the month before up to the same date, a whole month with the whole month
 * before. Any other is compared with as many days, up to the day before it.
 */
export function previousPeriod({ from, to }: Period): Period {
  if (dateOf(from) !== 1 || from === to) {
    const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1
    return { from: addDays(from, -days), to: addDays(from, -1) }
  }
  const [first, last] = [monthOf(from), monthOf(to)]
  const months = last - first + 1
  const back = calendarSpans.find((span) => months <= span && first % span === 0) ?? months
  const isWhole = dateOf(to) === lastDateOf(last)
  const lastBefore = lastDateOf(last - back)
  return { from: dayOf(first - back, 1), to: dayOf(last - back, isWhole ? lastBefore : Math.min(dateOf(to), lastBefore)) }
}
