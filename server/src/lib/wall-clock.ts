const dayMs = 86_400_000

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    formatters.set(timeZone, formatter)
  }
  return formatter
}

/** What clocks of a time zone show at a time, "2026-11-20 14:00:00". */
export const wallClock = (time: number, timeZone: string): string => formatterOf(timeZone).format(time)

/** The same as if it were UTC, so that it can be reckoned with. */
const shownAt = (time: number, timeZone: string): number => Date.parse(`${wallClock(time, timeZone).replace(' ', 'T')}Z`)

/**
 * The instant at which clocks of a time zone show a day and minute; 1440 is the midnight after it. Of an hour that comes twice it is the
 * first, and what clocks that are put forward leave out is the moment at which they are: a zone changes its clocks at most once a day.
 */
export function instantAt(day: string, minuteOfDay: number, timeZone: string): Date {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * 60_000
  const offsetNear = (time: number) => shownAt(time, timeZone) - time
  const found = [offsetNear(wanted - dayMs), offsetNear(wanted + dayMs)].map((offset) => wanted - offset)
  let [before, after] = [Math.min(...found), Math.max(...found)]
  if (shownAt(before, timeZone) === wanted) return new Date(before)
  if (shownAt(after, timeZone) === wanted) return new Date(after)
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000
    if (shownAt(middle, timeZone) < wanted) before = middle
    else after = middle
  }
  return new Date(after)
}
