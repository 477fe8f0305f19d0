import { useQuery } from '@apollo/client/react'
import { useNavigate, useParams } from 'react-router'
import { LoadError } from '../../../apollo/load-error.tsx'
import { ButtonLink } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
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
import { LeadActs } from './lead-acts.tsx'
import { leadQuery } from './lead-query.ts'
import { MergedAway } from './merged-away.tsx'

const parent = { label: 'Leads', to: '/leads' }

/** A lead's own page: calls, money and what happened on the left, who they are on the right. */
export function Component() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const mayChange = useMay('MANAGE_ORGANIZATION')
  const { data, error, refetch } = useQuery(leadQuery, { variables: { id }, fetchPolicy: 'cache-and-network' })
  const merging = useMerge((survivorId) => void navigate(leadPath(survivorId)))
  const lead = data?.lead
  if (!lead) {
    return (
      <>
        <PageHeader title="Lead" parent={parent} />
        {data ? (
          <EmptyState
            title="There is no such lead"
            actions={
              <ButtonLink to="/leads" variant="primary" size="md">
                See all leads
              </ButtonLink>
            }
          >
            They may belong to somebody else.
          </EmptyState>
        ) : error ? (
          <LoadError title="The lead did not load" error={error} onRetry={() => void refetch()} />
        ) : (
          <CallSkeleton />
        )}
      </>
    )
  }
  return (
    <>
      <PageHeader title={lead.fullName} parent={parent} note={lead.email ?? lead.phone}>
        {mayChange && lead.mergedInto === null && <LeadActs lead={lead} onMerge={() => void merging.begin(lead.id)} />}
      </PageHeader>
      {lead.mergedInto ? (
        <MergedAway lead={lead} into={lead.mergedInto} />
      ) : (
        <div className="grid min-h-0 flex-1 content-start overflow-y-auto xl:grid-cols-[minmax(0,1fr)_var(--panel)] xl:grid-rows-[auto_1fr]">
          <div className="divide-y divide-line border-b border-line">
            <LeadCalls calls={lead.events} />
            <LeadPayments payments={lead.payments} />
          </div>
          <div className="divide-y divide-line border-line max-xl:border-b xl:col-start-2 xl:row-span-2 xl:row-start-1 xl:min-h-[calc(100dvh-var(--topbar))] xl:border-l">
            <LeadFacts lead={lead} />
            <OwnValues
              subject="LEAD"
              id={lead.id}
              name={lead.fullName}
              values={lead.customFields}
              mayChange={mayChange}
            />
            <LeadAddresses
              lead={lead}
              mayChange={mayChange}
              onMergeWith={(otherId) => void merging.begin(lead.id, otherId)}
            />
            <LeadMerges merges={lead.merges} mayUndo={mayChange} />
          </div>
          <LeadTimeline leadId={lead.id} />
        </div>
      )}
      {merging.dialogs}
    </>
  )
}
