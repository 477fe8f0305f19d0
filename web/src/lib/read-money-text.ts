import { currencyDigits, formatMoney } from './format-money.ts'

export type MoneyText = { ok: true; amount: string } | { ok: false; message: string }

/**
 * What a person typed into a money field, as an exact decimal: `1,200`, `$1,200.00` and ` 1200 ` all read as `1200.00` (USD).
 * Anything that leaves a doubt is refused with a message to show under the field.
 */
export function readMoneyText(text: string, currency: string): MoneyText {
  const digits = currencyDigits(currency)
  const example = formatMoney({ amount: '1200', currency }).replace(/[^\d.,]/g, '')
  const plain = text.replace(/[\s\p{Sc}]/gu, '').replace(new RegExp(currency, 'i'), '')
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(plain)
  if (!match?.[1]) return { ok: false, message: `Enter an amount, such as ${example}` }
  const fraction = match[2] ?? ''
  if (fraction.length > digits) {
    const limit = digits === 0 ? 'no digits' : `at most ${digits} digits`
    return { ok: false, message: `${currency} has ${limit} after the point` }
  }
  const units = match[1].replaceAll(',', '').replace(/^0+(?=\d)/, '')
  return { ok: true, amount: digits === 0 ? units : `${units}.${fraction.padEnd(digits, '0')}` }
}
