import type { OptionColor } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { cssOf, formsInWords } from './option-words.ts'

// What the lists show of their entries. Spread with `@unmask`.
graphql(`
  fragment OutcomeRow_outcome on CallOutcome {
    id
    label
    color
    outcome
    retiredAt
    formCount
  }
`)

graphql(`
  fragment StatusRow_status on OpportunityStatus {
    id
    label
    color
    retiredAt
    formCount
  }
`)

export interface OptionRowProps {
  label: string
  color: OptionColor
  /** What it means to figures, where it means something to them. */
  means?: string
  formCount: number
}

/** An entry of a list: its mark and name, what it means, and how much it is used. */
export function OptionRow({ label, color, means, formCount }: OptionRowProps) {
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2.5">
      <span aria-hidden className="size-2.5 shrink-0 rounded-full" style={{ background: cssOf(color) }} />
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
        <span className="min-w-0 flex-1 font-medium break-words max-sm:basis-full">{label}</span>
        {means !== undefined && <span className="shrink-0 text-small text-fg-2 sm:w-28">{means}</span>}
        <span className="shrink-0 text-small text-fg-3 sm:w-20 sm:text-right">{formsInWords(formCount)}</span>
      </span>
    </span>
  )
}
