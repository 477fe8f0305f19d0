import { Status } from '../../components/status.tsx'
import type { CallSummary } from './call-summary.ts'

/** Where a call stands in one mark: how it went, else that its form is overdue, else its status. */
export function CallState({ call }: { call: Pick<CallSummary, 'status' | 'outcome' | 'overdue'> }) {
  if (call.status === 'CANCELED' || call.status === 'RESCHEDULED') return <Status kind="call" value={call.status} />
  if (call.outcome) return <Status kind="outcome" value={call.outcome} />
  return <Status kind="call" value={call.overdue ? 'FORM_OVERDUE' : call.status} />
}
