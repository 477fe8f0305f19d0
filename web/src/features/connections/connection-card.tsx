import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { graphql } from '../../apollo/generated/index.ts'
import type { Provider } from '../../apollo/generated/graphql.ts'
import { RelativeTime } from '../../components/figures.tsx'
import { connectionLooks } from '../../components/connection-looks.ts'
import { Status } from '../../components/status.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { HealthStatus } from './health-status.tsx'
import { ProviderMark } from './provider-mark.tsx'
import { providerWords } from './provider-words.ts'

const connectionFragment = graphql(`
  fragment ConnectionCard_connection on Connection {
    id
    provider
    name
    health {
      state
      lastAcceptedAt
      parked
      waiting
      refusedLastDay
    }
  }
`)

export interface ConnectionCardProps {
  connection: FragmentType<typeof connectionFragment>
  /** Opens it; of the open one, closes it. */
  to: To
  isOpen: boolean
  /** What it brought, in bookings or money; may hold a link of its own. */
  figure?: ReactNode
  /** What that means, where nothing waits or was refused: `all credited`. */
  meaning?: ReactNode
}

const cardClass =
  'relative -mb-px -ml-px flex min-h-26 flex-col border-b border-l border-line px-4 py-3.5 md:px-6 hover:bg-(--hover)'

/** A connection as a tile of the ruled sheet: how it is doing, what it brought, what waits. */
export function ConnectionCard({ connection: from, to, isOpen, figure, meaning }: ConnectionCardProps) {
  const { data: connection, complete } = useFragment({ fragment: connectionFragment, from })
  if (!complete) return null
  const { health, provider, name } = connection
  return (
    <li
      className={`${cardClass} ${isOpen ? 'bg-accent-soft after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:bg-accent' : ''}`}
    >
      <div className="flex items-center gap-2">
        <ProviderMark provider={provider} />
        <Link
          to={to}
          aria-current={isOpen ? 'true' : undefined}
          className="min-w-0 truncate rounded-xs font-semibold before:absolute before:inset-0 before:content-['']"
        >
          {providerWords[provider].name} <span className="font-normal text-fg-2">{name}</span>
        </Link>
        <span className="ml-auto pl-2">
          <HealthStatus state={health.state} quiet />
        </span>
      </div>
      <div className="mt-2 truncate font-medium">{figure ?? providerWords[provider].brings}</div>
      <div className="truncate text-small text-fg-2">
        {isTroubled(health) || meaning === undefined ? <Waiting {...health} /> : meaning}
      </div>
    </li>
  )
}

interface Arrivals {
  parked: number
  waiting: number
  refusedLastDay: number
  lastAcceptedAt: string | null
}

const isTroubled = ({ parked, waiting, refusedLastDay }: Arrivals): boolean => parked + waiting + refusedLastDay > 0

function Waiting({ parked, waiting, refusedLastDay, lastAcceptedAt }: Arrivals) {
  const told = [
    parked > 0 && `${formatCount(parked)} parked`,
    waiting > 0 && `${formatCount(waiting)} waiting`,
    refusedLastDay > 0 && `${formatCount(refusedLastDay)} refused in 24 h`,
  ].filter((text) => text !== false)
  const before = told.length === 0 ? 'Last delivery ' : `${told.join(', ')}, last accepted `
  if (lastAcceptedAt === null) return <>{told.join(', ') || 'Nothing has arrived yet'}</>
  return (
    <>
      {before}
      <RelativeTime at={lastAcceptedAt} />
    </>
  )
}

/** A provider that is not connected, in the same shape; pressing it begins to connect. */
export function UnconnectedCard({ provider, to }: { provider: Provider; to: To }) {
  const { name, brings, needs } = providerWords[provider]
  return (
    <li className={cardClass}>
      <div className="flex items-center gap-2">
        <ProviderMark provider={provider} />
        <Link
          to={to}
          className="rounded-xs font-semibold whitespace-nowrap before:absolute before:inset-0 before:content-['']"
        >
          <span className="sr-only">Connect </span>
          {name}
        </Link>
        <span className="ml-auto text-fg-2">
          <Status looks={connectionLooks} value="NOT_CONNECTED" />
        </span>
      </div>
      <div className="mt-2 font-medium">{brings}</div>
      <div className="truncate text-small text-fg-2">{needs}</div>
    </li>
  )
}
