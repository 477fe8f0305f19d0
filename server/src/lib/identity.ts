/** An e-mail address in the form that people are matched by, or null where the text is none. */
export function normaliseEmail(text: string): string | null {
  const email = text.trim().toLowerCase()
  return email.length <= 320 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : null
}

/** A phone number as + and digits; a ten-digit one without a country code is taken as North American. */
export function normalisePhone(text: string): string | null {
  const digits = text.replace(/\D/g, '')
  if (digits.length < 7 || digits.length > 15) return null
  const international = text.trim().startsWith('+') || text.trim().startsWith('00')
  if (international) return `+${digits.replace(/^00/, '')}`
  return digits.length === 10 ? `+1${digits}` : `+${digits}`
}

/** A name with letter case, spacing and punctuation folded away, for matching people and sources. */
export const normaliseName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
