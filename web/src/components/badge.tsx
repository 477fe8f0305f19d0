import type { ReactNode } from 'react'
import type { Tone } from './tone.ts'

const grounds: Readonly<Record<Tone, string>> = {
  neutral: 'bg-sunken text-fg-2',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  info: 'bg-info-soft text-info',
  accent: 'bg-accent-soft text-accent',
}

/** The state of a document: Draft, Approved, Not saved. What happened to a call or a payment is a Status. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={`inline-flex h-5 items-center gap-1 rounded-xs px-1.5 text-small leading-5 font-medium whitespace-nowrap ${grounds[tone]}`}
    >
      {children}
    </span>
  )
}
