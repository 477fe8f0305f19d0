import type { ReactNode } from 'react'
import { Badge } from '../../components/badge.tsx'
import { CallState } from '../../components/call-state.tsx'
import { DateTime } from '../../components/figures.tsx'
import type { CallSummary } from './call-summary.ts'

export interface CallGroupProps {
  title: string
  calls: readonly CallSummary[]
  /** The call that the payment is credited to now. */
  creditedCallId: string | null
  /** The button that chooses a call. */
  radio: (call: CallSummary) => ReactNode
  /** Whether each call says whose it is. */
  named?: boolean
}

/** Calls to choose one of, on two lines each; a long list scrolls by itself. */
export function CallGroup({ title, calls, creditedCallId, radio, named = false }: CallGroupProps) {
  return (
    <div role="group" aria-label={title} className="my-1 max-h-60 overflow-y-auto">
      {calls.map((call) => (
        <label
          key={call.id}
          className="flex min-h-11 items-center gap-2 rounded-sm px-2 py-1 hover:not-has-checked:bg-(--hover) has-checked:bg-accent-soft"
        >
          {radio(call)}
          <span className="min-w-0 flex-1">
            <span className="flex items-baseline gap-2">
              <span className="truncate font-medium">{named ? call.leadName : <DateTime at={call.scheduledAt} />}</span>
              {call.id === creditedCallId && <Badge>Credited now</Badge>}
              <span className="ml-auto text-small">
                <CallState call={call} />
              </span>
            </span>
            <span className="block truncate text-small text-fg-2">
              {named && (
                <>
                  <DateTime at={call.scheduledAt} />
                  {', '}
                </>
              )}
              {call.closer?.name ?? 'no closer'}
              {named ? call.leadEmail && `, ${call.leadEmail}` : call.setter && `, booked by ${call.setter.name}`}
            </span>
          </span>
        </label>
      ))}
    </div>
  )
}
