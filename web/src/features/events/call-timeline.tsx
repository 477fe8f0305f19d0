import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import type { To } from 'react-router'
import { graphql } from '../../apollo/generated/index.ts'
import { Section } from '../../components/section.tsx'
import { Timeline } from '../../components/timeline.tsx'
import { timelineEntries } from './call-timeline-entries.tsx'

export const callTimeline = graphql(`
  fragment CallTimeline_event on Event {
    id
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
    cancelReason
    rescheduledFrom {
      id
      scheduledAt
    }
    rescheduledTo {
      id
      scheduledAt
    }
    history {
      id
      at
      change
      by
      assignment {
        role
        from
        to
        released
      }
      fields
    }
    payments {
      id
      origin
      provider
      paidAt
      amount {
        amount
        currency
      }
      refunds {
        id
        amount {
          amount
          currency
        }
        madeAt
        reason
        report
      }
    }
  }
`)

export interface CallTimelineProps {
  call: FragmentType<typeof callTimeline>
  /** Where another call of the chain leads. */
  callTo: (id: string) => To
}

/** What happened to a call, newest first: booked, moved, filed, paid. */
export function CallTimeline({ call, callTo }: CallTimelineProps) {
  const { data, complete } = useFragment({ fragment: callTimeline, from: call })
  if (!complete) return null
  return (
    <Section title="Timeline">
      <div className="mt-2">
        <Timeline entries={timelineEntries(data, callTo)} />
      </div>
    </Section>
  )
}
