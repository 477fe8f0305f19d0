import { graphql } from '../../apollo/generated/index.ts'
import type { PortalCallFacts_EventFragment } from '../../apollo/generated/graphql.ts'
import { PortalSection } from './portal-section.tsx'
import { otherOf, type PortalCall } from './portal-call.ts'

// Spread with `@unmask`.
graphql(`
  fragment PortalCallFacts_event on Event {
    id
    leadEmail
    sourceName
    source {
      id
      name
    }
    lead {
      id
      phone
    }
    answers {
      question
      answer
    }
  }
`)

export interface PortalCallFactsProps {
  call: PortalCall & PortalCallFacts_EventFragment
  role: 'closer' | 'setter'
}

const linkClass =
  'inline-flex min-h-(--control-touch) items-center rounded-xs text-accent hover:underline hover:underline-offset-3 break-all'

/** What is known of a lead before the call: how to reach them, where they came from, and what they wrote when they booked. */
export function PortalCallFacts({ call, role }: PortalCallFactsProps) {
  const other = otherOf(call, role)
  const phone = call.lead?.phone
  const source = call.source?.name ?? call.sourceName
  const facts = [
    {
      term: 'Join',
      value: call.joinUrl && (
        <a className={linkClass} href={call.joinUrl} target="_blank" rel="noreferrer">
          {call.joinUrl}
        </a>
      ),
    },
    {
      term: 'Phone',
      value: phone && (
        <a className={linkClass} href={`tel:${phone}`}>
          {phone}
        </a>
      ),
    },
    {
      term: 'Email',
      value: call.leadEmail && (
        <a className={linkClass} href={`mailto:${call.leadEmail}`}>
          {call.leadEmail}
        </a>
      ),
    },
    { term: role === 'closer' ? 'Booked by' : 'With', value: other },
    { term: 'Came from', value: source },
  ].filter(({ value }) => value)
  return (
    <>
      {facts.length > 0 && (
        <PortalSection title="The lead">
          <dl className="mt-1 grid grid-cols-[96px_minmax(0,1fr)] items-center gap-y-1">
            {facts.map(({ term, value }) => (
              <div key={term} className="contents">
                <dt className="text-fg-3">{term}</dt>
                <dd className="min-w-0 break-words">{value}</dd>
              </div>
            ))}
          </dl>
        </PortalSection>
      )}
      {call.answers.length > 0 && (
        <PortalSection title="What they wrote">
          <dl className="mt-2 flex flex-col gap-3">
            {call.answers.map(({ question, answer }) => (
              <div key={question}>
                <dt className="text-[14px] leading-5 text-fg-3">{question}</dt>
                <dd className="break-words whitespace-pre-line">{answer}</dd>
              </div>
            ))}
          </dl>
        </PortalSection>
      )}
    </>
  )
}
