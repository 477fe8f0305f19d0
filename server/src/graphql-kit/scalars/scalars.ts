import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'
import { isoFromPostgres } from '../../lib/postgres-time.ts'

const refuse = (message: string): never => {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}

const stringScalar = (
  name: string,
  description: string,
  check: (text: string) => string | null,
  say: string,
  serialize: (value: unknown) => string,
) => {
  const parse = (value: unknown): string => (typeof value === 'string' ? (check(value) ?? refuse(say)) : refuse(say))
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize,
    parseValue: parse,
    parseLiteral: (node) => (node.kind === Kind.STRING ? parse(node.value) : refuse(say)),
  })
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : String(value))

/** An instant in UTC, ISO 8601. Inputs may carry any offset; outputs end in Z. */
export const DateTimeScalar = stringScalar(
  'DateTime',
  'An instant, ISO 8601. Answers are in UTC with milliseconds, such as 2026-11-20T14:00:00.000Z; inputs may carry any offset.',
  (text) => {
    if (!/^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null
    const time = Date.parse(text)
    return Number.isNaN(time) ? null : new Date(time).toISOString()
  },
  'Write an instant as 2026-11-20T14:00:00Z.',
  (value) => (value instanceof Date ? value.toISOString() : asText(value).includes('T') ? asText(value) : isoFromPostgres(asText(value))),
)

/** A day of the calendar, of this century or those beside it: nothing was sold on any other, and whoever types a year of two digits means none. */
export const DateScalar = stringScalar(
  'Date',
  'A day of the calendar from 1900 to 2199, YYYY-MM-DD, in the time zone of the organization.',
  (text) => {
    if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return null
    const day = new Date(`${text}T00:00:00Z`)
    return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text ? null : text
  },
  'Write a day as YYYY-MM-DD.',
  asText,
)

/** A decimal number as text, so that no digit is lost. */
export const DecimalScalar = stringScalar(
  'Decimal',
  'A decimal number written as a string, such as "1234.50". Never a floating-point number.',
  (text) => (/^-?\d{1,18}(\.\d{1,6})?$/.test(text) ? text : null),
  'Write an amount as a string of digits with a point, such as "1234.50".',
  asText,
)

/** ISO 4217. */
export const CurrencyCodeScalar = stringScalar(
  'CurrencyCode',
  'A currency by its ISO 4217 code, such as USD.',
  (text) => (/^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : null),
  'Write a currency as its three letters, such as USD.',
  asText,
)
