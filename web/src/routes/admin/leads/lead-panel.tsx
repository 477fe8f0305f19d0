import { useQuery } from '@apollo/client/react'
import { LoadError } from '../../../apollo/load-error.tsx'
import { SidePanel } from '../../../components/side-panel.tsx'
import { OwnValues } from '../../../features/fields/own-values.tsx'
import { LeadAddresses } from '../../../features/leads/lead-addresses.tsx'
import { LeadCalls, LeadPayments } from '../../../features/leads/lead-calls.tsx'
import { LeadFacts } from '../../../features/leads/lead-facts.tsx'
import { LeadMerges } from '../../../features/leads/lead-merges.tsx'
import { LeadTimeline } from '../../../features/leads/lead-timeline.tsx'
import { useMerge } from '../../../features/leads/use-merge.tsx'
import { leadPath } from '../../../lib/page-search.ts'
import { useMay } from '../../../lib/viewer.ts'
import { CallSkeleton } from '../call/call-skeleton.tsx'
import { LeadActs } from '../lead/lead-acts.tsx'
import { leadQuery } from '../lead/lead-query.ts'
import { MergedAway } from '../lead/merged-away.tsx'

export interface LeadPanelProps {
  id: string
  /** Their name as the table has it, so that the panel has its title at once. */
  name: string | undefined
  position: string | undefined
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
  onClose: () => void
  /** Two leads became one: this one is to be shown. */
  onMerged: (survivorId: string) => void
}

/** A lead beside the table. */
export function LeadPanel({ id, name, position, onPrevious, onNext, onClose, onMerged }: LeadPanelProps) {
  const mayChange = useMay('MANAGE_ORGANIZATION')
  const { data, error, refetch } = useQuery(leadQuery, { variables: { id }, fetchPolicy: 'cache-and-network' })
  const merging = useMerge(onMerged)
  const lead = data?.lead
  return (
    <SidePanel
      title={lead?.fullName ?? name ?? 'Lead'}
      subtitle={lead ? (lead.email ?? lead.phone ?? 'No address') : <>&nbsp;</>}
      position={position}
      onPrevious={onPrevious}
      onNext={onNext}
      onClose={onClose}
      pageTo={leadPath(id)}
    >
      {lead ? (
        lead.mergedInto ? (
          <MergedAway lead={lead} into={lead.mergedInto} />
        ) : (
          <>
            <LeadFacts
              lead={lead}
              action={mayChange && <LeadActs lead={lead} onMerge={() => void merging.begin(lead.id)} />}
            />
            <OwnValues
              subject="LEAD"
              id={lead.id}
              name={lead.fullName}
              values={lead.customFields}
              mayChange={mayChange}
            />
            <LeadAddresses
              key={id}
              lead={lead}
              mayChange={mayChange}
              onMergeWith={(otherId) => void merging.begin(lead.id, otherId)}
            />
            <LeadMerges merges={lead.merges} mayUndo={mayChange} />
            <LeadCalls calls={lead.events} />
            <LeadPayments payments={lead.payments} />
            <LeadTimeline leadId={lead.id} />
          </>
        )
      ) : data ? (
        <p className="mt-4 px-4 py-4 text-fg-2 md:px-6">There is no such lead. They may belong to somebody else.</p>
      ) : error ? (
        <LoadError title="The lead did not load" error={error} onRetry={() => void refetch()} />
      ) : (
        <CallSkeleton />
      )}
      {merging.dialogs}
    </SidePanel>
  )
}
