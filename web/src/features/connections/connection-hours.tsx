import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { HoursLines } from './hours-lines.tsx'

const connectionFragment = graphql(`
  fragment ConnectionHours_connection on Connection {
    id
    availability {
      askedAt
      hostCount
      closerCount
      problems
      error
    }
  }
`)

/** How the hosts' open hours were read last, which utilization is reckoned from. Draws nothing where they never were. */
export function ConnectionHours({ connection: from }: { connection: FragmentType<typeof connectionFragment> }) {
  const { data: connection, complete } = useFragment({
    fragment: connectionFragment,
    fragmentName: 'ConnectionHours_connection',
    from,
  })
  return complete && connection.availability ? <HoursLines reading={connection.availability} /> : null
}
