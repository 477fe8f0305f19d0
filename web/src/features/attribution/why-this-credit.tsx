import type { FragmentType } from '@apollo/client/masking'
import { skipToken, useFragment, useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { WhyThisCredit_PaymentFragment } from '../../apollo/generated/graphql.ts'
import { DateTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { callsOfLead, type CallSummary } from './call-summary.ts'
import { ConfidenceLine } from './confidence-line.tsx'
import { CreditedTo } from './credited-to.tsx'
import { PlainWords } from './plain-words.tsx'
import { ShareList } from './share-list.tsx'
import { HandTrail, Trail } from './trail.tsx'
import { WhatWouldHelp } from './what-would-help.tsx'

const fragment = graphql(`
  fragment WhyThisCredit_payment on Payment {
    id
    customerName
    customerEmail
    customerPhone
    lead {
      id
      fullName
    }
    closer {
      id
      name
    }
    setter {
      id
      name
    }
    source {
      id
      name
    }
    event {
      id
      leadName
      scheduledAt
      status
      outcome
      overdue
      hostName
      closer {
        id
        name
      }
      setterName
      setter {
        id
        name
      }
      sourceName
      source {
        id
        name
      }
    }
    shares {
      role
      percent
      amount {
        amount
        currency
      }
      net {
        amount
        currency
      }
      closer {
        id
        name
      }
      setter {
        id
        name
      }
    }
    attribution {
      method
      locked
      confidence
      confidenceReason
      summary
      reason
      decidedAt
      decidedBy
      trail {
        rule
        question
        explanation
        result
        candidates {
          eventId
          scheduledAt
          verdict
          note
        }
      }
    }
  }
`)

/** The calls that the trail names, with what it does not say of them. They come after the trail itself, and move nothing. */
function useCandidateCalls(payment: Partial<WhyThisCredit_PaymentFragment>): ReadonlyMap<string, CallSummary> {
  const leadId = payment.lead?.id
  const needed = payment.attribution?.trail.some((step) => step.candidates.length > 0) ?? false
  const { data } = useQuery(callsOfLead, leadId && needed ? { variables: { leadId } } : skipToken)
  return useMemo(() => new Map(data?.events.edges.map(({ node }) => [node.id, node])), [data])
}

/** Why?: the decision in one sentence, the rules step by step, and whom it credits. Of a payment without credit: what would help. */
export function WhyThisCredit({ payment }: { payment: FragmentType<WhyThisCredit_PaymentFragment> }) {
  const { data, complete } = useFragment({ fragment, from: payment })
  const calls = useCandidateCalls(complete ? data : {})
  if (!complete) return null
  const { attribution, closer, setter, source, event, shares } = data
  const names = [closer, setter, ...shares.flatMap((share) => [share.closer, share.setter])].flatMap(
    (person) => person?.name ?? [],
  )
  const credited = attribution.method !== 'NONE'
  return (
    <Section
      title={credited ? 'Why this credit?' : 'Why is it not credited?'}
      action={
        attribution.decidedAt && (
          <span className="text-fg-3">
            Decided by {attribution.decidedBy ?? 'Clinch'}, <DateTime at={attribution.decidedAt} />
          </span>
        )
      }
    >
      <div className="@container">
        <p className="mt-3 mb-5 max-w-160 text-reading text-pretty">
          <PlainWords names={names}>{attribution.summary}</PlainWords>
        </p>
        {attribution.confidence && (
          <ConfidenceLine confidence={attribution.confidence} reason={attribution.confidenceReason} />
        )}
        {!credited && <WhatWouldHelp payment={data} />}
        {attribution.method === 'MANUAL' ? (
          <HandTrail decidedBy={attribution.decidedBy ?? 'Somebody'} reason={attribution.reason} />
        ) : (
          <Trail steps={attribution.trail} calls={calls} names={names} />
        )}
        {credited && <CreditedTo credited={{ closer, setter, source }} call={event} />}
        {shares.length > 0 && <ShareList shares={shares} />}
      </div>
    </Section>
  )
}
