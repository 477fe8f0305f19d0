import { ApolloProvider } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { createClient } from '../../apollo/client.ts'
import { Crash } from '../../apollo/crash.tsx'
import { openSeen } from '../../apollo/seen.ts'
import { useSeen } from '../../apollo/use-seen.ts'
import { ErrorBoundary } from '../../components/error-boundary.tsx'
import { dismissNotices } from '../../components/notify.ts'
import { Toaster } from '../../components/toaster.tsx'
import { onDemand } from '../../lib/on-demand.tsx'
import { leavePortal, openPortal } from '../../lib/portal-session.ts'
import { beginVisit, onOtherVisit, seenKey, visitStands } from '../../lib/portal-visit.ts'
import { PortalFrame } from '../../routes/portal/portal-frame.tsx'
import type { Portal } from '../../routes/portal/portal.ts'
import { PortalClosed } from '../../routes/portal/when-closed.ts'
import { chosenOrganizationId } from '../chosen-organization.ts'

const OpenPage = onDemand(async () => (await import('../../routes/portal/open/open-page.tsx')).OpenPage)
const TodayPage = onDemand(async () => (await import('../../routes/portal/today/today-page.tsx')).TodayPage)
const CallPage = onDemand(async () => (await import('../../routes/portal/call/call-page.tsx')).CallPage)
const FormsPage = onDemand(async () => (await import('../../routes/portal/forms/forms-page.tsx')).FormsPage)
const UpcomingPage = onDemand(async () => (await import('../../routes/portal/upcoming/upcoming-page.tsx')).UpcomingPage)
const NumbersPage = onDemand(async () => (await import('../../routes/portal/numbers/numbers-page.tsx')).NumbersPage)
const LeaderboardPage = onDemand(
  async () => (await import('../../routes/portal/leaderboard/leaderboard-page.tsx')).LeaderboardPage,
)
const StatementPage = onDemand(
  async () => (await import('../../routes/portal/statement/statement-page.tsx')).StatementPage,
)
const ProfilePage = onDemand(async () => (await import('../../routes/portal/profile/profile-page.tsx')).ProfilePage)
const CallsPage = onDemand(async () => (await import('../../routes/portal/rows/calls-page.tsx')).CallsPage)
const PaymentsPage = onDemand(async () => (await import('../../routes/portal/rows/payments-page.tsx')).PaymentsPage)

/** Another build reads what is kept in its own way: the name of its file tells it. */
const seen = openSeen({ key: seenKey, build: new URL(import.meta.url).pathname, stands: visitStands })

/** A link's session is ended by itself; who signed in is signed out of everything on this browser. */
const leave = async (cameBy: Portal['cameBy']): Promise<boolean> =>
  cameBy === 'link' ? leavePortal() : (await (await import('../session.ts')).signOut()).ok

/**
 * The portal: for phones, and for whoever came by a link or signed in as a sales rep. It is an app of its own beside the admin's, with a
 * client and a cache of its own, so that neither waits for the other's code nor shows what the other was told.
 */
export function PortalApp() {
  const [ended, setEnded] = useState(false)
  const end = () => {
    beginVisit()
    dismissNotices()
    setEnded(true)
  }
  const [answers] = useState(() => new EventTarget())
  const [client] = useState(() =>
    createClient({
      organizationId: chosenOrganizationId,
      portal: true,
      onUnauthenticated: end,
      onAnswered: () => void answers.dispatchEvent(new Event('answer')),
    }),
  )
  const { stage, offline, keep, showSeen, backOnline, beginAnew } = useSeen(client, seen, !ended)
  useEffect(() => {
    answers.addEventListener('answer', backOnline)
    return () => answers.removeEventListener('answer', backOnline)
  }, [answers, backOnline])
  const enter = async () => {
    beginVisit()
    await beginAnew()
    setEnded(false)
  }
  // In another tab somebody else came in, or this person left.
  useEffect(() => (ended ? undefined : onOtherVisit(() => void beginAnew())), [ended, beginAnew])
  return (
    <ApolloProvider client={client}>
      <BrowserRouter basename="/portal">
        <ErrorBoundary broken={(error) => <Crash error={error} />}>
          <Routes>
            <Route path="open" element={<OpenPage open={openPortal} onOpened={enter} />} />
            <Route
              element={
                ended ? (
                  <PortalClosed />
                ) : (
                  <PortalFrame
                    key={stage}
                    leave={leave}
                    onLeft={end}
                    onUnreachable={showSeen}
                    onReadAhead={keep}
                    offline={offline}
                  />
                )
              }
            >
              <Route index element={<TodayPage />} />
              <Route path="forms" element={<FormsPage />} />
              <Route path="upcoming" element={<UpcomingPage />} />
              <Route path="numbers" element={<NumbersPage />} />
              <Route path="leaderboard" element={<LeaderboardPage />} />
              <Route path="statement" element={<StatementPage />} />
              <Route path="profile" element={<ProfilePage />} />
              <Route path="calls" element={<CallsPage />} />
              <Route path="calls/:id" element={<CallPage />} />
              <Route path="payments" element={<PaymentsPage />} />
              <Route path="*" element={<TodayPage />} />
            </Route>
          </Routes>
        </ErrorBoundary>
      </BrowserRouter>
      <Toaster />
    </ApolloProvider>
  )
}
