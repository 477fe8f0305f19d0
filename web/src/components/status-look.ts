import type { LucideIcon } from 'lucide-react'
import type { Tone } from './tone.ts'

/** How one status of a kind is shown. Each kind has a file of its own, so that a page loads no icons but its own. */
export interface StatusLook {
  label: string
  /** A shape of its own within its kind: colour is never the only sign. */
  icon: LucideIcon
  tone: Tone
}

/** The looks of a kind of status; the keys are the API's enum values. */
export type StatusLooks = Readonly<Record<string, StatusLook>>
