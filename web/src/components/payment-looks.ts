import { CircleCheck, CircleX, FileText, ShieldAlert, Undo, Undo2 } from 'lucide-react'
import type { StatusLooks } from './status-look.ts'

/** Where a payment stands. */
export const paymentLooks = {
  SUCCEEDED: { label: 'Succeeded', icon: CircleCheck, tone: 'good' },
  PARTIALLY_REFUNDED: { label: 'Partly refunded', icon: Undo, tone: 'warn' },
  REFUNDED: { label: 'Refunded', icon: Undo2, tone: 'neutral' },
  DISPUTED: { label: 'Disputed', icon: ShieldAlert, tone: 'bad' },
  REPORTED: { label: 'Reported', icon: FileText, tone: 'info' },
  FAILED: { label: 'Failed', icon: CircleX, tone: 'bad' },
} as const satisfies StatusLooks
