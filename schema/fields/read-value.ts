import { fieldLimits, type FieldDefinition, type FieldValue } from './field-definition.ts'
import { digitsOfCurrency, readMinor, writeMajor } from './money.ts'

/** A value as it is stored, null for none; or why it is none of its field, and at which part of it. */
export type Reading = { ok: true; value: FieldValue | null } | { ok: false; message: string; at?: string }

type Refused = Extract<Reading, { ok: false }>

const nothing: Reading = { ok: true, value: null }
const taken = (value: FieldValue): Reading => ({ ok: true, value })
const refused = (message: string): Refused => ({ ok: false, message })
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Characters that no one types and that a database may not take: controls but for tab and line ends, and halves of a pair. */
const unprintable = (text: string): boolean => /[\p{Cs}\p{Cc}]/u.test(text.replace(/[\t\r\n]/g, ''))

/** Reads what was given for a field. What is blank is no value; whether one is required is not asked here. */
export function readValue(field: Pick<FieldDefinition, 'kind' | 'options'>, given: unknown): Reading {
  if (given === null || given === undefined) return nothing
  switch (field.kind) {
    case 'number':
      return readNumber(given)
    case 'boolean':
      return typeof given === 'boolean' ? taken(given) : refused('Answer yes or no.')
    case 'money':
      return readMoney(given)
    case 'multi_select':
      return readChoices(field.options, given)
    default:
      return typeof given === 'string' ? readText(field, given) : refused('Write a text.')
  }
}

function readText({ kind, options }: Pick<FieldDefinition, 'kind' | 'options'>, given: string): Reading {
  const text = given.trim()
  if (text === '') return nothing
  if (unprintable(text)) return refused('Some characters of this cannot be kept.')
  switch (kind) {
    case 'select':
      return options.some(({ key }) => key === text) ? taken(text) : refused('Choose one of the options.')
    case 'date':
      return isDay(text) ? taken(text) : refused('Write a day as YYYY-MM-DD.')
    case 'email':
      return readEmail(text)
    case 'phone':
      return readPhone(text)
    case 'url':
      return readUrl(text)
    case 'long_text':
      return text.length <= fieldLimits.longTextLength ? taken(text) : refused('This has at most 10,000 characters.')
    default:
      return text.length <= fieldLimits.textLength ? taken(text.replace(/\s+/g, ' ')) : refused('This has at most 500 characters.')
  }
}

function readNumber(given: unknown): Reading {
  if (typeof given !== 'number' || !Number.isFinite(given)) return refused('Write a number.')
  if (Math.abs(given) > fieldLimits.largestNumber) return refused('This number is too large.')
  // Minus nothing is nothing.
  return taken(given === 0 ? 0 : given)
}

function readMoney(given: unknown): Reading {
  if (!isRecord(given) || typeof given.amount !== 'string' || typeof given.currency !== 'string') {
    return refused('Write an amount and its currency.')
  }
  const { amount, currency } = given
  if (amount.trim() === '') return nothing
  const read = readMinor({ amount, currency })
  if (!read.ok) return { ok: false, message: read.message, at: read.at }
  return taken({ amount: writeMajor(read.amountMinor, digitsOfCurrency(currency) ?? 2), currency })
}

function readChoices(options: FieldDefinition['options'], given: unknown): Reading {
  if (!Array.isArray(given)) return refused('Choose from the options.')
  const chosen = new Set<unknown>(given)
  const known = options.filter(({ key }) => chosen.has(key)).map(({ key }) => key)
  if (known.length !== chosen.size) return refused('Choose only from the options.')
  return known.length === 0 ? nothing : taken(known)
}

/** Whether a text is a day of the calendar, of this century or those beside it. */
function isDay(text: string): boolean {
  const parts = /^((?:19|20|21)\d{2})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year, month, day] = parts.slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function readEmail(text: string): Reading {
  const email = text.toLowerCase()
  const fits = email.length <= 320 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
  return fits ? taken(email) : refused('Write an e-mail address, such as name@example.com.')
}

/** Seven to fifteen digits, and nothing but what people put between; + and digits where the country code is written. */
function readPhone(text: string): Reading {
  const digits = text.replace(/\D/g, '')
  const fits = /^\+?[\d\s().\-/]+$/.test(text) && digits.length >= 7 && digits.length <= 15
  return fits ? taken(text.startsWith('+') ? `+${digits}` : digits) : refused('Write a phone number, such as +1 202 555 0123.')
}

/** An address of the web. One that is written without its scheme is taken as https. */
function readUrl(text: string): Reading {
  const written = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`
  const complaint = refused('Write a web address, such as https://example.com.')
  if (/\s/.test(written) || !URL.canParse(written)) return complaint
  const { protocol, hostname, username, password, href } = new URL(written)
  if (protocol !== 'https:' && protocol !== 'http:') return complaint
  if (!hostname.includes('.') || username !== '' || password !== '') return complaint
  return href.length <= fieldLimits.urlLength ? taken(href) : refused('This has at most 2,000 characters.')
}
