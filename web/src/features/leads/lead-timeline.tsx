import { useQuery } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { LeadTimelineQuery } from '../../apollo/generated/graphql.ts'
import { LoadError } from '../../apollo/load-error.tsx'
import { Button } from '../../components/button.tsx'
import { DateTime, Money } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { SkeletonRows } from '../../components/skeleton.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { Timeline, type TimelineEntry } from '../../components/timeline.tsx'
import { callPath, leadPath, paymentPath } from '../../lib/page-search.ts'
import { happeningLooks } from './happening-looks.ts'

const leadTimelineQuery = graphql(`
  query LeadTimeline($id: ID!, $after: String) {
    lead(id: $id) {
      id
      timeline(first: 30, after: $after) {
        edges {
          cursor
          node {
            id
            at
            kind
            by
            detail
            amount {
              amount
              currency
            }
            event {
              id
              scheduledAt
            }
            payment {
              id
            }
            otherLead {
              id
              fullName
            }
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`)

type Happening = NonNullable<LeadTimelineQuery['lead']>['timeline']['edges'][number]['node']

/** What happened, with a link to what it happened to. */
function Detail({ entry }: { entry: Happening }) {
  const parts: ReactNode[] = []
  if (entry.payment && entry.amount) {
    parts.push(
      <TextLink quiet to={paymentPath(entry.payment.id)}>
        <Money value={entry.amount} />
      </TextLink>,
    )
  } else if (entry.event) {
    parts.push(
      <>
        Call of{' '}
        <TextLink quiet to={callPath(entry.event.id)}>
          <DateTime at={entry.event.scheduledAt} />
        </TextLink>
      </>,
    )
  }
  if (entry.otherLead) {
    parts.push(
      <TextLink quiet to={leadPath(entry.otherLead.id)}>
        {entry.otherLead.fullName}
      </TextLink>,
    )
  }
  if (entry.detail) parts.push(entry.detail.replaceAll('_', ' '))
  return parts.map((part, index) => (
    // The parts of one line never change their places.
    <span key={index}>
      {index > 0 && ', '}
      {part}
    </span>
  ))
}

const toEntry = (entry: Happening): TimelineEntry => {
  const { title, icon, tone } = happeningLooks[entry.kind]
  const tells = entry.event !== null || entry.payment !== null || entry.otherLead !== null || entry.detail !== null
  return {
    id: entry.id,
    at: entry.at,
    icon,
    title: entry.by ? `${title} by ${entry.by}` : title,
    ...(tone ? { tone } : {}),
    ...(tells ? { detail: <Detail entry={entry} /> } : {}),
  }
}

/** All that happened with a lead, across calls and money, the newest first. */
export function LeadTimeline({ leadId }: { leadId: string }) {
  const { data, error, loading, refetch, fetchMore } = useQuery(leadTimelineQuery, {
    variables: { id: leadId },
    fetchPolicy: 'cache-and-network',
  })
  const timeline = data?.lead?.timeline
  const entries = timeline?.edges.map(({ node }) => toEntry(node)) ?? []
  return (
    <Section title="Timeline">
      <div className="mt-2">
        {timeline ? (
          entries.length === 0 ? (
            <p className="text-fg-3">Nothing happened with them yet.</p>
          ) : (
            <Timeline entries={entries} />
          )
        ) : error ? (
          <LoadError title="The timeline did not load" error={error} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={4} columns={2} label="Loading the timeline" />
        )}
        {timeline?.pageInfo.hasNextPage && (
          <div className="mt-3">
            <Button
              busy={loading}
              onClick={() => void fetchMore({ variables: { after: timeline.pageInfo.endCursor } })}
            >
              Show earlier
            </Button>
          </div>
        )}
      </div>
    </Section>
  )
}
