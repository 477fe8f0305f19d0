import type { FieldDefinition } from '@clinch/schema/fields'
import { formatCount } from '../../lib/format-count.ts'
import type { LeadRow } from './lead-rows.ts'

export interface LackingRowsProps {
  rows: readonly LeadRow[]
  fields: readonly FieldDefinition[]
}

/** How many rows lack a field that people have to answer. A file need not: it brings what it has. */
export function LackingRows({ rows, fields }: LackingRowsProps) {
  const lacking = fields
    .filter(({ required }) => required)
    .map(({ key, label }) => ({ key, label, count: rows.filter(({ own }) => !Object.hasOwn(own, key)).length }))
    .filter(({ count }) => count > 0)
  if (lacking.length === 0) return null
  return (
    <ul className="text-fg-2">
      {lacking.map(({ key, label, count }) => (
        <li key={key}>
          {count === 1 ? '1 row has' : `${formatCount(count)} rows have`} no “{label}”, which people have to answer.{' '}
          {count === 1 ? 'It is' : 'They are'} imported all the same.
        </li>
      ))}
    </ul>
  )
}
