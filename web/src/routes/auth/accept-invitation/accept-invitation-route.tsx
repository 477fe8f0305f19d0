import { useApolloClient, useMutation, useQuery } from '@apollo/client/react'
import { useRef } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import type { FormResult } from '../../../lib/form-result.ts'
import { authViewerQuery } from '../auth-viewer.ts'
import { AcceptInvitationPage, type AcceptanceResult } from './accept-invitation-page.tsx'

const acceptInvitationMutation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      organizationId
    }
  }
`)

export interface AcceptInvitationRouteProps {
  /** Names the organization that requests act in from now on; null for none yet. */
  chooseOrganization: (organizationId: string | null) => void
  signOut: () => Promise<FormResult<string>>
}

/** The server's answers after which trying again is of no use. */
const finalCodes = new Set(['NOT_FOUND', 'CONFLICT', 'BAD_USER_INPUT'])

/** `/accept-invitation?token=…`, the link of an invitation. */
export function AcceptInvitationRoute({ chooseOrganization, signOut }: AcceptInvitationRouteProps) {
  const client = useApolloClient()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  const who = useQuery(authViewerQuery, { fetchPolicy: 'network-only' })
  const [acceptInvitation] = useMutation(acceptInvitationMutation)
  const joinedId = useRef<string>(null)

  const accept = async (): Promise<AcceptanceResult> => {
    try {
      const { data } = await acceptInvitation({ variables: { input: { token } } })
      joinedId.current = data?.acceptInvitation.organizationId ?? null
      return { ok: true }
    } catch (error) {
      const { code, title, advice } = readError(error)
      // What the plan allows is for the organization to change, not for whoever wants to join.
      if (code === 'PLAN_LIMIT') {
        return {
          ok: false,
          unusable: false,
          message: `${title}. Ask who invited you: once there is a seat, accept again`,
        }
      }
      if (!finalCodes.has(code)) return { ok: false, unusable: false, message: `${title}. ${advice}` }
      return { ok: false, unusable: true, message: code === 'CONFLICT' ? `${title}.` : null }
    }
  }
  const enter = () => {
    chooseOrganization(joinedId.current)
    const go = () => void navigate('/', { replace: true })
    // What could not be fetched anew here, the next page asks for by itself.
    client.resetStore().then(go, go)
  }
  const leave = async () => {
    const result = await signOut()
    if (!result.ok) return result
    chooseOrganization(null)
    const answer = () => result
    // Asking anew who is signed in is the store's work; where that fails, the query above says so.
    return client.resetStore().then(answer, answer)
  }

  if (who.error && !who.data) {
    return (
      <main className="flex min-h-dvh flex-col">
        <title>Accept your invitation · Clinch</title>
        <h1 className="sr-only">Accept your invitation</h1>
        <ErrorState {...readError(who.error)} onRetry={() => void who.refetch()} />
      </main>
    )
  }
  if (!who.data) return null
  return (
    <AcceptInvitationPage
      key={who.data.viewer?.id}
      token={token}
      viewer={who.data.viewer}
      onAccept={accept}
      onDone={enter}
      onSignOut={leave}
    />
  )
}
