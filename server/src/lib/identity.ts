/** An e-mail address in the form that people are matched by, or null where the text is none. */
export function normaliseEmail(text: string): string | null {
  const email = text.trim().toLowerCase()
  return email.length <= 320 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : null
}

/**
 * A phone number as + and digits: the country code may be led in by + or 00, and its optional trunk zero, "(0)", is left out. Ten
 * digits without a country code are taken as North American, unless they begin with a trunk zero, which nobody dials there.
 */
export function normalisePhone(text: string): string | null {
  const international = /^[^\d+]*(\+|00)/.test(text)
  const digits = international
    ? text
        .replace('(0)', '')
        .replace(/\D/g, '')
        .replace(/^(00)+/, '')
    : text.replace(/\D/g, '')
  if (digits.length < 7 || digits.length > 15) return null
  return !international && /^[1-9]\d{9}$/.test(digits) ? `+1${digits}` : `+${digits}`
}

/** A name with letter case, spacing and punctuation folded away, for matching people and sources. */
export const normaliseName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
