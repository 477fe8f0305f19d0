import { Link } from 'react-router'
import { CallState } from '../../components/call-state.tsx'
import { DateTime } from '../../components/figures.tsx'
import { callPath } from '../../lib/page-search.ts'
import type { CallSummary } from './call-summary.ts'
import { creditedNotes, type Credited, type CreditedCall } from './credited-notes.ts'

export interface CreditedToProps {
  credited: Credited
  call: (CreditedCall & Pick<CallSummary, 'id' | 'leadName' | 'scheduledAt' | 'status' | 'outcome' | 'overdue'>) | null
}

/** What the decision comes to: the call, and whom and what it credits, each with where that comes from. */
export function CreditedTo({ credited, call }: CreditedToProps) {
  const notes = creditedNotes(credited, call)
  return (
    <div className="ml-9 border-t border-line pt-3">
      {call && (
        <Link
          to={callPath(call.id)}
          className="group -mx-2 mb-2 flex flex-wrap items-center gap-x-3 rounded-sm px-2 py-1 hover:bg-(--hover)"
        >
          <span className="font-medium group-hover:underline group-hover:underline-offset-3">
            Call with {call.leadName}
          </span>
          <span className="text-fg-2">
            <DateTime at={call.scheduledAt} />
          </span>
          <span className="@lg:ml-auto">
            <CallState call={call} />
          </span>
        </Link>
      )}
      <dl className="grid grid-cols-3 gap-x-4">
        {(['closer', 'setter', 'source'] as const).map((what) => (
          <div key={what} className="min-w-0">
            <dt className="text-small text-fg-3">{{ closer: 'Closer', setter: 'Setter', source: 'Source' }[what]}</dt>
            <dd className={credited[what] ? 'font-medium break-words' : 'text-fg-3'}>
              {credited[what]?.name ?? (what === 'source' ? 'None' : 'Nobody')}
            </dd>
            <dd className="text-small text-pretty text-fg-3">{notes[what]}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
