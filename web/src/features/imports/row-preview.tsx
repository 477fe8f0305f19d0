import type { FieldDefinition } from '@clinch/schema/fields'
import { CompactTable } from '../../components/compact-table.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { formatCount } from '../../lib/format-count.ts'
import { valueWords } from '../../lib/field-words.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import type { CheckedRow } from './lead-rows.ts'

/** As many as make the matching of the columns plain. */
const shownGood = 5
/** As many as somebody mends by hand. */
const shownBad = 50

const line: Column<CheckedRow> = {
  id: 'line',
  header: 'Line',
  cell: (row) => formatCount(row.line),
  width: 64,
  tone: 'quiet',
}
const name: Column<CheckedRow> = { id: 'name', header: 'Name', cell: ({ row }) => row.name, width: 180, tone: 'strong' }

const goodColumns: readonly Column<CheckedRow>[] = [
  line,
  name,
  { id: 'email', header: 'Email', cell: ({ row }) => row.email, width: 220 },
  { id: 'phone', header: 'Phone', cell: ({ row }) => row.phone, width: 140, drop: 0 },
]

const badColumns: readonly Column<CheckedRow>[] = [
  line,
  { ...name, width: 140, drop: 0 },
  { id: 'why', header: 'Why not', cell: ({ problems }) => problems.join('. '), width: 320 },
]

const ownColumn = (field: FieldDefinition, locale: string): Column<CheckedRow> => ({
  id: `own:${field.key}`,
  header: field.label,
  cell: ({ row }) => {
    const value = row.own[field.key]
    return value === undefined ? null : valueWords(field, value, locale)
  },
  width: 140,
  drop: 0,
})

export interface RowPreviewProps {
  good: readonly CheckedRow[]
  bad: readonly CheckedRow[]
  /** The own fields that are imported. */
  own: readonly FieldDefinition[]
}

/** The first rows as they will be imported, and those that will not, with the reason. */
export function RowPreview({ good, bad, own }: RowPreviewProps) {
  const { locale } = useFormatSettings()
  return (
    <>
      {good.length > 0 && (
        <div>
          <h3 className="text-small font-medium text-fg-2">
            {good.length > shownGood ? `The first ${shownGood} of ${formatCount(good.length)} rows` : 'The rows'} as
            they will be imported
          </h3>
          <CompactTable
            label="Rows to import"
            columns={[...goodColumns, ...own.map((field) => ownColumn(field, locale))]}
            rows={good.slice(0, shownGood)}
            rowId={(row) => String(row.line)}
          />
        </div>
      )}
      {bad.length > 0 && (
        <div>
          <h3 className="text-small font-medium text-warn">
            {bad.length === 1 ? '1 row is left out' : `${formatCount(bad.length)} rows are left out`}
          </h3>
          <CompactTable
            label="Rows left out"
            columns={badColumns}
            rows={bad.slice(0, shownBad)}
            rowId={(row) => String(row.line)}
          />
          {bad.length > shownBad && (
            <p className="mt-1 text-small text-fg-3">And {formatCount(bad.length - shownBad)} more.</p>
          )}
        </div>
      )}
    </>
  )
}
