import { Lightbulb } from 'lucide-react'
import { TextLink } from '../../components/text-link.tsx'
import { callsTo } from '../../lib/page-search.ts'
import { helpFor, type Uncredited } from './help-for.ts'

/** Of a payment that is credited to nobody: what stands in the way, and what would remove it. */
export function WhatWouldHelp({ payment }: { payment: Uncredited }) {
  const name = payment.lead?.fullName ?? payment.customerName
  return (
    <div className="mb-5 border-l-2 border-accent py-0.5 pl-4">
      <h3 className="flex items-center gap-2 font-medium">
        <Lightbulb aria-hidden size={14} strokeWidth={1.75} className="text-accent" />
        What would help
      </h3>
      <ul className="mt-1 flex flex-col gap-2 pl-5.5">
        {helpFor(payment).map(({ id, matter, remedy }) => (
          <li key={id} className="text-pretty">
            {matter} <span className="text-fg-2">{remedy}</span>
          </li>
        ))}
      </ul>
      {name && (
        <p className="mt-2 pl-5.5">
          <TextLink to={callsTo({ q: name })}>Find calls of {name}</TextLink>
        </p>
      )}
    </div>
  )
}
