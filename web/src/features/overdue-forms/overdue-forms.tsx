import { CompactTable } from '../../components/compact-table.tsx'
import { Section } from '../../components/section.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { callsTo } from '../../lib/page-search.ts'
import { useNow } from '../../lib/use-now.ts'
import type { OverdueCall } from './overdue-call.ts'
import { overdueColumns } from './overdue-columns.tsx'

export interface OverdueFormsProps {
  /** The longest overdue. */
  calls: readonly OverdueCall[]
  /** How many there are in all. */
  count: number
  /** Whose calls they are goes without saying where they are the viewer's own. */
  ofEveryone: boolean
  /** Whether the viewer may file them. */
  mayFile: boolean
  /** Where all of them are, and whoever has to file them is reminded; none for whoever may not do that. */
  queueTo?: string
}

/** Calls that are over and lack their form, whenever they were, each with the way to file it. */
export function OverdueForms({ calls, count, ofEveryone, mayFile, queueTo }: OverdueFormsProps) {
  const now = useNow()
  if (count === 0) {
    return (
      <Section title="Overdue forms">
        <p className="mt-2 text-fg-2">Every call that is over has its form.</p>
      </Section>
    )
  }
  return (
    <Section
      title="Overdue forms"
      count={count}
      action={
        <TextLink to={queueTo ?? callsTo({ overdue: true, sort: 'SCHEDULED_AT' })}>
          {count > calls.length ? `All ${formatCount(count)}` : queueTo === undefined ? 'In calls' : 'By closer'}
        </TextLink>
      }
    >
      <CompactTable
        label="Overdue forms"
        columns={overdueColumns({ ofEveryone, mayFile, now })}
        rows={calls}
        rowId={({ id }) => id}
      />
    </Section>
  )
}
