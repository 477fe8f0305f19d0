import { currencyDigits, type Money } from '../../lib/format-money.ts'

const minorOf = (amount: string, digits: number): bigint => {
  const [units = '0', fraction = ''] = amount.replace('-', '').split('.')
  const minor = BigInt(units + fraction.padEnd(digits, '0'))
  return amount.startsWith('-') ? -minor : minor
}

const decimalOf = (minor: bigint, digits: number): string => {
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0')
  const units = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  return minor < 0n ? `-${units}` : units
}

/** The exact sum of amounts in one currency, in major units as the API writes them. Throws a RangeError for another currency. */
export function sumMoney(amounts: readonly Money[], currency: string): Money {
  const digits = currencyDigits(currency)
  const sum = amounts.reduce((total, each) => {
    if (each.currency !== currency) throw new RangeError(`Cannot add ${each.currency} to ${currency}`)
    return total + minorOf(each.amount, digits)
  }, 0n)
  return { amount: decimalOf(sum, digits), currency }
}
