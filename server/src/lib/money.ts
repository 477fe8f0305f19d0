/** Money in whole minor units of its currency. Never a floating-point number. */
export interface Money {
  amountMinor: bigint
  /** ISO 4217, upper case. */
  currency: string
}

/** A text that is no amount of its currency; the message is for a person. */
export class MoneyFormatError extends Error {}

const currencies = new Set(Intl.supportedValuesOf('currency'))
const digitsOf = new Map<string, number>([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map(
    (code) => [code, 0] as const,
  ),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
])

/** How many decimals a currency has (ISO 4217). */
export function minorDigits(currency: string): number {
  if (!currencies.has(currency)) throw new MoneyFormatError(`${currency} is not a currency that we know.`)
  return digitsOf.get(currency) ?? 2
}

/** In major units, with as many decimals as the currency has: "1234.50". */
export function formatDecimal({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency)
  const sign = amountMinor < 0n ? '-' : ''
  const text = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(digits + 1, '0')
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** Reads major units; zeros beyond the currency's decimals are taken, other digits there are refused. */
export function parseDecimal(text: string, currency: string): bigint {
  const digits = minorDigits(currency)
  const parts = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(text.trim())
  if (!parts) throw new MoneyFormatError('Write an amount as digits with a point, such as 1234.50.')
  const [, sign = '', whole = '0', fraction = ''] = parts
  if (/[1-9]/.test(fraction.slice(digits))) {
    throw new MoneyFormatError(digits === 0 ? `${currency} has no decimals.` : `${currency} has ${digits} decimals.`)
  }
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  return sign ? -minor : minor
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
