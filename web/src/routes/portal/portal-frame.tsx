import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { Outlet } from 'react-router'
import { graphql } from '../../apollo/generated/index.ts'
import { LoadError } from '../../apollo/load-error.tsx'
import { OfflineLine } from '../../components/offline-line.tsx'
import { notify } from '../../components/notify.ts'
import { FormatSettingsProvider } from '../../lib/format-settings.ts'
import { ViewerProvider, type Viewer } from '../../lib/viewer.ts'
import { PortalClosed } from './portal-closed.tsx'
import { type Portal, PortalProvider } from './portal.ts'

const whoseQuery = graphql(`
  query PortalWhose {
    viewer {
      id
      kind
      name
      closerId
      setterId
      permissions
    }
    organization {
      id
      name
      currency
      timeZone
    }
  }
`)

const browserTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone

export interface PortalFrameProps {
  /** Ends this browser's session; false if that could not be done. */
  leave: () => Promise<boolean>
  onLeft: () => void
}

/** Finds out whose portal it is, and gives that to its pages. */
export function PortalFrame({ leave, onLeft }: PortalFrameProps) {
  const { data, error, refetch } = useQuery(whoseQuery)
  const person = data?.viewer
  const organization = data?.organization
  const viewer = useMemo<Viewer | null>(
    () =>
      person && organization
        ? {
            id: person.id,
            name: person.name,
            email: '',
            role: 'SALES_REP',
            permissions: person.permissions,
            organization,
          }
        : null,
    [person, organization],
  )
  const format = useMemo(
    () => ({
      locale: navigator.language,
      timeZone: browserTimeZone,
      organizationTimeZone: organization?.timeZone ?? browserTimeZone,
    }),
    [organization?.timeZone],
  )
  const portal: Portal = {
    role: person?.closerId ? 'closer' : 'setter',
    signOut: () => {
      void leave().then((left) => {
        if (left) onLeft()
        else notify.problem('You are still signed in', { detail: 'Check your connection, then sign out again.' })
      })
    },
  }
  // Somebody who signed in to the admin has no portal.
  if (data && person?.kind !== 'PORTAL') return <PortalClosed />
  if (!viewer) {
    return error ? (
      <main className="flex min-h-dvh flex-col">
        <title>Clinch</title>
        <h1 className="sr-only">Your portal</h1>
        <LoadError title="Your portal did not load" error={error} onRetry={() => void refetch()} />
      </main>
    ) : null
  }
  return (
    <ViewerProvider value={viewer}>
      <FormatSettingsProvider value={format}>
        <PortalProvider value={portal}>
          <div className="mx-auto min-h-dvh w-full max-w-160 border-line pb-[env(safe-area-inset-bottom)] text-reading md:border-x">
            <OfflineLine />
            <Outlet />
          </div>
        </PortalProvider>
      </FormatSettingsProvider>
    </ViewerProvider>
  )
}
