import type { MoneyValue } from './field-definition.ts'

const currencies = new Set(Intl.supportedValuesOf('currency'))
const digitsOf = new Map<string, number>([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map(
    (code) => [code, 0] as const,
  ),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
])

/** How many decimals a currency has (ISO 4217); null for one that is not known. */
export const digitsOfCurrency = (currency: string): number | null => (currencies.has(currency) ? (digitsOf.get(currency) ?? 2) : null)

/** More than anybody is paid, and little enough that thousands of such amounts have a sum that can be kept. */
const mostMinor = 10n ** 15n

export type MoneyReading = { ok: true; amountMinor: bigint } | { ok: false; at: 'amount' | 'currency'; message: string }

/** Reads major units into minor ones; zeros beyond the currency's decimals are taken, other digits there are refused. */
export function readMinor({ amount, currency }: MoneyValue): MoneyReading {
  const digits = digitsOfCurrency(currency)
  if (digits === null) return { ok: false, at: 'currency', message: `${currency} is not a currency that we know.` }
  const parts = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/.exec(amount.trim())
  if (!parts) return { ok: false, at: 'amount', message: 'Write an amount as digits with a point, such as 1234.50.' }
  const [, sign = '', whole = '0', fraction = ''] = parts
  if (/[1-9]/.test(fraction.slice(digits))) {
    return { ok: false, at: 'amount', message: digits === 0 ? `${currency} has no decimals.` : `${currency} has ${digits} decimals.` }
  }
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'))
  if (minor > mostMinor) return { ok: false, at: 'amount', message: 'This amount is too large.' }
  return { ok: true, amountMinor: sign ? -minor : minor }
}

/** Minor units in major ones, with as many decimals as the currency has. */
export function writeMajor(amountMinor: bigint, digits: number): string {
  const sign = amountMinor < 0n ? '-' : ''
  const text = (amountMinor < 0n ? -amountMinor : amountMinor).toString().padStart(digits + 1, '0')
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
