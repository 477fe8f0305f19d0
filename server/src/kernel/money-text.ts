import { z } from 'zod'
import { minorDigits, MoneyFormatError, parseDecimal } from '../lib/money.ts'

/** Money as callers write it, read into minor units of its currency. */
export const MoneyText = z.object({ amount: z.string(), currency: z.string() }).transform(({ amount, currency }, context) => {
  let path = 'currency'
  try {
    minorDigits(currency)
    path = 'amount'
    return { amountMinor: parseDecimal(amount, currency), currency }
  } catch (error) {
    if (!(error instanceof MoneyFormatError)) throw error
    context.addIssue({ code: 'custom', path: [path], message: error.message })
    return z.NEVER
  }
})
