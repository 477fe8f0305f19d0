import { Check } from 'lucide-react'
import { Link } from 'react-router'
import { CallState } from '../../components/call-state.tsx'
import { DateTime } from '../../components/figures.tsx'
import { callPath } from '../../lib/page-search.ts'
import type { CallSummary } from './call-summary.ts'
import type { TrailCandidate } from './trail-step.ts'

export interface CandidateListProps {
  candidates: readonly TrailCandidate[]
  /** What is known of the calls by now; those whom the viewer may not see are missing. */
  calls: ReadonlyMap<string, CallSummary>
}

/** The calls that a rule weighed, each with why it was taken or passed over. */
export function CandidateList({ candidates, calls }: CandidateListProps) {
  return (
    <ul aria-label="Calls that were looked at" className="mt-2 border-b border-line">
      {candidates.map((candidate) => (
        <Candidate key={candidate.eventId} candidate={candidate} call={calls.get(candidate.eventId)} />
      ))}
    </ul>
  )
}

function Candidate({ candidate, call }: { candidate: TrailCandidate; call: CallSummary | undefined }) {
  const chosen = candidate.verdict === 'CHOSEN'
  const when = <DateTime at={candidate.scheduledAt} />
  return (
    <li
      data-chosen={chosen || undefined}
      className="grid grid-cols-[20px_minmax(0,1fr)_auto] items-center gap-x-2 border-t border-line py-1.5 text-fg-2 data-chosen:text-fg @lg:min-h-8 @lg:grid-cols-[20px_minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.6fr)] @lg:py-0"
    >
      <span className="text-good">
        {chosen && <Check aria-hidden size={14} strokeWidth={2} />}
        {chosen && <span className="sr-only">Chosen: </span>}
      </span>
      <span className={`truncate ${chosen ? 'font-medium' : ''}`}>
        {call ? (
          <Link to={callPath(candidate.eventId)} className="rounded-xs hover:underline hover:underline-offset-3">
            {when}
          </Link>
        ) : (
          when
        )}
      </span>
      <span className="truncate @max-lg:hidden">{call?.closer?.name}</span>
      <span className="truncate @max-lg:row-start-1 @max-lg:col-start-3">{call && <CallState call={call} />}</span>
      <span className="min-w-0 text-small @max-lg:col-start-2 @max-lg:col-span-2 @lg:truncate @lg:text-right">
        {call?.closer && <span className="@lg:hidden">{call.closer.name}, </span>}
        <span className={chosen ? '' : 'text-fg-3'}>{candidate.note}</span>
      </span>
    </li>
  )
}
