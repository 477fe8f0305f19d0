import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { LoadError } from '../../../apollo/load-error.tsx'
import { ButtonLink } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { useRefreshViewCounts } from '../../../features/events/call-counts.ts'
import { CallActs } from '../../../features/events/call-acts.tsx'
import { CallFacts } from '../../../features/events/call-facts.tsx'
import { CallHead } from '../../../features/events/call-head.tsx'
import { CallMoney } from '../../../features/events/call-money.tsx'
import { CallTimeline } from '../../../features/events/call-timeline.tsx'
import { OwnValues } from '../../../features/fields/own-values.tsx'
import { PostCallFormSection } from '../../../features/forms/post-call-form-section.tsx'
import { useRosterOptions } from '../../../features/roster/use-roster-options.ts'
import { callPath } from '../../../lib/page-search.ts'
import { useMay } from '../../../lib/viewer.ts'
import { callQuery } from './call-query.ts'
import { CallSkeleton } from './call-skeleton.tsx'
import { CallSubtitle } from './call-subtitle.tsx'

const parent = { label: 'Calls', to: '/calls' }

/** A call's own page: what happened on the left, what is known of it on the right. */
export function Component() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(callQuery, { variables: { id } })
  const refreshCounts = useRefreshViewCounts()
  const roster = useRosterOptions()
  const mayChange = useMay('MANAGE_ORGANIZATION')
  const call = data?.event
  if (!data && error) {
    return (
      <>
        <PageHeader title="Call" parent={parent} />
        <LoadError title="The call did not load" error={error} onRetry={() => void refetch()} />
      </>
    )
  }
  if (!data) {
    return (
      <>
        <PageHeader title="Call" parent={parent} />
        <CallSkeleton />
      </>
    )
  }
  if (!call) {
    return (
      <>
        <PageHeader title="Call" parent={parent} />
        <EmptyState
          title="There is no such call"
          actions={
            <ButtonLink to="/calls" variant="primary" size="md">
              See all calls
            </ButtonLink>
          }
        >
          It may have been removed, or belong to somebody else.
        </EmptyState>
      </>
    )
  }
  return (
    <>
      <PageHeader title={call.leadName} parent={parent} note={<CallSubtitle call={call} />} />
      <div className="grid min-h-0 flex-1 content-start overflow-y-auto xl:grid-cols-[minmax(0,1fr)_var(--panel)] xl:grid-rows-[auto_1fr]">
        <div className="divide-y divide-line border-b border-line">
          <CallHead call={call} />
          <CallActs call={call} roster={roster} callTo={callPath} onChanged={() => void refreshCounts()} />
          <PostCallFormSection call={call} onFiled={() => void refreshCounts()} />
        </div>
        <div className="divide-y divide-line border-line max-xl:border-b xl:col-start-2 xl:row-span-2 xl:row-start-1 xl:min-h-[calc(100dvh-var(--topbar))] xl:border-l">
          <CallMoney call={call} />
          <CallFacts call={call} callTo={callPath} />
          <OwnValues
            subject="EVENT"
            id={call.id}
            name={call.leadName}
            values={call.customFields}
            mayChange={mayChange}
          />
        </div>
        <CallTimeline call={call} callTo={callPath} />
      </div>
    </>
  )
}
