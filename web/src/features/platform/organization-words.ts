import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleSlash,
  Moon,
  type LucideIcon,
} from 'lucide-react'
import type {
  OrganizationPlan,
  OrganizationState,
  PlatformActKind,
  PlatformHealth,
} from '../../apollo/generated/graphql.ts'
import type { Tone } from '../../components/tone.ts'

export const plans = ['TRIAL', 'STARTER', 'PROFESSIONAL', 'ENTERPRISE'] as const satisfies readonly OrganizationPlan[]

export const planWords: Readonly<Record<OrganizationPlan, string>> = {
  TRIAL: 'Trial',
  STARTER: 'Starter',
  PROFESSIONAL: 'Professional',
  ENTERPRISE: 'Enterprise',
}

export const states = ['ACTIVE', 'SUSPENDED', 'DELETING'] as const satisfies readonly OrganizationState[]

interface Look {
  label: string
  icon: LucideIcon
  tone: Tone
}

export const stateLooks: Readonly<Record<OrganizationState, Look>> = {
  ACTIVE: { label: 'Open', icon: CircleCheck, tone: 'good' },
  SUSPENDED: { label: 'Suspended', icon: CirclePause, tone: 'warn' },
  DELETING: { label: 'To be deleted', icon: CircleSlash, tone: 'bad' },
}

export const healthLooks: Readonly<Record<PlatformHealth, Look>> = {
  GOOD: { label: 'Working', icon: CircleCheck, tone: 'good' },
  QUIET: { label: 'Quiet', icon: Moon, tone: 'neutral' },
  REFUSING: { label: 'Refusing', icon: Ban, tone: 'warn' },
  FAILING: { label: 'Failing', icon: CircleAlert, tone: 'bad' },
  NOT_CONNECTED: { label: 'Not connected', icon: CircleDashed, tone: 'neutral' },
}

export const actWords: Readonly<Record<PlatformActKind, string>> = {
  CREATE_ORGANIZATION: 'Made the organization',
  SET_PLAN: 'Set the plan',
  EXTEND_TRIAL: 'Extended the trial',
  SUSPEND: 'Suspended',
  REOPEN: 'Opened again',
  DELETE: 'Had it deleted',
  RESTORE: 'Took the deletion back',
  PURGE: 'Carried the deletion out',
  ACT_FOR: 'Acted for it',
  STOP_ACTING: 'Stopped acting',
  DELETE_USER: 'Deleted a user',
  IMPORT_RATES: 'Brought reference rates',
}
