import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { createClient, signInPath } from './apollo/client.ts'
import { chosenOrganizationId } from './app/chosen-organization.ts'
import { announcePlanRefusal } from './app/plan-refusals.ts'
import { Providers } from './app/providers.tsx'
import { createAppRouter } from './app/router.tsx'
import { watchAttendance } from './lib/watch-attendance.ts'
import './index.css'

const router = createAppRouter()
const client = createClient({
  organizationId: chosenOrganizationId,
  unattended: watchAttendance(),
  onUnauthenticated: () => void router.navigate(signInPath(router.state.location)),
  onPlanRefused: announcePlanRefusal,
})

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root to render into.')

createRoot(root).render(
  <StrictMode>
    <Providers client={client}>
      {/* In a transition the address would change before its queries do, and each would set the other back. */}
      <RouterProvider router={router} useTransitions={false} />
    </Providers>
  </StrictMode>,
)
