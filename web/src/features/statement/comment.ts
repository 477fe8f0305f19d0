import * as z from 'zod/mini'

/** What a closer or setter writes of a credit. */
export const Comment = z
  .string()
  .check(z.trim(), z.minLength(1, 'Say what is wrong'), z.maxLength(1_000, 'Use at most 1,000 characters'))

/** What is said once it is sent. */
export const disputeMade = {
  title: 'Your team is told',
  detail: 'Somebody answers within seven days; the answer stands on your statement.',
} as const
