import type { CsvRecord } from './csv.ts'
import type { LeadColumns } from './lead-columns.ts'

/** The most rows that the server takes at once. */
export const largestImport = 1_000

/** A lead as a row names them; texts are trimmed, null is nothing. */
export interface LeadRow {
  name: string
  email: string | null
  phone: string | null
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

const problemsOf = ({ name, email, phone }: LeadRow): string[] => [
  ...(name === '' ? ['No name'] : []),
  ...(name.length > 200 ? ['The name has more than 200 characters'] : []),
  ...(email !== null && !isEmail(email) ? [`“${email.slice(0, 60)}” is no email address`] : []),
  ...(phone !== null && !isPhone(phone) ? [`“${phone.slice(0, 60)}” is no phone number`] : []),
  ...(email === null && phone === null ? ['No email address and no phone number'] : []),
]

/** The rows of a file as leads, each with what is wrong with it. */
export function checkRows(records: readonly CsvRecord[], columns: LeadColumns): CheckedRow[] {
  return records.map(({ line, fields }) => {
    const text = (column: number | null) => (column === null ? '' : (fields[column] ?? '').trim())
    const row = {
      name: [text(columns.name), text(columns.lastName)].filter(Boolean).join(' '),
      email: text(columns.email) || null,
      phone: text(columns.phone) || null,
    }
    return { line, row, problems: problemsOf(row) }
  })
}
