import * as z from 'zod/mini'
import type { MoneyInput, RecordPaymentInput } from '../../apollo/generated/graphql.ts'
import { readMoneyText } from '../../lib/read-money-text.ts'
import { noPackage } from './payment-words.ts'

export const entryMethods = ['WIRE', 'CASH', 'CHECK', 'OTHER'] as const

/** How money came that no processor tells of. */
export const entryMethodWords = { WIRE: 'Wire', CASH: 'Cash', CHECK: 'Check', OTHER: 'Other' } as const

const looksLikeEmail = z.email().safeParse
const day = /^\d{4}-\d{2}-\d{2}$/

/** A payment as it is typed. */
export const entrySchema = z
  .object({
    amount: z.string(),
    currency: z.string(),
    method: z.enum(entryMethods),
    paidOn: z.string().check(z.regex(day, 'Choose the day')),
    customerEmail: z.string().check(
      z.trim(),
      z.refine(
        (text) => text === '' || looksLikeEmail(text).success,
        'Enter an email address, such as maya@example.com',
      ),
    ),
    customerName: z.string().check(z.trim(), z.maxLength(200, 'Use at most 200 characters')),
    /** Its id, or `none` to take it from the form of its call. */
    packageId: z.string(),
    customerPhone: z.string().check(z.trim(), z.maxLength(40, 'Use at most 40 characters')),
    note: z.string().check(z.trim(), z.maxLength(2000, 'Use at most 2,000 characters')),
  })
  .check((context) => {
    const { amount, currency, customerEmail, customerName, customerPhone } = context.value
    const read = readMoneyText(amount, currency)
    if (!read.ok) context.issues.push({ code: 'custom', input: amount, path: ['amount'], message: read.message })
    else if (Number(read.amount) === 0)
      context.issues.push({ code: 'custom', input: amount, path: ['amount'], message: 'Enter more than nothing' })
    if (!customerEmail && !customerName && !customerPhone)
      context.issues.push({
        code: 'custom',
        input: customerEmail,
        path: ['customerEmail'],
        message: 'Say who paid: their email, name or phone',
      })
  })
export type EntryValues = z.infer<typeof entrySchema>

/** A typed amount for the API; the schema has read it before. */
export function moneyInput(text: string, currency: string): MoneyInput {
  const read = readMoneyText(text, currency)
  return { amount: read.ok ? read.amount : text, currency }
}

/** What is typed, for the API: what is left empty is not told. */
export const toEntryInput = (values: EntryValues) =>
  ({
    amount: moneyInput(values.amount, values.currency),
    method: values.method,
    paidOn: values.paidOn,
    customerEmail: values.customerEmail || null,
    customerName: values.customerName || null,
    customerPhone: values.customerPhone || null,
    packageId: values.packageId === noPackage ? null : values.packageId,
    note: values.note || null,
  }) satisfies RecordPaymentInput
