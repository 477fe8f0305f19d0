import * as z from 'zod/mini'

const looksLikeEmail = z.email().safeParse

/** An address, trimmed; empty and malformed ones are told apart. */
export const emailSchema = z.string().check(
  z.trim(),
  z.minLength(1, { error: 'Enter your email', abort: true }),
  z.refine((text) => looksLikeEmail(text).success, 'Enter an email address, such as nora@example.com'),
)
