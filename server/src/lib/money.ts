import { digitsOfCurrency, readMinor, writeMajor } from '@clinch/schema/fields'

/** Money in whole minor units of its currency. Never a floating-point number. */
export interface Money {
  amountMinor: bigint
  /** ISO 4217, upper case. */
  currency: string
}

/** A text that is no amount of its currency; the message is for a person. */
export class MoneyFormatError extends Error {}

/** How many decimals a currency has (ISO 4217). */
export function minorDigits(currency: string): number {
  const digits = digitsOfCurrency(currency)
  if (digits === null) throw new MoneyFormatError(`${currency} is not a currency that we know.`)
  return digits
}

/** In major units, with as many decimals as the currency has: "1234.50". */
export const formatDecimal = ({ amountMinor, currency }: Money): string => writeMajor(amountMinor, minorDigits(currency))

/** Reads major units; zeros beyond the currency's decimals are taken, other digits there are refused. */
export function parseDecimal(text: string, currency: string): bigint {
  const read = readMinor({ amount: text, currency })
  if (!read.ok) throw new MoneyFormatError(read.message)
  return read.amountMinor
}

/** Splits a total by whole shares without losing a unit: what rounding leaves goes to the largest remainders, the first of equals first. */
export function allocate(totalMinor: bigint, shares: readonly number[]): bigint[] {
  if (!shares.every((share) => Number.isSafeInteger(share) && share >= 0)) {
    throw new MoneyFormatError('Shares must be whole numbers, none below nothing.')
  }
  const sum = shares.reduce((total, share) => total + BigInt(share), 0n)
  if (sum <= 0n) throw new MoneyFormatError('Shares must add up to more than nothing.')
  const sign = totalMinor < 0n ? -1n : 1n
  const total = totalMinor * sign
  const parts = shares.map((share, index) => ({ index, whole: (total * BigInt(share)) / sum, rest: (total * BigInt(share)) % sum }))
  let left = total - parts.reduce((given, part) => given + part.whole, 0n)
  for (const part of [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left <= 0n) break
    part.whole += 1n
    left -= 1n
  }
  return parts.map((part) => part.whole * sign)
}
