import { ClockAlert } from 'lucide-react'
import { callLooks, outcomeLooks } from './call-looks.ts'
import { Status } from './status.tsx'

export interface CallStateProps {
  call: {
    status: Exclude<keyof typeof callLooks, 'FORM_OVERDUE'>
    /** Null as long as it is not known. */
    outcome: keyof typeof outcomeLooks | null
    overdue: boolean
  }
}

/** How a call went, or where it stands as long as that is not known. A no-show that the booking tool told of may still lack its form. */
export function CallState({ call: { status, outcome, overdue } }: CallStateProps) {
  if (!outcome) return <Status looks={callLooks} value={overdue ? 'FORM_OVERDUE' : status} />
  if (!overdue) return <Status looks={outcomeLooks} value={outcome} />
  return (
    <span title="Its form is overdue" className="inline-flex items-center gap-1.5 align-top">
      <Status looks={outcomeLooks} value={outcome} />
      <ClockAlert aria-hidden size={14} strokeWidth={1.75} className="text-warn" />
      <span className="sr-only">, form overdue</span>
    </span>
  )
}
