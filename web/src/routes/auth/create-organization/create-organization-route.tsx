import { useApolloClient, useMutation, useQuery } from '@apollo/client/react'
import { useRef } from 'react'
import { Navigate, useLocation, useNavigate } from 'react-router'
import { signInPath } from '../../../apollo/client.ts'
import { graphql } from '../../../apollo/generated/index.ts'
import { refusalOf } from '../../../apollo/read-error.ts'
import { authViewerQuery } from '../auth-viewer.ts'
import { CreateOrganizationPage } from './create-organization-page.tsx'

const createOrganizationMutation = graphql(`
  mutation CreateOrganization($input: CreateOrganizationInput!) {
    createOrganization(input: $input) {
      organization {
        id
      }
    }
  }
`)

export interface CreateOrganizationRouteProps {
  /** Names the organization that requests act in from now on. */
  chooseOrganization: (organizationId: string) => void
}

/** Makes an organization and goes on into it. Whoever is not signed in signs in first. */
export function CreateOrganizationRoute({ chooseOrganization }: CreateOrganizationRouteProps) {
  const client = useApolloClient()
  const navigate = useNavigate()
  const location = useLocation()
  const who = useQuery(authViewerQuery, { fetchPolicy: 'network-only' })
  const [createOrganization] = useMutation(createOrganizationMutation)
  const createdId = useRef<string>(null)

  if (who.data?.viewer === null) return <Navigate to={signInPath(location)} replace />
  if (!who.data && !who.error) return null

  const enter = () => {
    if (createdId.current !== null) chooseOrganization(createdId.current)
    const go = () => void navigate('/', { replace: true })
    // What could not be fetched anew here, the next page asks for by itself.
    client.resetStore().then(go, go)
  }
  return (
    <CreateOrganizationPage
      onCreate={async (name, timeZone, currency) => {
        try {
          const { data } = await createOrganization({ variables: { input: { name, timeZone, currency } } })
          createdId.current = data?.createOrganization.organization.id ?? null
          return { ok: true }
        } catch (error) {
          return refusalOf(error, ['name', 'timeZone', 'currency'])
        }
      }}
      onDone={enter}
    />
  )
}
