import { Ban, CircleCheck, CircleMinus, CirclePause, Hourglass, Inbox, TriangleAlert } from 'lucide-react'
import type { StatusLooks } from './status-look.ts'

/** What became of something that a connected tool sent. */
export const deliveryLooks = {
  RECEIVED: { label: 'Received', icon: Inbox, tone: 'info' },
  PROCESSED: { label: 'Processed', icon: CircleCheck, tone: 'good' },
  IGNORED: { label: 'Ignored', icon: CircleMinus, tone: 'neutral' },
  FAILED: { label: 'Failed, trying again', icon: TriangleAlert, tone: 'warn' },
  PARKED: { label: 'Parked', icon: CirclePause, tone: 'warn' },
  HELD: { label: 'Held', icon: Hourglass, tone: 'info' },
  REFUSED: { label: 'Refused', icon: Ban, tone: 'bad' },
} as const satisfies StatusLooks
