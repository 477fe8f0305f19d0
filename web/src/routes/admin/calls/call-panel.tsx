import { useQuery } from '@apollo/client/react'
import { useEffect, useRef } from 'react'
import { LoadError } from '../../../apollo/load-error.tsx'
import { SidePanel } from '../../../components/side-panel.tsx'
import type { Option } from '../../../components/option.ts'
import { CallActs } from '../../../features/events/call-acts.tsx'
import { CallFacts } from '../../../features/events/call-facts.tsx'
import { CallHead } from '../../../features/events/call-head.tsx'
import { CallMoney } from '../../../features/events/call-money.tsx'
import { CallTimeline } from '../../../features/events/call-timeline.tsx'
import { OwnValues } from '../../../features/fields/own-values.tsx'
import { PostCallFormSection } from '../../../features/forms/post-call-form-section.tsx'
import { callPath, callsTo, type callsSearch } from '../../../lib/page-search.ts'
import { useMay } from '../../../lib/viewer.ts'
import type { SearchState } from '../../../lib/search-params.ts'
import { callQuery } from '../call/call-query.ts'
import { CallSkeleton } from '../call/call-skeleton.tsx'
import { CallSubtitle } from '../call/call-subtitle.tsx'

export interface CallPanelProps {
  id: string
  /** The lead's name as the table has it, so that the panel has its title at once. */
  leadName: string | undefined
  state: SearchState<typeof callsSearch>
  position: string | undefined
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
  onClose: () => void
  onFiled: () => void
  roster: Readonly<Record<'closers' | 'setters', readonly Option[]>>
  /** The call went to others, or is no copy any more. */
  onChanged: () => void
}

/** A call beside the table. */
export function CallPanel({
  id,
  leadName,
  state,
  position,
  onPrevious,
  onNext,
  onClose,
  onFiled,
  roster,
  onChanged,
}: CallPanelProps) {
  const { data, error, refetch } = useQuery(callQuery, { variables: { id } })
  const call = data?.event
  const mayChange = useMay('MANAGE_ORGANIZATION')
  // The next call begins at its top, however far the one before was read.
  const topRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    topRef.current?.scrollIntoView({ block: 'nearest' })
  }, [id])
  const callTo = (other: string) => callsTo({ ...state, open: other })
  return (
    <SidePanel
      title={call?.leadName ?? leadName ?? 'Call'}
      subtitle={<div ref={topRef}>{call ? <CallSubtitle call={call} /> : <>&nbsp;</>}</div>}
      position={position}
      onPrevious={onPrevious}
      onNext={onNext}
      onClose={onClose}
      pageTo={callPath(id)}
    >
      {call ? (
        <>
          <CallHead call={call} />
          <CallActs call={call} roster={roster} callTo={callTo} onChanged={onChanged} />
          <PostCallFormSection call={call} onFiled={onFiled} />
          <CallMoney call={call} />
          <CallFacts call={call} callTo={callTo} />
          <OwnValues
            subject="EVENT"
            id={call.id}
            name={call.leadName}
            values={call.customFields}
            mayChange={mayChange}
          />
          <CallTimeline call={call} callTo={callTo} />
        </>
      ) : data ? (
        <p className="mt-4 px-4 py-4 text-fg-2 md:px-6">
          There is no such call. It may have been removed, or belong to somebody else.
        </p>
      ) : error ? (
        <LoadError title="The call did not load" error={error} onRetry={() => void refetch()} />
      ) : (
        <CallSkeleton />
      )}
    </SidePanel>
  )
}
