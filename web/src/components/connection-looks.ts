import { CircleAlert, CircleCheck, CircleDashed, ClockAlert, PowerOff } from 'lucide-react'
import type { StatusLooks } from './status-look.ts'

/** How a connection to another tool is doing. */
export const connectionLooks = {
  ACTIVE: { label: 'Working', icon: CircleCheck, tone: 'good' },
  SLOW: { label: 'Slow', icon: ClockAlert, tone: 'warn' },
  FAILING: { label: 'Failing', icon: CircleAlert, tone: 'bad' },
  DISABLED: { label: 'Turned off', icon: PowerOff, tone: 'neutral' },
  NOT_CONNECTED: { label: 'Not connected', icon: CircleDashed, tone: 'neutral' },
} as const satisfies StatusLooks
