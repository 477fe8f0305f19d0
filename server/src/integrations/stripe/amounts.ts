import { UnreadableMessage } from '../../kernel/unreadable-message.ts'
import { MoneyFormatError, minorDigits } from '../../lib/money.ts'

/** Currencies without decimals whose amounts Stripe sends as if they had two ("5 ISK" is 500). */
const sentWithTwoDecimals = new Set(['ISK', 'UGX'])

/** Currencies with two decimals whose amounts Stripe sends as if they had none ("5 MGA" is 5). */
const sentWithoutDecimals = new Set(['MGA'])

/** Stripe's amount of a currency in the minor units of ISO 4217. */
export function toMinorUnits(amount: bigint, stripeCurrency: string): { amountMinor: bigint; currency: string } {
  const currency = stripeCurrency.toUpperCase()
  try {
    minorDigits(currency)
  } catch (error) {
    if (error instanceof MoneyFormatError) throw new UnreadableMessage('currency', 'is no currency that is known')
    throw error
  }
  if (sentWithoutDecimals.has(currency)) return { amountMinor: amount * 100n, currency }
  if (!sentWithTwoDecimals.has(currency)) return { amountMinor: amount, currency }
  if (amount % 100n !== 0n) throw new UnreadableMessage('amount', `has decimals, which ${currency} has not`)
  return { amountMinor: amount / 100n, currency }
}
