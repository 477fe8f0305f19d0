import { z } from 'zod'
import { minorDigits, MoneyFormatError, parseDecimal } from '../../../lib/money.ts'

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

/** What a closer says of a call. */
export const SubmitPostCallForm = z.object({
  eventId: z.uuid('Say which event.'),
  callOccurred: z.boolean(),
  leadShowed: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null),
  offerMade: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null),
  dealClosed: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null),
  resolution: z
    .enum(['canceled', 'rescheduled'])
    .nullish()
    .transform((value) => value ?? null),
  cashCollected: MoneyText.nullish().transform((value) => value ?? null),
  paymentType: z
    .enum(['pif', 'payment_plan', 'deposit'])
    .nullish()
    .transform((value) => value ?? null),
  notes: z
    .string()
    .trim()
    .max(10_000, 'Notes have at most 10,000 characters.')
    .nullish()
    .transform((value) => (value ? value : null)),
  /** The version that the caller amends; where the form has moved on since, the call is refused. */
  expectedVersion: z
    .number()
    .int()
    .min(0)
    .nullish()
    .transform((value) => value ?? null),
})
export type SubmitPostCallForm = z.input<typeof SubmitPostCallForm>
