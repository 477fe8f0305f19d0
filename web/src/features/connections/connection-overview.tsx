import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { DayBars } from '../../components/charts/day-bars.tsx'
import { DateTime, RelativeTime, Unknown } from '../../components/figures.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { formatDay } from '../../lib/format-date.ts'
import { SecretTail } from './secret-tail.tsx'
import { providerWords } from './provider-words.ts'

const connectionFragment = graphql(`
  fragment ConnectionOverview_connection on Connection {
    id
    provider
    name
    secrets {
      field
      lastFour
      createdAt
      validUntil
    }
    health {
      summary
      lastAcceptedAt
      lastProcessedAt
      parked
      waiting
      refusedLastDay
      callsPausedUntil
      lastCallSucceededAt
      lastCallFailedAt
      deliveriesByDay {
        day
        accepted
        refused
      }
    }
  }
`)

export interface ConnectionOverviewProps {
  connection: FragmentType<typeof connectionFragment>
  /** What to do about it, the most useful first. */
  actions: ReactNode
  /** What it means in money or bookings. */
  figure?: { term: string; value: ReactNode }
}

/** How a connection is doing: in a sentence to act on, in figures, and by day. */
export function ConnectionOverview({ connection: from, actions, figure }: ConnectionOverviewProps) {
  const { data: connection, complete } = useFragment({ fragment: connectionFragment, from })
  if (!complete) return null
  const { provider, name, health, secrets } = connection
  const secret = secrets.find((each) => each.field === 'WEBHOOK_SECRET' && each.validUntil === null)
  const called = calledWords(health)
  const { proofName } = providerWords[provider]
  return (
    <section
      aria-label={`${providerWords[provider].name} ${name}`}
      className="grid shrink-0 gap-x-8 gap-y-4 border-b border-line px-4 py-5 md:px-6 lg:grid-cols-[minmax(0,1fr)_224px_232px]"
    >
      <div className="max-w-130 min-w-0">
        <h2 className="text-title font-semibold tracking-(--track-title)">
          {providerWords[provider].name} <span className="font-normal text-fg-2">{name}</span>
        </h2>
        <p className="mt-1 text-pretty">{health.summary}</p>
        <div className="mt-3 flex flex-wrap items-center gap-2 empty:hidden">{actions}</div>
      </div>
      <dl className="self-start">
        {figure && <Line term={figure.term}>{figure.value}</Line>}
        <Line term="Accepted">
          {health.lastAcceptedAt ? <RelativeTime at={health.lastAcceptedAt} /> : <Unknown reason="Nothing yet" />}
        </Line>
        <Line term="Waiting">{waitingWords(health)}</Line>
        {called && <Line term="Calls">{called}</Line>}
        <Line term={proofName === 'Signing secret' ? 'Secret' : proofName}>
          {secret ? <SecretTail secret={secret} /> : <span className="text-bad">None on file</span>}
        </Line>
      </dl>
      <ByDay days={health.deliveriesByDay} />
    </section>
  )
}

const waitingWords = ({ waiting, parked }: { waiting: number; parked: number }): string =>
  [waiting > 0 && formatCount(waiting), parked > 0 && `${formatCount(parked)} parked`]
    .filter((text) => text !== false)
    .join(', ') || 'None'

/** How calling the provider goes, where it is called at all. */
function calledWords({ callsPausedUntil, lastCallSucceededAt, lastCallFailedAt }: Calls): ReactNode {
  if (callsPausedUntil !== null) {
    return (
      <span className="text-bad">
        Paused until <DateTime at={callsPausedUntil} />
      </span>
    )
  }
  if (lastCallSucceededAt === null) return lastCallFailedAt === null ? null : <span className="text-bad">Failing</span>
  if (lastCallFailedAt !== null && Date.parse(lastCallFailedAt) > Date.parse(lastCallSucceededAt)) {
    return <span className="text-bad">Failing</span>
  }
  return <RelativeTime at={lastCallSucceededAt} />
}

interface Calls {
  callsPausedUntil: string | null
  lastCallSucceededAt: string | null
  lastCallFailedAt: string | null
}

function Line({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex h-7 items-center justify-between gap-4 border-b border-line last:border-0">
      <dt className="text-fg-2">{term}</dt>
      <dd className="text-right font-medium whitespace-nowrap">{children}</dd>
    </div>
  )
}

interface Day {
  day: string
  accepted: number
  refused: number
}

function ByDay({ days }: { days: readonly Day[] }) {
  const [accepted, refused] = [
    days.reduce((sum, day) => sum + day.accepted, 0),
    days.reduce((sum, day) => sum + day.refused, 0),
  ]
  const first = days[0]
  const summary = `In the last ${days.length} days ${formatCount(accepted)} accepted and ${formatCount(refused)} refused.`
  return (
    <figure className="hidden self-start sm:block">
      <div title={summary}>
        <DayBars
          bars={days.map(({ day, accepted: good, refused: bad }) => ({ day, good, bad }))}
          summary={`Deliveries a day. ${summary}`}
        />
      </div>
      <figcaption className="mt-1 flex justify-between text-small text-fg-3">
        <span>{first ? formatDay(first.day) : ''}</span>
        <span>Deliveries a day</span>
        <span>Today</span>
      </figcaption>
    </figure>
  )
}
