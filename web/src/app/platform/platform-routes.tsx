import { Navigate, type RouteObject } from 'react-router'

/** The operators' console, each page with its own code. */
export const platformRoutes: RouteObject = {
  path: '/platform',
  lazy: async () => ({ Component: (await import('./platform-console.tsx')).PlatformConsole }),
  children: [
    { index: true, element: <Navigate to="/platform/organizations" replace /> },
    { path: 'organizations', lazy: () => import('../../routes/platform/organizations/organizations-route.tsx') },
    { path: 'organizations/:id', lazy: () => import('../../routes/platform/organization/organization-route.tsx') },
    { path: 'users', lazy: () => import('../../routes/platform/users/users-route.tsx') },
    { path: 'rates', lazy: () => import('../../routes/platform/rates/rates-route.tsx') },
    { path: 'vault', lazy: () => import('../../routes/platform/vault/vault-route.tsx') },
    { path: 'acts', lazy: () => import('../../routes/platform/acts/acts-route.tsx') },
  ],
}
