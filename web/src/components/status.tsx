import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { statusLooks, type StatusKind, type StatusLook, type StatusValue } from './status-looks.ts'
import { toneText, type Tone } from './tone.ts'

/** An icon of its own shape and the word; for a state without a look of its own in `statusLooks`. */
export function StatusLabel({ icon: Icon, tone, children }: { icon: LucideIcon; tone: Tone; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 align-top whitespace-nowrap">
      <Icon aria-hidden size={14} strokeWidth={1.75} className={toneText[tone]} />
      {children}
    </span>
  )
}

export interface StatusProps<Kind extends StatusKind> {
  kind: Kind
  value: StatusValue<Kind>
  /** Says more than the usual word, such as `Wrong key` for a failing connection. */
  children?: ReactNode
}

/** The state of a call, its outcome, a payment, a delivery or a connection. */
export function Status<Kind extends StatusKind>({ kind, value, children }: StatusProps<Kind>) {
  const looks: Readonly<Record<string, StatusLook>> = statusLooks[kind]
  const look = looks[value]
  if (!look) return <>{value}</>
  return (
    <StatusLabel icon={look.icon} tone={look.tone}>
      {children ?? look.label}
    </StatusLabel>
  )
}
