import * as z from 'zod/mini'

/** A password to be chosen: long enough to be hard to guess, whatever it is made of. */
export const passwordSchema = z
  .string()
  .check(z.minLength(10, 'Use at least 10 characters'), z.maxLength(200, 'Use at most 200 characters'))
