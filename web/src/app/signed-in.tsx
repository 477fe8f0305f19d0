import { useApolloClient } from '@apollo/client/react'
import { useMemo } from 'react'
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router'
import { signInPath } from '../apollo/client.ts'
import { useLiveUpdates } from '../apollo/live/use-live-updates.ts'
import { readError } from '../apollo/read-error.ts'
import { Button } from '../components/button.tsx'
import { ErrorState } from '../components/error-state.tsx'
import { dismissNotices, notify } from '../components/notify.ts'
import { forgetDrafts } from '../features/forms/form-draft.ts'
import { TrialBanner } from '../features/plans/trial-banner.tsx'
import { FormatSettingsProvider } from '../lib/format-settings.ts'
import { onDemand } from '../lib/on-demand.tsx'
import { ViewerProvider } from '../lib/viewer.ts'
import { chooseOrganization, chosenOrganizationId } from './chosen-organization.ts'
import { NoOrganization, Switching } from './no-organization.tsx'
import { footPagesFor, pagesFor } from './pages.ts'
import { usePlanRefusals } from './plan-refusals.ts'
import { signOut } from './session.ts'
import { AppShell } from './shell/app-shell.tsx'
import { useStanding } from './use-standing.ts'
import { ToPortal, toPortal } from './to-portal.tsx'
import { useSwitchOrganization } from './use-switch-organization.ts'

const ActingFor = onDemand(async () => (await import('./platform/acting-for.tsx')).ActingFor)
const SecondFactorWanted = onDemand(async () => (await import('./second-factor-wanted.tsx')).SecondFactorWanted)
const roleNames = { OWNER: 'Owner', ADMIN: 'Admin', SALES_REP: 'Sales rep' } as const
const browserTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The pages behind sign-in: finds out who it is and in which organization, and draws the shell around the page. */
export function SignedIn() {
  const client = useApolloClient()
  const navigate = useNavigate()
  const location = useLocation()
  const { person, viewer, organizations, trial, overdueForms, connectionInNeed, error, reload } = useStanding()
  const { openingId, open } = useSwitchOrganization()
  const mayManage = viewer?.permissions.includes('MANAGE_ORGANIZATION') ?? false
  usePlanRefusals(mayManage)
  useLiveUpdates(viewer && { organizationId: viewer.organization.id })
  const timeZone = viewer?.organization.timeZone
  const format = useMemo(
    () => ({
      locale: navigator.language,
      timeZone: browserTimeZone,
      organizationTimeZone: timeZone ?? browserTimeZone,
    }),
    [timeZone],
  )

  const leave = async () => {
    const result = await signOut()
    if (!result.ok) {
      notify.problem('You are still signed in', { detail: result.message })
      return
    }
    if (viewer) forgetDrafts(viewer.keptAs)
    chooseOrganization(null)
    dismissNotices()
    await navigate('/sign-in')
    await client.clearStore()
  }

  if (person === null) return <Navigate to={signInPath(location)} replace />
  if (person?.kind === 'PORTAL') return <ToPortal />
  if (person?.secondFactorWanted && openingId === null) {
    return (
      <SecondFactorWanted
        person={person}
        chosenId={chosenOrganizationId()}
        onChoose={open}
        onTurnedOn={reload}
        onSignOut={() => void leave()}
      />
    )
  }
  if (person?.organizations.length === 0 && person.organizationId === null) {
    return (
      <Navigate to={person.permissions.includes('OPERATE_PLATFORM') ? '/platform' : '/create-organization'} replace />
    )
  }
  if (person && person.organizationId === null && openingId === null) {
    return (
      <NoOrganization
        person={person}
        chosenId={chosenOrganizationId()}
        onChoose={open}
        onKept={reload}
        onSignOut={() => void leave()}
      />
    )
  }
  if (!viewer) return error ? <NotLoaded error={error} onRetry={reload} /> : null
  const opening = openingId === null ? undefined : organizations.find(({ id }) => id === openingId)
  return (
    <ViewerProvider value={viewer}>
      <FormatSettingsProvider value={format}>
        <AppShell
          viewer={{ name: viewer.name, role: viewer.role ? roleNames[viewer.role] : 'Operator' }}
          organization={opening ?? viewer.organization}
          organizations={organizations}
          pages={pagesFor(viewer, { overdueForms, connectionInNeed })}
          footPages={footPagesFor()}
          createOrganizationTo="/create-organization"
          onChooseOrganization={open}
          onSignOut={() => void leave()}
          platformTo={viewer.permissions.includes('OPERATE_PLATFORM') ? '/platform' : undefined}
          {...(viewer.role === 'SALES_REP' ? { onPortal: toPortal } : {})}
          banners={
            <>
              {viewer.role === null && <ActingFor organization={viewer.organization} />}
              {trial && <TrialBanner standing={trial} plansTo={mayManage ? '/settings?tab=plan' : null} />}
            </>
          }
        >
          {openingId === null ? <Outlet key={viewer.organization.id} /> : <Switching to={opening?.name ?? ''} />}
        </AppShell>
      </FormatSettingsProvider>
    </ViewerProvider>
  )
}

function NotLoaded({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { title, advice, requestId } = readError(error)
  return (
    <main className="flex min-h-dvh flex-col">
      <title>Clinch</title>
      <h1 className="sr-only">Clinch</h1>
      <ErrorState
        title={title}
        advice={advice}
        requestId={requestId}
        actions={
          <Button variant="primary" size="md" onClick={onRetry}>
            Try again
          </Button>
        }
      />
    </main>
  )
}
