import * as z from 'zod/mini'

/** A whole number of days as typed, from `least` to `most`. */
export const daysSchema = (least: number, most: number) =>
  z.string().check(
    z.trim(),
    z.refine((text) => /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: `Enter a whole number from ${least} to ${most}`,
    }),
  )
