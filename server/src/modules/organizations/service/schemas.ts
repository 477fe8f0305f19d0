import { z } from 'zod'
import { MoneyFormatError, minorDigits } from '../../../lib/money.ts'

export const OrganizationName = z.string().trim().min(1, 'Give the organization a name.').max(200, 'A name has at most 200 characters.')

export const TimeZone = z.string().refine(isTimeZone, 'This is no time zone that we know; write it as Europe/Berlin.')

export const Currency = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .refine(isCurrency, 'This is no currency that we know; write it as USD.')

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone.length > 0 && /^[A-Za-z]/.test(name)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function isCurrency(code: string): boolean {
  try {
    return minorDigits(code) >= 0
  } catch (error) {
    if (error instanceof MoneyFormatError) return false
    throw error
  }
}
