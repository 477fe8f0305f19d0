import type { FieldDefinition } from '@clinch/schema/fields'
import type { FieldProblem } from '../../apollo/read-error.ts'
import type { CheckedRow } from './lead-rows.ts'

/** Why the server refused rows that did here, by the line of the file. */
export type RefusedRows = ReadonlyMap<number, readonly string[]>

export const noneRefused: RefusedRows = new Map()

/** `rows.3.email` and `rows.3.customFields.budget`: the row counts from 0 among those that were sent. */
const rowPath = /^rows\.(\d+)(?:\.customFields)?(?:\.([^.]+))?/
/** The server counts the rows that it was sent, and nobody sees those. */
const itsOwnCount = /^Row \d+: /

const partLabels = new Map([
  ['name', 'Name'],
  ['email', 'Email'],
  ['phone', 'Phone'],
])

/** The rows of the file that a refusal is about, with the reasons; `sent` are those that were sent, in their order. */
export function refusedRows(
  problems: readonly FieldProblem[],
  sent: readonly CheckedRow[],
  fields: readonly FieldDefinition[],
): RefusedRows {
  const refused = new Map<number, string[]>()
  for (const { path, message } of problems) {
    const [, at = '', part = ''] = rowPath.exec(path) ?? []
    const row = at === '' ? undefined : sent[Number(at)]
    if (!row) continue
    const label = fields.find(({ key }) => key === part)?.label ?? partLabels.get(part)
    const reason = message.replace(itsOwnCount, '').replace(/\.$/, '')
    refused.set(row.line, [...(refused.get(row.line) ?? []), label === undefined ? reason : `${label}: ${reason}`])
  }
  return refused
}

/** Rows with what the server found wrong with them as well. */
export const withRefused = (rows: readonly CheckedRow[], refused: RefusedRows): readonly CheckedRow[] =>
  rows.map((row) => ({ ...row, problems: [...row.problems, ...(refused.get(row.line) ?? [])] }))
