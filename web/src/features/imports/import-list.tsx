import type { ImportList_ImportFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { Button } from '../../components/button.tsx'
import { CompactTable } from '../../components/compact-table.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { DateTime } from '../../components/figures.tsx'
import { Meter } from '../../components/meter.tsx'
import { Section } from '../../components/section.tsx'
import { formatCount } from '../../lib/format-count.ts'

/** What a row of the imports shows. Spread with `@unmask`. */
graphql(`
  fragment ImportList_import on Import {
    id
    fileName
    rowCount
    createdCount
    knownCount
    importedBy
    createdAt
  }
`)

const columns: readonly Column<ImportList_ImportFragment>[] = [
  { id: 'file', header: 'File', cell: ({ fileName }) => fileName, width: 180, tone: 'strong' },
  {
    id: 'when',
    header: 'When',
    cell: ({ createdAt }) => <DateTime at={createdAt} />,
    width: 140,
    tone: 'quiet',
    drop: 1,
  },
  { id: 'by', header: 'By', cell: ({ importedBy }) => importedBy, width: 120, tone: 'quiet', drop: 0 },
  { id: 'new', header: 'New', cell: ({ createdCount }) => formatCount(createdCount), width: 72, align: 'end' },
  {
    id: 'known',
    header: 'Known',
    cell: ({ knownCount }) => formatCount(knownCount),
    width: 72,
    align: 'end',
    tone: 'quiet',
  },
  { id: 'rows', header: 'Rows', cell: ({ rowCount }) => formatCount(rowCount), width: 72, align: 'end' },
]

export interface ImportListProps {
  imports: readonly ImportList_ImportFragment[]
  hasMore: boolean
  onMore: () => void
  /** Imports made this month, and how many the plan allows; null for any number. */
  used: number
  limit: number | null
}

/** The imports so far, and how many the month still has. */
export function ImportList({ imports, hasMore, onMore, used, limit }: ImportListProps) {
  return (
    <Section title="Imports so far">
      <div className="mt-2 mb-3 max-w-80">
        <Meter label="This month" used={used} limit={limit} note="Months begin at midnight UTC." />
      </div>
      {imports.length === 0 ? (
        <p className="text-fg-2">Nothing was imported yet.</p>
      ) : (
        <CompactTable label="Imports" columns={columns} rows={imports} rowId={({ id }) => id} />
      )}
      {hasMore && (
        <div className="mt-3">
          <Button onClick={onMore}>Show older ones</Button>
        </div>
      )}
    </Section>
  )
}
