import { currencyDigits, formatAmount } from './format-money.ts'

export type MoneyText = { ok: true; amount: string } | { ok: false; message: string }

/**
 * What a person typed into a money field, as an exact decimal: `1,200`, `$1,200.00` and ` 1200 ` all read as `1200.00` (USD).
 * Anything that leaves a doubt is refused with a message to show under the field; so is less than nothing, unless it is `signed`.
 */
export function readMoneyText(
  text: string,
  currency: string,
  { signed = false }: { signed?: boolean } = {},
): MoneyText {
  const digits = currencyDigits(currency)
  const example = moneyText({ amount: '1200', currency })
  const bare = text
    .replace(/[\s\p{Sc}]/gu, '')
    .replace(new RegExp(currency, 'i'), '')
    .replace('−', '-')
  const sign = signed && bare.startsWith('-') ? '-' : ''
  const plain = bare.slice(sign.length)
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(plain)
  if (!match?.[1]) return { ok: false, message: `Enter an amount, such as ${example}` }
  const fraction = match[2] ?? ''
  if (fraction.length > digits) {
    const limit = digits === 0 ? 'no digits' : `at most ${digits} digits`
    return { ok: false, message: `${currency} has ${limit} after the point` }
  }
  const units = match[1].replaceAll(',', '').replace(/^0+(?=\d)/, '')
  return { ok: true, amount: sign + (digits === 0 ? units : `${units}.${fraction.padEnd(digits, '0')}`) }
}

/** Money as it stands in a money field, to be changed: `1,200.00`, `-50.00`. */
export const moneyText = formatAmount
