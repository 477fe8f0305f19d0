import { Banknote, CircleHelp, CirclePlay, type LucideIcon, MessageSquareText, Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { PortalLeadHistory_LeadFragment } from '../../apollo/generated/graphql.ts'
import { CallState } from '../../components/call-state.tsx'
import { Day, Money } from '../../components/figures.tsx'

// Spread with `@unmask`.
graphql(`
  fragment PortalLeadHistory_lead on Lead {
    id
    createdAt
    source {
      id
      name
    }
    trafficType {
      id
      name
    }
    events {
      id
      scheduledAt
      status
      outcome
      overdue
      callType {
        id
        name
      }
      postCallForm {
        id
        notes
      }
    }
    payments {
      id
      paidAt
      net {
        amount
        currency
      }
    }
  }
`)

export interface LeadHistoryProps {
  lead: PortalLeadHistory_LeadFragment
  /** The call that all of it came before. */
  callId: string
}

/** So many of each before it is too long to be read on the way into a call. */
const most = 3

/** What is known of a lead before a call: where they came from, how their calls went and what was noted, and what they paid. */
export function LeadHistory({ lead, callId }: LeadHistoryProps) {
  const call = lead.events.find(({ id }) => id === callId)
  const earlier = lead.events
    .filter(({ id, scheduledAt }) => id !== callId && (!call || scheduledAt < call.scheduledAt))
    .slice(0, most)
  const origin = [lead.source?.name, lead.trafficType?.name.toLowerCase()].filter(Boolean).join(', ')
  const lines = [
    ...(origin
      ? [
          <Line key="origin" icon={CirclePlay} at={lead.createdAt}>
            Came from {origin}
          </Line>,
        ]
      : []),
    ...earlier.flatMap((each) => [
      <Line key={each.id} icon={Phone} at={each.scheduledAt}>
        {each.callType?.name ?? 'An earlier call'}: <CallState call={each} />
      </Line>,
      ...(each.postCallForm?.notes
        ? [
            <Line key={`${each.id} notes`} icon={MessageSquareText}>
              “{each.postCallForm.notes}”
            </Line>,
          ]
        : []),
    ]),
    ...lead.payments.slice(0, most).map(({ id, paidAt, net }) => (
      <Line key={id} icon={Banknote} at={paidAt}>
        Paid <Money value={net} />
      </Line>
    )),
  ]
  return (
    <ul aria-label="What is known of the lead" className="mt-4 flex flex-col gap-2.5">
      {lines.length > 0 ? (
        lines
      ) : (
        <Line icon={CircleHelp}>Nothing is known of them yet: this is their first call.</Line>
      )}
    </ul>
  )
}

function Line({ icon: Icon, at, children }: { icon: LucideIcon; at?: string; children: ReactNode }) {
  return (
    <li className="flex items-start gap-3">
      <Icon aria-hidden size={18} strokeWidth={1.75} className="mt-0.5 shrink-0 text-fg-3" />
      <span className="min-w-0 flex-1 break-words">{children}</span>
      {at !== undefined && (
        <span className="shrink-0 text-fg-3">
          <Day at={at} />
        </span>
      )}
    </li>
  )
}
