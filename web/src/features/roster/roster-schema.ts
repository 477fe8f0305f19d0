import * as z from 'zod/mini'

const looksLikeEmail = z.email().safeParse

/** What somebody or something on the roster is called. */
export const rosterNameSchema = z
  .string()
  .check(z.trim(), z.minLength(1, 'Enter a name'), z.maxLength(200, 'Use at most 200 characters'))

/** An address that may be left empty. */
export const optionalEmailSchema = z.string().check(
  z.trim(),
  z.refine(
    (text) => text === '' || looksLikeEmail(text).success,
    'Enter an email address, such as maya@example.com, or leave it empty',
  ),
)

export const aliasesSchema = z.array(z.string()).check(z.maxLength(50, 'Use at most 50 aliases'))
