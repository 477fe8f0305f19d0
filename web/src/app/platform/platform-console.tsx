import { useApolloClient, useQuery } from '@apollo/client/react'
import { Building2, Coins, KeyRound, ScrollText, UsersRound } from 'lucide-react'
import { useMemo } from 'react'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import { signInPath } from '../../apollo/client.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { LoadError } from '../../apollo/load-error.tsx'
import { notify } from '../../components/notify.ts'
import { EnterOrganizationProvider } from '../../features/platform/enter-organization.ts'
import { FormatSettingsProvider } from '../../lib/format-settings.ts'
import { chooseOrganization } from '../chosen-organization.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { signOut } from '../session.ts'
import { AppShell } from '../shell/app-shell.tsx'
import type { NavEntry } from '../shell/navigation.ts'

const viewerQuery = graphql(`
  query PlatformViewer {
    viewer {
      id
      name
      permissions
      organizations {
        id
        name
      }
    }
  }
`)

const pages: readonly NavEntry[] = [
  { to: '/platform/organizations', label: 'Organizations', icon: Building2 },
  { to: '/platform/users', label: 'Users', icon: UsersRound },
  { to: '/platform/acts', label: 'Acts', icon: ScrollText },
  { to: '/platform/rates', label: 'Rates', icon: Coins },
  { to: '/platform/vault', label: 'Vault', icon: KeyRound },
]
const platform = { id: 'platform', name: 'Clinch platform' }
const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The operators' pages in the shell of the app. For whoever is no operator there is no such page. */
export function PlatformConsole() {
  const client = useApolloClient()
  const navigate = useNavigate()
  const location = useLocation()
  const { data, error, refetch } = useQuery(viewerQuery)
  const format = useMemo(() => ({ locale: navigator.language, timeZone, organizationTimeZone: timeZone }), [])

  /** What the client holds was told to somebody else: it is dropped on the way. */
  const leaveFor = async (path: string) => {
    await navigate(path)
    await client.clearStore()
  }
  const enter = (organizationId: string) => {
    if (organizationId === platform.id) return
    chooseOrganization(organizationId)
    void leaveFor('/')
  }
  const leave = async () => {
    const result = await signOut()
    if (!result.ok) return notify.problem('You are still signed in', { detail: result.message })
    chooseOrganization(null)
    await leaveFor('/sign-in')
  }
  if (!data)
    return error ? <LoadError title="The console did not load" error={error} onRetry={() => void refetch()} /> : null
  const { viewer } = data
  if (!viewer) return <Navigate to={signInPath(location)} replace />
  if (!viewer.permissions.includes('OPERATE_PLATFORM')) return <NotFoundPage />
  return (
    <EnterOrganizationProvider value={enter}>
      <FormatSettingsProvider value={format}>
        <AppShell
          viewer={{ name: viewer.name, role: 'Operator' }}
          organization={platform}
          organizations={[platform, ...viewer.organizations]}
          pages={pages}
          footPages={[]}
          onChooseOrganization={enter}
          onSignOut={() => void leave()}
        >
          <Outlet />
        </AppShell>
      </FormatSettingsProvider>
    </EnterOrganizationProvider>
  )
}
