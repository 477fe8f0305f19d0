/** Round steps that people count in. */
const steps = [1, 2, 2.5, 5, 10] as const

/** Ticks from zero (or below, if something is) to just over the largest value, about `count` of them, on round numbers. */
export function niceTicks(least: number, most: number, count = 5): number[] {
  const [bottom, top] = [Math.min(0, least), Math.max(0, most)]
  if (top === bottom) return [0, 1]
  const rough = (top - bottom) / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = (steps.find((each) => each * power >= rough) ?? 10) * power
  const first = Math.floor(bottom / step)
  const last = Math.ceil(top / step)
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

/** Which days get a label: first and last, and between them the fifths of a month or about six at even steps. */
export function dayTicks(days: readonly string[]): number[] {
  const last = days.length - 1
  if (last < 1) return days.map((_, index) => index)
  const step = Math.max(1, Math.round(last / 5))
  const between =
    days.length <= 35
      ? days.flatMap((day, index) => (Number(day.slice(8)) % 5 === 0 && index > 0 && index < last ? [index] : []))
      : Array.from({ length: 4 }, (_, index) => (index + 1) * step)
  const room = Math.max(1, Math.round(last / 10))
  return [0, ...between.filter((index) => index >= room && last - index >= room), last]
}
