import { z } from 'zod'
import { Currency } from '../../organizations/service/index.ts'

/** An amount of one currency for one unit of another: digits with a point, more than nothing. */
export const Rate = z
  .string()
  .trim()
  .regex(/^\d{1,12}(?:\.\d{1,15})?$/, 'Write a rate as digits with a point, such as 1.0842; at most 15 after it.')
  .refine((text) => /[1-9]/.test(text), 'A rate is more than nothing.')

/** A day for which a rate can be known: not before the euro, nor later than it is anywhere. */
export const RateDayInput = z.iso
  .date('Write a day as 2026-11-20.')
  .refine((day) => day >= '1999-01-01', 'Give a day since 1999.')
  .refine((day) => day <= latestDay(), 'This day has not come yet.')

/** The day that it is in the zone where days begin first. */
export const latestDay = (): string => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10)

export const CurrencyPair = z
  .object({ base: Currency, quote: Currency })
  .refine(({ base, quote }) => base !== quote, { message: 'Choose two currencies.', path: ['quote'] })

export const FileName = z.string().trim().min(1, 'Name the file.').max(200, 'A file name has at most 200 characters.')
