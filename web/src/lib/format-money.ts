import { digitsOfCurrency } from '@clinch/schema/fields'
import { isDecimal } from './decimal.ts'

/** An amount as the API gives it: an exact decimal in major units, and an ISO 4217 code. */
export interface Money {
  /** Such as `1234.50`; negative with a leading hyphen. */
  amount: string
  currency: string
}

export interface MoneyFormat {
  /** `exact` shows the currency's own minor digits (tables, statements); `whole` rounds to units (tiles). */
  precision?: 'exact' | 'whole'
  /** `always` puts a plus before a gain, for differences. */
  sign?: 'negative' | 'always'
  locale?: string
}

const formats = new Map<string, Intl.NumberFormat>()

/** Building an Intl format costs far more than using it, and tables use few of them very often. */
const cached = (key: string, build: () => Intl.NumberFormat): Intl.NumberFormat => {
  const found = formats.get(key) ?? build()
  formats.set(key, found)
  return found
}

/** Typesetting wants a true minus (U+2212), which is as wide as the plus and the digits. */
const join = (parts: readonly Intl.NumberFormatPart[]): string =>
  parts.map((part) => (part.type === 'minusSign' ? '−' : part.value)).join('')

const fractionOf = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits })

/**
 * Money as people read it: `$3,000.00`, `−$100.00`, `¥5,000`. The decimal is formatted as text, never through floating point.
 * Throws a RangeError for an amount that is not a plain decimal or a currency that is not three letters.
 */
export const formatMoney = (money: Money, format: MoneyFormat = {}): string => join(partsOf(money, format))

/** The amount alone, without the symbol, which may hold a point itself (`Cg.`): `3,000.00`, `-100.00`. */
export const formatAmount = (money: Money): string =>
  partsOf(money, {})
    .map(({ type, value }) => (type === 'minusSign' ? '-' : type === 'currency' || type === 'literal' ? '' : value))
    .join('')

function partsOf(
  money: Money,
  { precision = 'exact', sign = 'negative', locale = 'en-US' }: MoneyFormat,
): Intl.NumberFormatPart[] {
  if (!isDecimal(money.amount)) throw new RangeError(`Not a decimal amount: ${money.amount}`)
  const format = cached(
    `${locale} ${money.currency} ${precision} ${sign}`,
    () =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: money.currency,
        signDisplay: sign === 'always' ? 'exceptZero' : 'negative',
        ...fractionOf(precision === 'whole' ? 0 : currencyDigits(money.currency)),
      }),
  )
  return format.formatToParts(money.amount)
}

/** A chart axis only: abbreviated, as `$50k` or `$1.2M`. `value` is in major units. */
export function formatMoneyAxis(value: number, currency: string, locale = 'en-US'): string {
  const format = cached(
    `${locale} ${currency} axis`,
    () =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        notation: 'compact',
        minimumFractionDigits: 0,
        maximumFractionDigits: 1,
      }),
  )
  return join(
    format
      .formatToParts(value)
      .map((part) => (part.type === 'compact' && part.value === 'K' ? { ...part, value: 'k' } : part)),
  )
}

/** The symbol that stands before or after an amount of this currency, `$` for USD. */
export const currencySymbol = (currency: string, locale = 'en-US'): string =>
  cached(
    `${locale} ${currency} symbol`,
    () => new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
  )
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? currency

/**
 * How many digits stand after the point in this currency: 2 for USD, 0 for JPY, 3 for KWD. As the API has it, for browsers differ: newer
 * ones show no digits of HUF, which has 2.
 */
export const currencyDigits = (currency: string): number => digitsOfCurrency(currency) ?? 2
