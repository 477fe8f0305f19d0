import { CircleAlert, CircleCheck, CircleDashed, ClockAlert, KeyRound, Unplug } from 'lucide-react'
import type { ConnectionWebhookState } from '../../apollo/generated/graphql.ts'
import type { StatusLook } from '../../components/status-look.ts'

/** How the webhook that Clinch registers stands, in a word with a shape of its own. */
export const webhookLooks = {
  NOT_REGISTERED: { label: 'Not registered', icon: CircleDashed, tone: 'neutral' },
  REGISTERING: { label: 'Registering', icon: ClockAlert, tone: 'warn' },
  ACTIVE: { label: 'Registered', icon: CircleCheck, tone: 'good' },
  DISABLED: { label: 'Given up', icon: Unplug, tone: 'bad' },
  REMOVING: { label: 'Removing', icon: ClockAlert, tone: 'warn' },
  ADDRESS_UNREACHABLE: { label: 'Out of reach', icon: Unplug, tone: 'bad' },
  ADDRESS_TAKEN: { label: 'Address taken', icon: CircleAlert, tone: 'bad' },
  NOT_ALLOWED: { label: 'Plan or rights too low', icon: CircleAlert, tone: 'bad' },
  NO_KEY: { label: 'No token', icon: KeyRound, tone: 'bad' },
  KEY_REFUSED: { label: 'Token refused', icon: KeyRound, tone: 'bad' },
  REFUSED: { label: 'Refused', icon: CircleAlert, tone: 'bad' },
} as const satisfies Readonly<Record<ConnectionWebhookState, StatusLook>>
