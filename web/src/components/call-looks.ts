import {
  Check,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleMinus,
  CircleSlash,
  CircleX,
  ClockAlert,
  RotateCw,
} from 'lucide-react'
import type { StatusLooks } from './status-look.ts'

/** Where a call stands. */
export const callLooks = {
  SCHEDULED: { label: 'Scheduled', icon: CircleDashed, tone: 'info' },
  COMPLETED: { label: 'Completed', icon: Check, tone: 'neutral' },
  NO_SHOW: { label: 'No show', icon: CircleX, tone: 'bad' },
  CANCELED: { label: 'Canceled', icon: CircleSlash, tone: 'neutral' },
  RESCHEDULED: { label: 'Rescheduled', icon: RotateCw, tone: 'neutral' },
  /** Its time has passed and no form has come: stands in for the status wherever that is so. */
  FORM_OVERDUE: { label: 'Form overdue', icon: ClockAlert, tone: 'warn' },
} as const satisfies StatusLooks

/** What came of a call. */
export const outcomeLooks = {
  CLOSED: { label: 'Closed', icon: CircleCheck, tone: 'good' },
  OFFER_MADE: { label: 'Offer made', icon: CircleDot, tone: 'accent' },
  NO_OFFER: { label: 'No offer', icon: CircleMinus, tone: 'neutral' },
  NO_SHOW: callLooks.NO_SHOW,
  CANCELED: callLooks.CANCELED,
  RESCHEDULED: callLooks.RESCHEDULED,
} as const satisfies StatusLooks
