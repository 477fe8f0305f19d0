import { useApolloClient, useMutation, useQuery } from '@apollo/client/react'
import { ShieldAlert } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import { useNavigate } from 'react-router'
import { graphql } from '../../apollo/generated/index.ts'
import { readError } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { notify } from '../../components/notify.ts'
import { organizationPath } from '../../features/platform/platform-search.ts'
import { useNow } from '../../lib/use-now.ts'
import { chooseOrganization } from '../chosen-organization.ts'

const query = graphql(`
  query ActingFor($id: ID!) {
    platformOrganization(id: $id) {
      id
      actingUntil
    }
  }
`)

const stopMutation = graphql(`
  mutation StopActing($input: StopActingInput!) {
    stopActing(input: $input) {
      organization {
        id
        actingUntil
      }
    }
  }
`)

export interface ActingForProps {
  organization: { id: string; name: string }
}

/** Over every page while an operator acts for an organization: for whom, that all of it is recorded, how long still, and the way out. */
export function ActingFor({ organization: { id, name } }: ActingForProps) {
  const client = useApolloClient()
  const navigate = useNavigate()
  const now = useNow()
  const { data } = useQuery(query, { variables: { id } })
  const [stop, { loading }] = useMutation(stopMutation, { variables: { input: { organizationId: id } } })
  const until = data?.platformOrganization?.actingUntil ?? null
  const minutes = until === null ? null : Math.max(1, Math.floor((Date.parse(until) - now.getTime()) / 60_000))

  const leave = async () => {
    chooseOrganization(null)
    await navigate(organizationPath(id))
    await client.clearStore()
  }
  const runOut = useEffectEvent(() => {
    notify.news(`You do not act for ${name} any more`, { detail: 'The time is over. Say why again to go on.' })
    void leave()
  })
  useEffect(() => {
    if (until === null) return
    const timer = setTimeout(() => runOut(), Math.max(0, Date.parse(until) - Date.now()))
    return () => clearTimeout(timer)
  }, [until])

  const stopNow = async () => {
    try {
      await stop()
    } catch (error) {
      const { code, title, requestId } = readError(error)
      // Over already: there is nothing left to stop.
      if (code !== 'NOT_FOUND')
        return notify.problem('You still act for it', { detail: requestId ? `${title}. Request ${requestId}` : title })
    }
    await leave()
  }
  return (
    <aside
      aria-label="Acting for an organization"
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-warn-soft px-4 py-1.5 md:px-6"
    >
      <ShieldAlert aria-hidden size={16} strokeWidth={1.75} className="text-warn" />
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">You act for {name} as Clinch support.</strong> Everything is recorded.
        {minutes !== null && (
          <span className="text-fg-2">{minutes === 1 ? ' A minute left.' : ` ${minutes} minutes left.`}</span>
        )}
      </p>
      <Button busy={loading} onClick={() => void stopNow()}>
        Stop
      </Button>
    </aside>
  )
}
