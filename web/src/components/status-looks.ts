import {
  Ban,
  Check,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleMinus,
  CirclePause,
  CircleSlash,
  CircleX,
  ClockAlert,
  FileText,
  Hourglass,
  Inbox,
  PowerOff,
  RotateCw,
  ShieldAlert,
  TriangleAlert,
  Undo,
  Undo2,
  type LucideIcon,
} from 'lucide-react'
import type { Tone } from './tone.ts'

export interface StatusLook {
  label: string
  /** A shape of its own within its kind: colour is never the only sign. */
  icon: LucideIcon
  tone: Tone
}

const calls = {
  SCHEDULED: { label: 'Scheduled', icon: CircleDashed, tone: 'info' },
  COMPLETED: { label: 'Completed', icon: Check, tone: 'neutral' },
  NO_SHOW: { label: 'No show', icon: CircleX, tone: 'bad' },
  CANCELED: { label: 'Canceled', icon: CircleSlash, tone: 'neutral' },
  RESCHEDULED: { label: 'Rescheduled', icon: RotateCw, tone: 'neutral' },
  /** Its time has passed and no form has come: stands in for the status wherever that is so. */
  FORM_OVERDUE: { label: 'Form overdue', icon: ClockAlert, tone: 'warn' },
} as const satisfies Record<string, StatusLook>

const outcomes = {
  CLOSED: { label: 'Closed', icon: CircleCheck, tone: 'good' },
  OFFER_MADE: { label: 'Offer made', icon: CircleDot, tone: 'accent' },
  NO_OFFER: { label: 'No offer', icon: CircleMinus, tone: 'neutral' },
  NO_SHOW: calls.NO_SHOW,
  CANCELED: calls.CANCELED,
  RESCHEDULED: calls.RESCHEDULED,
} as const satisfies Record<string, StatusLook>

const payments = {
  SUCCEEDED: { label: 'Succeeded', icon: CircleCheck, tone: 'good' },
  PARTIALLY_REFUNDED: { label: 'Partly refunded', icon: Undo, tone: 'warn' },
  REFUNDED: { label: 'Refunded', icon: Undo2, tone: 'neutral' },
  DISPUTED: { label: 'Disputed', icon: ShieldAlert, tone: 'bad' },
  REPORTED: { label: 'Reported', icon: FileText, tone: 'info' },
  FAILED: { label: 'Failed', icon: CircleX, tone: 'bad' },
} as const satisfies Record<string, StatusLook>

const deliveries = {
  RECEIVED: { label: 'Received', icon: Inbox, tone: 'info' },
  PROCESSED: { label: 'Processed', icon: CircleCheck, tone: 'good' },
  IGNORED: { label: 'Ignored', icon: CircleMinus, tone: 'neutral' },
  FAILED: { label: 'Failed, trying again', icon: TriangleAlert, tone: 'warn' },
  PARKED: { label: 'Parked', icon: CirclePause, tone: 'warn' },
  HELD: { label: 'Held', icon: Hourglass, tone: 'info' },
  REFUSED: { label: 'Refused', icon: Ban, tone: 'bad' },
} as const satisfies Record<string, StatusLook>

const connections = {
  ACTIVE: { label: 'Working', icon: CircleCheck, tone: 'good' },
  SLOW: { label: 'Slow', icon: ClockAlert, tone: 'warn' },
  FAILING: { label: 'Failing', icon: CircleAlert, tone: 'bad' },
  DISABLED: { label: 'Turned off', icon: PowerOff, tone: 'neutral' },
  NOT_CONNECTED: { label: 'Not connected', icon: CircleDashed, tone: 'neutral' },
} as const satisfies Record<string, StatusLook>

/** Every status that has a look, by kind; the keys are the API's enum values. */
export const statusLooks = {
  call: calls,
  outcome: outcomes,
  payment: payments,
  delivery: deliveries,
  connection: connections,
} as const

export type StatusKind = keyof typeof statusLooks

export type StatusValue<Kind extends StatusKind> = keyof (typeof statusLooks)[Kind] & string
