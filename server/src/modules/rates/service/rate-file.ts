/** What one euro was on a day, a currency at a time. */
export interface RateDay {
  /** YYYY-MM-DD. */
  day: string
  rates: { currency: string; perEuro: string }[]
}

/** What a file of the European Central Bank holds, its days in the order of the file. */
export interface RateFile {
  days: RateDay[]
}

/** A file that is none of those that are read; the message is for a person and names the line, counted from 1. */
export class RateFileError extends Error {
  constructor(message: string, line?: number) {
    super(line === undefined ? message : `Line ${line}: ${message}`)
    this.name = 'RateFileError'
  }
}

/** More than the whole history since 1999 has in a single file. */
const mostRates = 500_000

const currency = /^[A-Z]{3}$/
const decimal = /^\d{1,9}(?:\.\d{1,15})?$/
const quoteAtMost = 30

export const shorten = (text: string): string => (text.length > quoteAtMost ? `${text.slice(0, quoteAtMost)}…` : text)

/** A day as the files write it, `2026-11-20`; throws where there is no such day. */
export function readDay(text: string, line: number): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw new RateFileError(`“${shorten(text)}” is no day such as 2026-11-20.`, line)
  if (text < '1999-01-04') throw new RateFileError('There are no rates from before 4 January 1999.', line)
  return text
}

export function readCurrency(text: string, line: number): string {
  if (!currency.test(text)) throw new RateFileError(`“${shorten(text)}” is no currency such as USD.`, line)
  if (text === 'EUR') throw new RateFileError('The rates are of the euro, so EUR cannot be among them.', line)
  return text
}

export function readRate(text: string, line: number): string {
  if (!decimal.test(text) || !/[1-9]/.test(text)) throw new RateFileError(`“${shorten(text)}” is no rate such as 1.0842.`, line)
  return text
}

/** Gathers days; refuses one that comes twice, or with a currency twice, and files beyond any measure. */
export class RateDays {
  readonly days: RateDay[] = []
  readonly #known = new Set<string>()
  #count = 0

  begin(day: string, line: number): { add: (currency: string, perEuro: string, line: number) => void } {
    if (this.#known.has(day)) throw new RateFileError(`The day ${day} stands in the file twice.`, line)
    this.#known.add(day)
    const rates: RateDay['rates'] = []
    const currencies = new Set<string>()
    this.days.push({ day, rates })
    return {
      add: (of, perEuro, at) => {
        if (currencies.has(of)) throw new RateFileError(`${of} stands twice under ${day}.`, at)
        currencies.add(of)
        this.#count += 1
        if (this.#count > mostRates) throw new RateFileError(`The file has more than ${mostRates} rates.`, at)
        rates.push({ currency: of, perEuro })
      },
    }
  }

  /** What was gathered; throws where that is nothing. */
  end(): RateFile {
    if (this.#count === 0) throw new RateFileError('There is no rate in this file.')
    return { days: this.days.filter(({ rates }) => rates.length > 0) }
  }
}
