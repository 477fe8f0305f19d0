import { useState } from 'react'
import type { CloserFormsDue_DueFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { Button } from '../../components/button.tsx'
import { CompactTable } from '../../components/compact-table.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { RelativeTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { useNow } from '../../lib/use-now.ts'
import { Waiting } from './overdue-columns.tsx'

graphql(`
  fragment CloserFormsDue_due on CloserFormsDue {
    closer {
      id
      name
      deactivatedAt
    }
    formsDue
    oldestAt
    lastRemindedAt
    reachable
  }
`)

/** A closer who has forms to file. */
export type CloserDue = CloserFormsDue_DueFragment

/** Nobody is reminded again sooner. */
const betweenRemindersMs = 3_600_000

export interface ClosersDueProps {
  closers: readonly CloserDue[]
  /** The list below shows this one's calls alone. */
  chosenId: string | null
  /** Where a closer's own calls are listed. */
  toCallsOf: (closerId: string) => string
  onRemind: (closerId: string) => Promise<unknown>
}

/** Who has forms to file, whose oldest waits longest first, each to be reminded by a press. */
export function ClosersDue({ closers, chosenId, toCallsOf, onRemind }: ClosersDueProps) {
  const now = useNow()
  const columns: Column<CloserDue>[] = [
    {
      id: 'closer',
      header: 'Closer',
      tone: 'strong',
      cell: ({ closer }) => (
        <TextLink to={toCallsOf(closer.id)}>
          {closer.name}
          {closer.id === chosenId && <span className="sr-only">, chosen</span>}
        </TextLink>
      ),
    },
    { id: 'due', header: 'Forms due', width: 84, align: 'end', cell: ({ formsDue }) => formsDue },
    {
      id: 'oldest',
      header: 'Oldest waits',
      width: 96,
      align: 'end',
      drop: 2,
      cell: ({ oldestAt }) => <Waiting since={oldestAt} now={now} />,
    },
    {
      id: 'reminded',
      header: 'Last reminded',
      width: 128,
      tone: 'quiet',
      drop: 1,
      cell: ({ lastRemindedAt }) => (lastRemindedAt === null ? 'Never' : <RelativeTime at={lastRemindedAt} />),
    },
    {
      id: 'remind',
      header: 'Remind',
      headerHidden: true,
      width: 148,
      align: 'end',
      cell: (due) => <Remind due={due} now={now} onRemind={onRemind} />,
    },
  ]
  return (
    <Section title="Who has forms to file" count={closers.length}>
      <CompactTable label="Closers with forms due" columns={columns} rows={closers} rowId={({ closer }) => closer.id} />
    </Section>
  )
}

function Remind({ due, now, onRemind }: { due: CloserDue; now: Date } & Pick<ClosersDueProps, 'onRemind'>) {
  const { closer, reachable, lastRemindedAt } = due
  const [busy, setBusy] = useState(false)
  if (closer.deactivatedAt !== null) return <span className="text-fg-3">Left the team</span>
  if (!reachable) return <TextLink to="/team">No e-mail address</TextLink>
  const wasJustNow = lastRemindedAt !== null && now.getTime() - Date.parse(lastRemindedAt) < betweenRemindersMs
  if (wasJustNow) return <span className="text-fg-2">Reminded</span>
  return (
    <Button
      variant="quiet"
      busy={busy}
      onClick={() => {
        setBusy(true)
        void onRemind(closer.id).finally(() => setBusy(false))
      }}
    >
      Remind<span className="sr-only"> {closer.name}</span>
    </Button>
  )
}
