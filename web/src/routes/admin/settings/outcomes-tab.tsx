import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import type { OutcomeRow_OutcomeFragment, StatusRow_StatusFragment } from '../../../apollo/generated/graphql.ts'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { KeptList } from '../../../components/kept-list.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { outcomeLooks } from '../../../components/call-looks.ts'
import { OptionRow } from '../../../features/option-lists/option-row.tsx'
import {
  useCallOutcomeChanges,
  useOpportunityStatusChanges,
} from '../../../features/option-lists/use-option-changes.ts'
import { onDemand } from '../../../lib/on-demand.tsx'

const OutcomeDialog = onDemand(
  async () => (await import('../../../features/option-lists/option-dialogs.tsx')).OutcomeDialog,
)
const StatusDialog = onDemand(
  async () => (await import('../../../features/option-lists/option-dialogs.tsx')).StatusDialog,
)

const outcomesQuery = graphql(`
  query SettingsOutcomes {
    callOutcomes(includeRetired: true) {
      ...OutcomeRow_outcome @unmask
    }
    opportunityStatuses(includeRetired: true) {
      ...StatusRow_status @unmask
    }
  }
`)

type Open =
  | { list: 'outcomes'; option: OutcomeRow_OutcomeFragment | null }
  | { list: 'statuses'; option: StatusRow_StatusFragment | null }

const isInForce = ({ retiredAt }: { retiredAt: string | null }): boolean => retiredAt === null
const isRetired = ({ retiredAt }: { retiredAt: string | null }): boolean => retiredAt !== null
const idOf = ({ id }: { id: string }): string => id
const nameOf = ({ label }: { label: string }): string => label

/** What the organization calls the ways in which calls end, and where deals can stand after them. */
export function OutcomesTab() {
  const { data, error, refetch } = useQuery(outcomesQuery, { fetchPolicy: 'cache-and-network' })
  const outcomes = useCallOutcomeChanges(refetch)
  const statuses = useOpportunityStatusChanges(refetch)
  const [open, setOpen] = useState<Open | null>(null)
  if (!data) {
    if (error) return <ErrorState {...readError(error)} onRetry={() => void refetch()} />
    return <SkeletonRows rows={8} columns={3} label="Loading outcomes and statuses" />
  }
  const dialog = { onSaved: () => void refetch(), onClose: () => setOpen(null) }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="grid min-h-full divide-line max-xl:content-start max-xl:divide-y xl:grid-cols-2 xl:divide-x">
        <KeptList
          title="Call outcomes"
          about="What a closer says came of a call. Each means one of the outcomes that figures count, whatever you call it."
          addLabel="Add an outcome"
          emptyText="No outcomes yet. Without any, the form asks for none: what came of a call follows from its answers."
          rows={data.callOutcomes.filter(isInForce)}
          retired={data.callOutcomes.filter(isRetired)}
          rowId={idOf}
          rowName={nameOf}
          onSort={outcomes.sort}
          onAdd={() => setOpen({ list: 'outcomes', option: null })}
          onEdit={(option) => setOpen({ list: 'outcomes', option })}
          onRetire={outcomes.retire}
          onRestore={outcomes.restore}
        >
          {({ label, color, outcome, formCount }) => (
            <OptionRow label={label} color={color} means={outcomeLooks[outcome].label} formCount={formCount} />
          )}
        </KeptList>
        <KeptList
          title="Opportunity statuses"
          about="Where a deal stands after the call, in your own words. Figures do not count them."
          addLabel="Add a status"
          emptyText="No statuses yet. Add them in the order in which a deal goes through them."
          rows={data.opportunityStatuses.filter(isInForce)}
          retired={data.opportunityStatuses.filter(isRetired)}
          rowId={idOf}
          rowName={nameOf}
          onSort={statuses.sort}
          onAdd={() => setOpen({ list: 'statuses', option: null })}
          onEdit={(option) => setOpen({ list: 'statuses', option })}
          onRetire={statuses.retire}
          onRestore={statuses.restore}
        >
          {({ label, color, formCount }) => <OptionRow label={label} color={color} formCount={formCount} />}
        </KeptList>
      </div>
      {open?.list === 'outcomes' && <OutcomeDialog option={open.option} {...dialog} />}
      {open?.list === 'statuses' && <StatusDialog option={open.option} {...dialog} />}
    </div>
  )
}
