import type { FieldDefinition, FieldValue, FieldValues } from '@clinch/schema/fields'
import { toEntered, type EnteredValue } from '../../lib/entered-values.ts'
import type { CsvRecord } from './csv.ts'
import type { LeadColumns, OwnColumns } from './lead-columns.ts'
import { readCell } from './own-cells.ts'

/** The most rows that the server takes at once. */
export const largestImport = 1_000

/** The server takes 1 MiB at once; what stands around the rows needs little of it. */
const mostBytes = 1_040_000

/** A lead as a row names them; texts are trimmed, null is nothing. */
export interface LeadRow {
  name: string
  email: string | null
  phone: string | null
  /** Values of own fields, by their key. */
  own: FieldValues
}

/** A row as it is sent. */
export type SentRow = Omit<LeadRow, 'own'> & { customFields?: EnteredValue[] }

/** A row for the API, with the own fields that it says something of. */
export function toSent({ own, ...row }: LeadRow, fields: readonly FieldDefinition[]): SentRow {
  const said = fields.filter(({ key }) => Object.hasOwn(own, key))
  return said.length > 0 ? { ...row, customFields: toEntered(said, own) } : row
}

/** Whether rows say more than can be sent at once. */
export const isTooMuch = (rows: readonly SentRow[]): boolean =>
  new TextEncoder().encode(JSON.stringify(rows)).length > mostBytes

/** The own fields of a file: where they stand, and what an amount is in that names no currency. */
export interface OwnOfFile {
  fields: readonly FieldDefinition[]
  columns: OwnColumns
  currency: string
}

/** A row of the file, and what is wrong with it; no problem means that it can be imported. */
export interface CheckedRow {
  /** Of the file, counted from 1. */
  line: number
  row: LeadRow
  problems: readonly string[]
}

/** What the server takes for an address and for a number; it decides by itself. */
const isEmail = (text: string): boolean => text.length <= 320 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
const isPhone = (text: string): boolean => {
  const digits = text
    .replace('(0)', '')
    .replaceAll(/\D/g, '')
    .replace(/^(00)+/, '').length
  return digits >= 7 && digits <= 15
}

const problemsOf = ({ name, email, phone }: Omit<LeadRow, 'own'>): string[] => [
  ...(name === '' ? ['No name'] : []),
  ...(name.length > 200 ? ['The name has more than 200 characters'] : []),
  ...(email !== null && !isEmail(email) ? [`“${email.slice(0, 60)}” is no email address`] : []),
  ...(phone !== null && !isPhone(phone) ? [`“${phone.slice(0, 60)}” is no phone number`] : []),
  ...(email === null && phone === null ? ['No email address and no phone number'] : []),
]

/** What a record says of own fields, and what of it is none of its field's kind. */
function readOwn(text: (column: number) => string, { fields, columns, currency }: OwnOfFile) {
  const own = new Map<string, FieldValue>()
  const problems: string[] = []
  for (const field of fields) {
    const at = columns[field.key]
    if (at === undefined) continue
    const cell = readCell(field, text(at), currency)
    if (!cell.ok) problems.push(cell.problem)
    else if (cell.value !== null) own.set(field.key, cell.value)
  }
  return { own: Object.fromEntries(own), problems }
}

/** The rows of a file as leads, each with what is wrong with it. */
export function checkRows(records: readonly CsvRecord[], columns: LeadColumns, ofFile: OwnOfFile): CheckedRow[] {
  return records.map(({ line, fields }) => {
    const text = (column: number | null) => (column === null ? '' : (fields[column] ?? '').trim())
    const row = {
      name: [text(columns.name), text(columns.lastName)].filter(Boolean).join(' '),
      email: text(columns.email) || null,
      phone: text(columns.phone) || null,
    }
    const { own, problems } = readOwn(text, ofFile)
    return { line, row: { ...row, own }, problems: [...problemsOf(row), ...problems] }
  })
}
