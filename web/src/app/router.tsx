import { createBrowserRouter, Outlet, type RouteObject } from 'react-router'
import { adminRoutes } from './admin-routes.tsx'
import { authRoutes } from './auth-routes.tsx'
import { CrashPage } from './crash-page.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { platformRoutes } from './platform/platform-routes.tsx'

/** Nothing: a page's code comes fast, and its own skeleton follows. */
const Blank = () => null

/** All routes under one error page. Each route fetches its own code. */
export const routes: RouteObject[] = [
  {
    Component: Outlet,
    ErrorBoundary: CrashPage,
    HydrateFallback: Blank,
    children: [
      ...authRoutes,
      {
        lazy: async () => ({ Component: (await import('./signed-in.tsx')).SignedIn }),
        children: [{ ErrorBoundary: CrashPage, children: adminRoutes }],
      },
      platformRoutes,
      { path: '*', Component: NotFoundPage },
    ],
  },
]

export const createAppRouter = () => createBrowserRouter(routes)
