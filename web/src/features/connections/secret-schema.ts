import * as z from 'zod/mini'

/** A secret that is given; the API takes 8 to 500 characters. */
export const secretSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(8, 'Paste it whole: it has at least 8 characters'),
    z.maxLength(500, 'Use at most 500 characters'),
  )

/** A secret that may be left empty. */
export const optionalSecretSchema = z.string().check(
  z.trim(),
  z.refine((text) => text === '' || text.length >= 8, 'Paste it whole: it has at least 8 characters'),
  z.maxLength(500, 'Use at most 500 characters'),
)

/** What the organization calls a connection. */
export const connectionNameSchema = z
  .string()
  .check(z.trim(), z.minLength(1, 'Enter a name'), z.maxLength(100, 'Use at most 100 characters'))

/** How the provider names the account that a key belongs to. */
export const accountSchema = z
  .string()
  .check(z.trim(), z.minLength(1, 'Enter the user id'), z.maxLength(100, 'Use at most 100 characters'))

/** For providers without accounts. */
export const noAccountSchema = z.string()
