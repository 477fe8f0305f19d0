import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { Fragment, type ReactNode } from 'react'
import type { To } from 'react-router'
import { graphql } from '../../apollo/generated/index.ts'
import { DateTime } from '../../components/figures.tsx'
import { Facts, Section, type Fact } from '../../components/section.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { leadPath } from '../../lib/page-search.ts'
import { BookingAnswers } from './booking-answers.tsx'
import { earlierCalls, laterCalls, type ChainedCall } from './call-chain.ts'
import { CallTimes } from './call-times.tsx'

export const callFacts = graphql(`
  fragment CallFacts_event on Event {
    id
    leadEmail
    scheduledAt
    endsAt
    bookedAt
    joinUrl
    hostName
    hosts {
      email
      name
    }
    closerAssigned
    setterAssigned
    setterName
    sourceName
    canceledAt
    canceledBy
    cancelReason
    lead {
      id
      email
      phone
      timeZone
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
    trafficType {
      id
      name
    }
    callType {
      id
      name
    }
    answers {
      question
      answer
    }
    rescheduledFrom {
      id
      scheduledAt
      rescheduledFrom {
        id
        scheduledAt
        rescheduledFrom {
          id
          scheduledAt
        }
      }
    }
    rescheduledTo {
      id
      scheduledAt
      rescheduledTo {
        id
        scheduledAt
        rescheduledTo {
          id
          scheduledAt
        }
      }
    }
  }
`)

export interface CallFactsProps {
  call: FragmentType<typeof callFacts>
  /** Where another call of the chain leads. */
  callTo: (id: string) => To
}

const Quiet = ({ children }: { children: ReactNode }) => <span className="text-fg-3">{children}</span>

/** Whom a person gave the call to. */
const ByHand = ({ name }: { name: string | undefined }) => (
  <>
    {name ?? 'Nobody'}
    <Quiet>, by hand</Quiet>
  </>
)

/** Who, when, where from, and what the lead said when they booked. */
export function CallFacts({ call, callTo }: CallFactsProps) {
  const { data, complete } = useFragment({ fragment: callFacts, from: call })
  if (!complete) return null
  const email = data.leadEmail ?? data.lead?.email
  const earlier = earlierCalls(data)
  const later = laterCalls(data)
  const facts: (Fact | false)[] = [
    { term: 'Scheduled', value: <CallTimes {...data} leadTimeZone={data.lead?.timeZone ?? null} /> },
    later.length > 0 && { term: 'Moved to', value: <ChainLinks calls={later} callTo={callTo} /> },
    earlier.length > 0 && { term: 'Moved from', value: <ChainLinks calls={earlier} callTo={callTo} /> },
    data.canceledAt !== null && {
      term: 'Canceled',
      value: (
        <>
          <DateTime at={data.canceledAt} />
          {data.canceledBy && ` by ${data.canceledBy}`}
          {data.cancelReason && <span className="block text-fg-2">“{data.cancelReason}”</span>}
        </>
      ),
    },
    data.joinUrl !== null && {
      term: 'Join',
      value: (
        <a
          href={data.joinUrl}
          target="_blank"
          rel="noreferrer"
          className="rounded-xs font-medium text-accent hover:underline"
        >
          {data.joinUrl.replace(/^https?:\/\//, '')}
        </a>
      ),
    },
    {
      term: 'Closer',
      value: data.closerAssigned ? (
        <ByHand name={data.closer?.name} />
      ) : (
        (data.closer?.name ?? (data.hostName ? <Quiet>{data.hostName}, not on the roster</Quiet> : <Quiet>None</Quiet>))
      ),
    },
    data.hosts.length > 1 && {
      term: 'Hosts',
      value: data.hosts.map(({ name, email }) => name ?? email ?? 'Unknown').join(', '),
    },
    {
      term: 'Setter',
      value: data.setterAssigned ? (
        <ByHand name={data.setter?.name} />
      ) : (
        (data.setter?.name ??
        (data.setterName ? <Quiet>{data.setterName}, not on the roster</Quiet> : <Quiet>None</Quiet>))
      ),
    },
    {
      term: 'Source',
      value: (
        <>
          {data.source?.name ?? data.sourceName ?? <Quiet>None</Quiet>}
          {data.trafficType && <span className="text-fg-3"> {data.trafficType.name.toLowerCase()}</span>}
        </>
      ),
    },
    data.callType !== null && { term: 'Call type', value: data.callType.name },
    Boolean(email) && {
      term: 'Email',
      value: (
        <a href={`mailto:${email}`} className="quiet-link">
          {email}
        </a>
      ),
    },
    Boolean(data.lead?.phone) && {
      term: 'Phone',
      value: (
        <a href={`tel:${data.lead?.phone}`} className="quiet-link">
          {data.lead?.phone}
        </a>
      ),
    },
    { term: 'Booked', value: <DateTime at={data.bookedAt} /> },
    data.lead !== null && {
      term: 'Lead',
      value: <TextLink to={leadPath(data.lead.id)}>All of their calls and money</TextLink>,
    },
  ]
  return (
    <>
      <Section title="Call">
        <div className="mt-1">
          <Facts facts={facts.filter((fact) => fact !== false)} />
        </div>
      </Section>
      {data.answers.length > 0 && <BookingAnswers answers={data.answers} />}
    </>
  )
}

function ChainLinks({ calls, callTo }: { calls: readonly ChainedCall[]; callTo: (id: string) => To }) {
  return calls.map(({ id, scheduledAt }, index) => (
    <Fragment key={id}>
      {index > 0 && <span className="text-fg-3">, then </span>}
      <TextLink to={callTo(id)}>
        <DateTime at={scheduledAt} />
      </TextLink>
    </Fragment>
  ))
}
