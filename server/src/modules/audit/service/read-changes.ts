import { formatDecimal } from '../../../lib/money.ts'
import type { AuditRow } from './list-audit.ts'

/** One field of a change, as text. */
export interface AuditChange {
  /** The column. */
  field: string
  /** Null where there was nothing, or the row was new. */
  before: string | null
  after: string | null
}

/** What ids and amounts are read with. */
export interface Readings {
  /** What the row or person of an id is called; null where nobody knows. */
  nameOf: (id: string) => string | null
  /** In which currency the row's amounts are; null where nobody knows. */
  currency: string | null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** The row itself, which stands beside the changes. */
const own = new Set(['id', 'organization_id'])

/** The fields that changed, in the order of their names. Those that a new row leaves empty are left out. */
export function readChanges({ before, after }: Pick<AuditRow, 'before' | 'after'>, readings: Readings): AuditChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter((field) => !own.has(field)).sort()
  return fields.flatMap((field) => {
    const change = { field, before: readValue(field, before?.[field], readings), after: readValue(field, after?.[field], readings) }
    return change.before === null && change.after === null ? [] : [change]
  })
}

/** The ids that a change mentions, beside its row. */
export const idsIn = ({ before, after }: Pick<AuditRow, 'before' | 'after'>): string[] =>
  [before, after].flatMap((values) =>
    Object.entries(values ?? {}).flatMap(([field, value]) =>
      !own.has(field) && typeof value === 'string' && uuid.test(value) ? [value] : [],
    ),
  )

/** Whether a change has amounts, and so needs a currency that it does not name itself. */
export const needsCurrency = (row: Pick<AuditRow, 'before' | 'after'>): boolean => currencyIn(row) === null && fieldsOf(row).some(isAmount)

/** The currency that a change names itself. */
export function currencyIn({ before, after }: Pick<AuditRow, 'before' | 'after'>): string | null {
  for (const values of [after, before]) {
    const named: unknown = values?.currency ?? values?.cash_currency
    if (typeof named === 'string') return named
  }
  return null
}

const fieldsOf = ({ before, after }: Pick<AuditRow, 'before' | 'after'>): string[] => Object.keys(after ?? before ?? {})
const isAmount = (field: string): boolean => field.endsWith('_minor')

function readValue(field: string, value: unknown, { nameOf, currency }: Readings): string | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'string') return uuid.test(value) ? (nameOf(value) ?? value) : value
  if (typeof value === 'number' && isAmount(field) && currency !== null && Number.isSafeInteger(value))
    return `${formatDecimal({ amountMinor: BigInt(value), currency })} ${currency}`
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.length === 0 ? null : value.join(', ')
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value)
}
