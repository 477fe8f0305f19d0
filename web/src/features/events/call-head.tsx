import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { Video } from 'lucide-react'
import { graphql } from '../../apollo/generated/index.ts'
import { buttonClass } from '../../components/button-class.ts'
import { CallState } from '../../components/call-state.tsx'
import { formatRelative } from '../../lib/format-date.ts'
import { useNow } from '../../lib/use-now.ts'

export const callHead = graphql(`
  fragment CallHead_event on Event {
    id
    status
    outcome
    overdue
    scheduledAt
    endsAt
    joinUrl
  }
`)

/** Where a call stands, and the way into it as long as it is to come. */
export function CallHead({ call }: { call: FragmentType<typeof callHead> }) {
  const { data, complete } = useFragment({ fragment: callHead, from: call })
  const now = useNow()
  if (!complete) return null
  const toCome = data.status === 'SCHEDULED' && new Date(data.endsAt ?? data.scheduledAt) > now
  const away = toCome ? formatRelative(data.scheduledAt, now) : null
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 md:px-6">
      <CallState call={data} />
      {away !== null && <span className="text-fg-3">{away}</span>}
      {toCome && data.joinUrl !== null && (
        <a href={data.joinUrl} target="_blank" rel="noreferrer" className={`ml-auto ${buttonClass({})}`}>
          <Video aria-hidden size={14} strokeWidth={1.75} />
          Join the call
        </a>
      )}
    </div>
  )
}
