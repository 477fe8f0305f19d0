import { useId, type ReactNode } from 'react'
import { formatCount } from '../lib/format-count.ts'

export interface SectionProps {
  title: string
  count?: number
  /** Stands right after the title: a segment, a legend. */
  beside?: ReactNode
  /** Stands at the far end: a link, a note. */
  action?: ReactNode
  children: ReactNode
}

/** A part of the ruled sheet. Draws no box: the grid that holds it parts it by hairlines. */
export function Section({ title, count, beside, action, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="min-w-0 px-4 py-4 md:px-6">
      <div className="flex min-h-6 flex-wrap items-center gap-2">
        <h2 id={id} className="font-semibold tracking-[-0.004em]">
          {title}
        </h2>
        {count !== undefined && <span className="text-fg-3">{formatCount(count)}</span>}
        {beside}
        {action && <div className="ml-auto flex items-center gap-2 text-small">{action}</div>}
      </div>
      {children}
    </section>
  )
}

export interface Fact {
  term: string
  value: ReactNode
}

/** Terms and their values in two columns, as in a record's panel. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[112px_minmax(0,1fr)] leading-6">
      {facts.map((fact) => (
        <div key={fact.term} className="contents">
          <dt className="text-fg-3">{fact.term}</dt>
          <dd className="min-w-0 break-words">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
