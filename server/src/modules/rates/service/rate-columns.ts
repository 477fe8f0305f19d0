import type { RateDay } from './rate-file.ts'

/** The rates of a file as three lists of one length, as SQL unnests them: days, currencies, and what one euro was. */
export function columnsOf(days: readonly RateDay[]): [days: string[], currencies: string[], perEuro: string[]] {
  const each = days.flatMap(({ day, rates }) => rates.map((rate) => ({ day, ...rate })))
  return [each.map(({ day }) => day), each.map(({ currency }) => currency), each.map(({ perEuro }) => perEuro)]
}
