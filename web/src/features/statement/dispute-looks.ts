import { CircleCheck, CircleDot, CircleSlash, CircleX, Undo2 } from 'lucide-react'
import type { StatusLooks } from '../../components/status-look.ts'

/** Where a disputed credit stands. */
export const disputeLooks = {
  OPEN: { label: 'Waits for an answer', icon: CircleDot, tone: 'warn' },
  ACCEPTED: { label: 'Accepted', icon: CircleCheck, tone: 'good' },
  PARTLY_ACCEPTED: { label: 'Accepted in part', icon: CircleSlash, tone: 'info' },
  REJECTED: { label: 'Rejected', icon: CircleX, tone: 'bad' },
  WITHDRAWN: { label: 'Taken back', icon: Undo2, tone: 'neutral' },
} as const satisfies StatusLooks
