import type { ReactNode } from 'react'
import { DateTime, Money } from '../../components/figures.tsx'
import { Facts, Section, type Fact } from '../../components/section.tsx'
import type { LeadRecord } from './lead-record.ts'

const Quiet = ({ children }: { children: ReactNode }) => <span className="text-fg-3">{children}</span>

/** Where somebody came from, who booked them, and what they paid. */
export function LeadFacts({ lead, action }: { lead: LeadRecord; action?: ReactNode }) {
  const facts: Fact[] = [
    {
      term: 'Net paid',
      value: (
        <span className="font-medium">
          <Money value={lead.netCash} reason="No exchange rate is known for one of their payments" />
        </span>
      ),
    },
    {
      term: 'Source',
      value: (
        <>
          {lead.source?.name ?? <Quiet>None</Quiet>}
          {lead.trafficType && <span className="text-fg-3"> {lead.trafficType.name.toLowerCase()}</span>}
        </>
      ),
    },
    { term: 'First setter', value: lead.originalSetter?.name ?? <Quiet>None</Quiet> },
    { term: 'Latest setter', value: lead.currentSetter?.name ?? <Quiet>None</Quiet> },
    { term: 'Time zone', value: lead.timeZone ?? <Quiet>Not known</Quiet> },
    { term: 'Known since', value: <DateTime at={lead.createdAt} /> },
  ]
  return (
    <Section title="Lead" action={action}>
      <div className="mt-1">
        <Facts facts={facts} />
      </div>
    </Section>
  )
}
