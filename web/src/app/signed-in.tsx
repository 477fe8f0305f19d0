import { useApolloClient, useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import { signInPath } from '../apollo/client.ts'
import { graphql } from '../apollo/generated/index.ts'
import { readError } from '../apollo/read-error.ts'
import { Button } from '../components/button.tsx'
import { ErrorState } from '../components/error-state.tsx'
import { FormatSettingsProvider } from '../lib/format-settings.ts'
import { ViewerProvider, type Viewer } from '../lib/viewer.ts'
import { chooseOrganization } from './chosen-organization.ts'
import { footPagesFor, pagesFor } from './pages.ts'
import { signOut } from './session.ts'
import { AppShell } from './shell/app-shell.tsx'

const viewerQuery = graphql(`
  query SignedIn {
    viewer {
      id
      name
      email
      role
      organizationId
      permissions
      organizations {
        id
        name
        role
      }
    }
  }
`)

const organizationQuery = graphql(`
  query ChosenOrganization {
    organization {
      id
      name
      currency
      timeZone
    }
    overdue: events(first: 1, filter: { overdue: true }) {
      totalCount
    }
  }
`)

const connectionsQuery = graphql(`
  query ConnectionsInNeed {
    connections {
      id
      health {
        state
      }
    }
  }
`)

const needy = new Set(['FAILING', 'REFUSING', 'NO_SECRET'])
const roleNames = { OWNER: 'Owner', ADMIN: 'Admin', SALES_REP: 'Sales rep' } as const
const browserTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The pages behind sign-in: finds out who it is and in which organization, and draws the shell around the page. */
export function SignedIn() {
  const client = useApolloClient()
  const navigate = useNavigate()
  const location = useLocation()
  const who = useQuery(viewerQuery)
  const organizationId = who.data?.viewer?.organizationId ?? null
  const organization = useQuery(organizationQuery, { skip: organizationId === null, pollInterval: 60_000 })
  const seesConnections = who.data?.viewer?.permissions.includes('WRITE_CONNECTIONS') ?? false
  const connections = useQuery(connectionsQuery, { skip: !seesConnections, pollInterval: 60_000 })

  const person = who.data?.viewer
  const place = organization.data?.organization
  const viewer = useMemo<Viewer | null>(
    () =>
      person?.role && place
        ? {
            id: person.id,
            name: person.name,
            email: person.email ?? '',
            role: person.role,
            permissions: person.permissions,
            organization: place,
          }
        : null,
    [person, place],
  )
  const format = useMemo(
    () => ({
      locale: navigator.language,
      timeZone: browserTimeZone,
      organizationTimeZone: place?.timeZone ?? browserTimeZone,
    }),
    [place?.timeZone],
  )

  const failure = who.error ?? organization.error
  if (failure && !viewer) {
    const { title, advice, requestId } = readError(failure)
    return (
      <main className="flex min-h-dvh flex-col">
        <title>Clinch</title>
        <h1 className="sr-only">Clinch</h1>
        <ErrorState
          title={title}
          advice={advice}
          requestId={requestId}
          actions={
            <Button variant="primary" size="md" onClick={() => void who.refetch()}>
              Try again
            </Button>
          }
        />
      </main>
    )
  }
  if (person === null) return <Navigate to={signInPath(location)} replace />
  if (person && person.organizations.length === 0) return <Navigate to="/create-organization" replace />
  if (person && organizationId === null) {
    // The choice that this device remembers is of no use any more: the first organization takes its place.
    return <AnotherOrganization id={person.organizations[0]?.id ?? null} onChosen={() => void who.refetch()} />
  }
  if (!viewer || !person) return null

  const leave = async () => {
    const result = await signOut()
    if (!result.ok) return
    chooseOrganization(null)
    await navigate('/sign-in')
    await client.clearStore()
  }
  const change = async (id: string) => {
    chooseOrganization(id)
    await navigate('/')
    await client.resetStore()
  }
  return (
    <ViewerProvider value={viewer}>
      <FormatSettingsProvider value={format}>
        <AppShell
          viewer={{ name: viewer.name, role: roleNames[viewer.role] }}
          organization={viewer.organization}
          organizations={person.organizations}
          pages={pagesFor(viewer, {
            overdueForms: organization.data?.overdue.totalCount ?? 0,
            connectionInNeed: connections.data?.connections.some(({ health }) => needy.has(health.state)) ?? false,
          })}
          footPages={footPagesFor(viewer)}
          createOrganizationTo="/create-organization"
          onChooseOrganization={(id) => void change(id)}
          onSignOut={() => void leave()}
        >
          <Outlet key={viewer.organization.id} />
        </AppShell>
      </FormatSettingsProvider>
    </ViewerProvider>
  )
}

function AnotherOrganization({ id, onChosen }: { id: string | null; onChosen: () => void }) {
  return (
    <main className="flex min-h-dvh flex-col">
      <title>Choose an organization · Clinch</title>
      <h1 className="sr-only">Choose an organization</h1>
      <ErrorState
        title="You are not a member of that organization any more"
        advice="Somebody may have removed you from it. Your other organizations are as they were."
        actions={
          <Button
            variant="primary"
            size="md"
            onClick={() => {
              chooseOrganization(id)
              onChosen()
            }}
          >
            Go to my organization
          </Button>
        }
      />
    </main>
  )
}
