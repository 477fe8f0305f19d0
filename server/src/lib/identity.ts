import { domainToASCII } from 'node:url'
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'

export type { CountryCode }

/**
 * An e-mail address in the form that people are matched by, or null where the text is none: without spaces around it, in lower case, its
 * domain as the name system has it, so that one mailbox of an international domain is one address however it is written. What stands
 * before the @ is kept: dots and what follows a + tell mailboxes apart at most providers. Where they may not, two leads are likely to be one.
 */
export function normaliseEmail(text: string): string | null {
  const written = text.trim().toLowerCase().normalize('NFC')
  const at = written.lastIndexOf('@')
  const domain = /^[\u0021-\u007e]*$/.test(written.slice(at)) ? written.slice(at + 1) : domainToASCII(written.slice(at + 1))
  const email = `${written.slice(0, at)}@${domain}`
  return at > 0 && email.length <= 320 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) ? email : null
}

/** A country as ISO 3166-1 writes it in two letters; undefined where the text is none whose numbers are known. */
export function readCountry(text: string | null | undefined): CountryCode | undefined {
  const country = text?.trim().toUpperCase() ?? ''
  return isSupportedCountry(country) ? country : undefined
}

/** Whether a text is written as a phone number is, of whichever country: seven to fifteen digits, and nothing but what people put between. */
export const looksLikePhone = (text: string): boolean => {
  const digits = text.replace(/\D/g, '').replace(/^00/, '')
  return digits.length >= 7 && digits.length <= 15
}

/**
 * A phone number as E.164: + and digits, country code first. One that is written with + or 00 is international, and is taken where its
 * length fits its country. Any other is read as somebody in `country` would dial it, North America unless it is said, and has to fit that
 * country's numbering. Null where the text is no number, or no number of that country: it could not be told from a stranger's.
 */
export function normalisePhone(text: string, country: CountryCode = 'US'): string | null {
  // Some write the country code and, in brackets, the trunk zero that is not dialled after it.
  const written = text.trim().replace(/^tel:/i, '').replace('(0)', '')
  const [international] = /^[^\d+]*(\+|00)/.exec(written) ?? []
  if (international !== undefined) {
    const number = parsePhoneNumberFromString(`+${written.slice(international.length).replace(/\D/g, '')}`, { extract: false })
    return number?.isPossible() === true ? number.number : null
  }
  const number = parsePhoneNumberFromString(written.replace(/\D/g, ''), { defaultCountry: country, extract: false })
  return number?.isValid() === true ? number.number : null
}

/** A name with letter case, spacing and punctuation folded away, for matching people and sources. */
export const normaliseName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
