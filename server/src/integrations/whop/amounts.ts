import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { MoneyFormatError, parseDecimal } from '../../lib/money.ts'

/** Whop's amount, in major units as a text, in the minor units of its currency. */
export function toMinorUnits(major: string, whopCurrency: string): { amountMinor: bigint; currency: string } {
  const currency = whopCurrency.toUpperCase()
  try {
    return { amountMinor: parseDecimal(major, currency), currency }
  } catch (error) {
    if (error instanceof MoneyFormatError) throw new UnreadableMessage('data', 'has an amount or a currency that is none')
    throw error
  }
}
