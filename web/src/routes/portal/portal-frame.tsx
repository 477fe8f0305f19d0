import { useQuery } from '@apollo/client/react'
import { useEffect, useMemo } from 'react'
import { Outlet, useMatch } from 'react-router'
import { graphql } from '../../apollo/generated/index.ts'
import { useLiveUpdates } from '../../apollo/live/use-live-updates.ts'
import { LoadError } from '../../apollo/load-error.tsx'
import { readError } from '../../apollo/read-error.ts'
import { OfflineLine } from '../../components/offline-line.tsx'
import { notify } from '../../components/notify.ts'
import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'
import { adoptKept } from '../../features/forms/adopt-kept.ts'
import { OutboxLine } from '../../features/forms/outbox-line.tsx'
import { forgetDrafts } from '../../features/forms/form-draft.ts'
import { OutboxProvider } from '../../features/forms/outbox-context.ts'
import { outboxOf } from '../../features/forms/outbox.ts'
import { PortalSidebar, PortalTabs } from '../../features/portal/portal-nav.tsx'
import { FormatSettingsProvider } from '../../lib/format-settings.ts'
import { ViewerProvider, type Viewer } from '../../lib/viewer.ts'
import { useReadAhead } from './ahead/use-read-ahead.ts'
import { type Portal, PortalProvider } from './portal.ts'
import { PortalClosed } from './when-closed.ts'

const whoseQuery = graphql(`
  query PortalWhose {
    viewer {
      id
      kind
      name
      email
      role
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
    portalSettings {
      leaderboard
      othersFigures
      leadContacts
      money
    }
    events(first: 1, filter: { overdue: true }) {
      totalCount
    }
  }
`)

const browserTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
/** How often the number of forms due is looked at anew. */
const lookAgainMs = 60_000

export interface PortalFrameProps {
  /** Ends this browser's session; false if that could not be done. */
  leave: (cameBy: Portal['cameBy']) => Promise<boolean>
  onLeft: () => void
  /** Nothing could be fetched to begin with: what was seen before may be shown. */
  onUnreachable: () => void
  /** The pages that nobody has opened yet were read ahead. */
  onReadAhead: () => void
  /** What is shown was seen before: nothing can be fetched. */
  offline: boolean
}

/** Finds out whose portal it is, and gives that to its pages; the ways between them stand at the bottom, or beside where there is room. */
export function PortalFrame({ leave, onLeft, onUnreachable, onReadAhead, offline }: PortalFrameProps) {
  const { data, error, refetch } = useQuery(whoseQuery, { pollInterval: lookAgainMs })
  const onCall = useMatch('/calls/:id') !== null
  const person = data?.viewer
  const organization = data?.organization
  const personId = person?.closerId ?? person?.setterId ?? null
  const viewer = useMemo<Viewer | null>(() => {
    if (!person || !organization || personId === null) return null
    // A link that is replaced by another is still the same person's.
    const keptAs = `${organization.id}.${personId}`
    // So is what a setter began before they took calls as well: it is there before any page looks for it.
    if (person.closerId && person.setterId) adoptKept(`${organization.id}.${person.setterId}`, keptAs)
    return {
      id: person.id,
      name: person.name,
      email: person.email ?? '',
      role: 'SALES_REP',
      permissions: person.permissions,
      keptAs,
      organization,
    }
  }, [person, organization, personId])
  const unreachable = !data && error !== undefined && readError(error).code === 'NETWORK'
  useEffect(() => {
    if (unreachable) onUnreachable()
  }, [unreachable, onUnreachable])
  useLiveUpdates(viewer && { organizationId: viewer.organization.id, portal: true })
  const role = person?.closerId ? 'closer' : 'setter'
  const cameBy = person?.kind === 'PORTAL' ? 'link' : 'account'
  useReadAhead({
    whose: data && viewer && !offline ? { role, cameBy, ...data.portalSettings } : null,
    timeZone: organization?.timeZone ?? browserTimeZone,
    onRead: onReadAhead,
  })
  const format = useMemo(
    () => ({
      locale: navigator.language,
      timeZone: browserTimeZone,
      organizationTimeZone: organization?.timeZone ?? browserTimeZone,
    }),
    [organization?.timeZone],
  )
  // Owners and admins have the admin's pages; whoever is nobody on the roster has no calls here.
  const isRep = person?.kind === 'PORTAL' || (person?.kind === 'USER' && person.role === 'SALES_REP')
  if (data && !(isRep && personId !== null)) return <PortalClosed signedIn={person?.kind === 'USER'} />
  if (!data || !viewer || personId === null) {
    if (!error) return <PortalSkeleton />
    return (
      <main className="flex min-h-dvh flex-col">
        <title>Clinch</title>
        <h1 className="sr-only">Your portal</h1>
        <LoadError title="Your portal did not load" error={error} onRetry={() => void refetch()} />
      </main>
    )
  }
  const portal: Portal = {
    role,
    personId,
    cameBy,
    shows: data.portalSettings,
    formsDue: data.events.totalCount,
    signOut: () => {
      void leave(cameBy).then((left) => {
        if (left) {
          forgetDrafts(viewer.keptAs)
          onLeft()
        } else notify.problem('You are still signed in', { detail: 'Check your connection, then sign out again.' })
      })
    },
  }
  const nav = {
    formsDue: portal.formsDue,
    leaderboard: portal.shows.leaderboard !== 'HIDDEN',
    statement: portal.shows.money !== 'NONE',
  } as const
  return (
    <ViewerProvider value={viewer}>
      <FormatSettingsProvider value={format}>
        <PortalProvider value={portal}>
          <OutboxProvider value={outboxOf(viewer.keptAs)}>
            <div className="mx-auto flex min-h-dvh w-full max-w-232 text-reading">
              <PortalSidebar {...nav} name={viewer.name} organization={viewer.organization.name} />
              <div
                className={`min-w-0 flex-1 border-line md:border-x ${onCall ? 'pb-[env(safe-area-inset-bottom)]' : 'pb-[calc(64px+env(safe-area-inset-bottom))] lg:pb-0'}`}
              >
                <OfflineLine offline={offline} />
                <OutboxLine toCall={(eventId) => `/calls/${eventId}`} />
                <Outlet />
              </div>
            </div>
            {!onCall && <PortalTabs {...nav} />}
          </OutboxProvider>
        </PortalProvider>
      </FormatSettingsProvider>
    </ViewerProvider>
  )
}

/** Shaped like the pages; a network that answers at once is not flashed at. */
function PortalSkeleton() {
  return (
    <main>
      <title>Clinch</title>
      <SkeletonGroup label="Loading your portal">
        <div className="mx-auto flex max-w-232 flex-col gap-6 px-4 py-6 md:px-6">
          <Skeleton widthPx={160} heightPx={24} />
          <Skeleton widthPx={320} heightPx={96} />
          <Skeleton widthPx={320} heightPx={44} />
        </div>
      </SkeletonGroup>
    </main>
  )
}
