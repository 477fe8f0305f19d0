import { currencyDigits, formatMoney } from '../../lib/format-money.ts'
import { readMoneyText } from '../../lib/read-money-text.ts'
import type { PackageValues } from './package-values.ts'

/** An exact amount in minor units; null for what does not read as one. */
function minorOf(text: string, currency: string): bigint | null {
  const read = readMoneyText(text, currency)
  return read.ok ? BigInt(read.amount.replace('.', '')) : null
}

function majorOf(minor: bigint, currency: string): string {
  const digits = currencyDigits(currency)
  const text = minor.toString().padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/** What the instalments come to beside the price, as they are being typed: `Together $9,600.00, $600.00 more than the price.` Empty while they do not read. */
export function planSum({ price, currency, count, instalment }: PackageValues): string {
  const each = minorOf(instalment, currency)
  const whole = minorOf(price, currency)
  if (each === null || !/^\d{1,3}$/.test(count.trim())) return ''
  const sum = each * BigInt(count.trim())
  const words = (minor: bigint) => formatMoney({ amount: majorOf(minor, currency), currency })
  const together = `Together ${words(sum)}`
  if (whole === null) return `${together}.`
  if (sum === whole) return `${together}, the price.`
  return sum > whole
    ? `${together}, ${words(sum - whole)} more than the price.`
    : `${together}, ${words(whole - sum)} less than the price.`
}
