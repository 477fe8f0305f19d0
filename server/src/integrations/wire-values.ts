import { z } from 'zod'

/** Values as vendors write them, read into ours. */

/** ISO 8601 with its offset. Whatever has not this form would be read in the time zone of this machine, or guessed at. */
export const instant = z.string().transform((text, context) => {
  const date = new Date(text)
  if (/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(date.getTime())) return date
  context.addIssue({ code: 'custom', message: 'is no instant' })
  return z.NEVER
})

/** Seconds since 1970, up to the end of the year 9999. */
export const seconds = z
  .number()
  .int()
  .min(0)
  .max(253_402_300_799)
  .transform((value) => new Date(value * 1000))

/** A text without space around it; one that is blank, null or missing is null. */
export const optionalText = z
  .string()
  .nullish()
  .transform((text) => (text?.trim() ? text.trim() : null))

/** Pairs that the sender's customer may write what they like into: those with a text are kept, the others are none of ours. */
export const freeTexts = z
  .record(z.string(), z.unknown())
  .nullish()
  .transform((pairs) =>
    Object.fromEntries(Object.entries(pairs ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string')),
  )
