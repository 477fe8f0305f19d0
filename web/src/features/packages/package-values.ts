import * as z from 'zod/mini'
import type { CreatePackageInput, PackageRow_PackageFragment } from '../../apollo/generated/graphql.ts'
import { readMoneyText } from '../../lib/read-money-text.ts'

export const intervals = ['MONTH', 'DAY'] as const

const isWholeIn = (text: string, least: number, most: number): boolean =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most

/** A package as it is typed. What is switched off is kept, so that it is there when it is switched on again. */
export const packageSchema = z
  .object({
    name: z.string().check(z.trim(), z.minLength(1, 'Give it a name'), z.maxLength(120, 'Use at most 120 characters')),
    description: z.string().check(z.trim(), z.maxLength(2000, 'Use at most 2,000 characters')),
    price: z.string(),
    currency: z.string(),
    paidInFull: z.boolean(),
    hasInstalments: z.boolean(),
    count: z.string(),
    instalment: z.string(),
    every: z.string(),
    interval: z.enum(intervals),
    takesDeposit: z.boolean(),
    deposit: z.string(),
  })
  .check((context) => {
    const { price, currency, paidInFull, hasInstalments, count, instalment, every, takesDeposit, deposit } =
      context.value
    const refuse = (path: keyof PackageValues, input: unknown, message: string) =>
      context.issues.push({ code: 'custom', input, path: [path], message })
    const amountOf = (path: keyof PackageValues, text: string): number | null => {
      const read = readMoneyText(text, currency)
      const amount = read.ok ? Number(read.amount) : null
      if (!read.ok) refuse(path, text, read.message)
      else if (amount === 0) refuse(path, text, 'Enter more than nothing')
      return amount === 0 ? null : amount
    }
    const whole = amountOf('price', price)
    if (!paidInFull && !hasInstalments)
      refuse('paidInFull', paidInFull, 'Say how it can be paid: in full, in instalments, or either')
    if (hasInstalments) {
      const each = amountOf('instalment', instalment)
      if (whole !== null && each !== null && each > whole)
        refuse('instalment', instalment, 'One is no more than the price')
      if (!isWholeIn(count, 2, 120)) refuse('count', count, 'From 2 to 120')
      if (!isWholeIn(every, 1, 366)) refuse('every', every, 'From 1 to 366')
    }
    if (takesDeposit) {
      const held = amountOf('deposit', deposit)
      if (whole !== null && held !== null && held >= whole)
        refuse('deposit', deposit, 'A deposit is less than the price')
    }
  })
export type PackageValues = z.infer<typeof packageSchema>

/** What a form begins with. */
export const emptyPackage = (currency: string): PackageValues => ({
  name: '',
  description: '',
  price: '',
  currency,
  paidInFull: true,
  hasInstalments: false,
  count: '3',
  instalment: '',
  every: '1',
  interval: 'MONTH',
  takesDeposit: false,
  deposit: '',
})

/** A package as it stands, to be changed. */
export function valuesOf(row: PackageRow_PackageFragment): PackageValues {
  const { instalments, deposit } = row
  return {
    ...emptyPackage(row.price.currency),
    name: row.name,
    description: row.description ?? '',
    price: row.price.amount,
    paidInFull: row.paidInFull,
    hasInstalments: instalments !== null,
    ...(instalments && {
      count: String(instalments.count),
      instalment: instalments.amount.amount,
      every: String(instalments.every),
      interval: instalments.interval,
    }),
    takesDeposit: deposit !== null,
    deposit: deposit?.amount ?? '',
  }
}

/** What is typed, for the API; the schema has read it before. */
export function toPackageInput(values: PackageValues) {
  const money = (text: string) => {
    const read = readMoneyText(text, values.currency)
    return { amount: read.ok ? read.amount : text, currency: values.currency }
  }
  return {
    name: values.name,
    description: values.description || null,
    price: money(values.price),
    paidInFull: values.paidInFull,
    instalments: values.hasInstalments
      ? {
          count: Number(values.count),
          amount: money(values.instalment),
          every: Number(values.every),
          interval: values.interval,
        }
      : null,
    deposit: values.takesDeposit ? money(values.deposit) : null,
  } satisfies CreatePackageInput
}

/** The API's fields by what they are called in the form; the first that fits a path is it. */
export const fieldOf = {
  name: 'name',
  description: 'description',
  price: 'price',
  paidInFull: 'paidInFull',
  'instalments.count': 'count',
  'instalments.every': 'every',
  'instalments.interval': 'interval',
  instalments: 'instalment',
  deposit: 'deposit',
} as const satisfies Readonly<Record<string, keyof PackageValues>>

export const apiFields = Object.keys(fieldOf) as (keyof typeof fieldOf)[]
