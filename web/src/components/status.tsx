import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { StatusLook, StatusLooks } from './status-look.ts'
import { toneText, type Tone } from './tone.ts'

/** An icon of its own shape and the word; for a state that has no look in the looks of a kind. */
export function StatusLabel({ icon: Icon, tone, children }: { icon: LucideIcon; tone: Tone; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 align-top whitespace-nowrap">
      <Icon aria-hidden size={14} strokeWidth={1.75} className={toneText[tone]} />
      {children}
    </span>
  )
}

export interface StatusProps<Looks extends StatusLooks> {
  /** Those of its kind, such as `paymentLooks`. */
  looks: Looks
  value: keyof Looks & string
  /** Says more than the usual word, such as `Wrong key` for a failing connection. */
  children?: ReactNode
}

/** The state of a call, its outcome, a payment, a delivery or a connection. */
export function Status<Looks extends StatusLooks>({ looks, value, children }: StatusProps<Looks>) {
  // A value that a newer API added is not among the looks, whatever its type says.
  const look: StatusLook | undefined = looks[value]
  if (!look) return <>{value}</>
  return (
    <StatusLabel icon={look.icon} tone={look.tone}>
      {children ?? look.label}
    </StatusLabel>
  )
}
