import { ApolloProvider } from '@apollo/client/react'
import { lazy, Suspense, useState } from 'react'
import { BrowserRouter, Route, Routes } from 'react-router'
import { createClient } from '../../apollo/client.ts'
import { Toaster } from '../../components/toaster.tsx'
import { leavePortal, openPortal } from '../../lib/portal-session.ts'
import { OpenPage } from '../../routes/portal/open/open-page.tsx'
import { PortalClosed } from '../../routes/portal/portal-closed.tsx'
import { PortalFrame } from '../../routes/portal/portal-frame.tsx'
import { TodayPage } from '../../routes/portal/today/today-page.tsx'

const CallPage = lazy(async () => ({ default: (await import('../../routes/portal/call/call-page.tsx')).CallPage }))

/**
 * The portal: for phones, and for whoever came by a link. It is an app of its own beside the admin's, with a client and a cache of its
 * own, so that neither waits for the other's code nor shows what the other was told.
 */
export function PortalApp() {
  const [ended, setEnded] = useState(false)
  const [client] = useState(() =>
    createClient({ organizationId: () => null, portal: true, onUnauthenticated: () => setEnded(true) }),
  )
  const enter = async () => {
    await client.clearStore()
    setEnded(false)
  }
  return (
    <ApolloProvider client={client}>
      <BrowserRouter basename="/portal">
        <Suspense fallback={null}>
          <Routes>
            <Route path="open" element={<OpenPage open={openPortal} onOpened={enter} />} />
            <Route
              element={ended ? <PortalClosed /> : <PortalFrame leave={leavePortal} onLeft={() => setEnded(true)} />}
            >
              <Route index element={<TodayPage />} />
              <Route path="calls/:id" element={<CallPage />} />
              <Route path="*" element={<TodayPage />} />
            </Route>
          </Routes>
        </Suspense>
      </BrowserRouter>
      <Toaster />
    </ApolloProvider>
  )
}
