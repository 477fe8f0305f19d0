import type { Measured } from './load.ts'

/** The rounds of one contender. */
export interface Result {
  name: string
  rounds: readonly Measured[]
}

/** A table of the contenders, then how many times as many requests the one named answers as each of the others. */
export function report(results: readonly Result[], of: string): string {
  const rows = results.map(({ name, rounds }) => {
    const latencies = rounds.flatMap((round) => round.latenciesMs).sort((a, b) => a - b)
    return [name, median(rounds.map(rate)).toFixed(0), quantile(latencies, 0.5).toFixed(1), quantile(latencies, 0.99).toFixed(1)]
  })
  const ratios = results.filter(({ name }) => name !== of).map(({ name }) => `${of} / ${name}: ${ratio(results, of, name).toFixed(2)}`)
  return [table([['', 'requests/s', 'p50 ms', 'p99 ms'], ...rows]), ...ratios].join('\n')
}

/** The median of the ratios round by round: what else the machine did during a round slowed both sides of it. */
function ratio(results: readonly Result[], of: string, to: string): number {
  const rates = (wanted: string) => results.find(({ name }) => name === wanted)?.rounds.map(rate) ?? []
  const below = rates(to)
  return median(rates(of).map((each, round) => each / (below[round] ?? Number.NaN)))
}

const rate = (round: Measured): number => round.requestsPerSecond

const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )

/** Of sorted values; between two of them, what lies between. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? Number.NaN
  return below + (above - below) * (place - Math.floor(place))
}

function table(lines: readonly (readonly string[])[]): string {
  const widths = lines.reduce<number[]>((widest, line) => line.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)), [])
  return lines
    .map((line) =>
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
    )
    .join('\n')
}
