import type { RouteObject } from 'react-router'

/** The pages behind sign-in, each with its own code. */
export const adminRoutes: RouteObject[] = [
  { index: true, lazy: () => import('../routes/admin/dashboard/dashboard-route.tsx') },
  { path: 'calls', lazy: () => import('../routes/admin/calls/calls-route.tsx') },
  { path: 'calls/overdue', lazy: () => import('../routes/admin/overdue/overdue-route.tsx') },
  { path: 'calls/:id', lazy: () => import('../routes/admin/call/call-route.tsx') },
  { path: 'payments', lazy: () => import('../routes/admin/payments/payments-route.tsx') },
  {
    path: 'payments/reconciliation',
    lazy: () => import('../routes/admin/reconciliation/reconciliation-route.tsx'),
  },
  {
    path: 'payments/disputed-credits',
    lazy: () => import('../routes/admin/disputed-credits/disputed-credits-route.tsx'),
  },
  { path: 'payments/:id', lazy: () => import('../routes/admin/payment/payment-route.tsx') },
  { path: 'leads', lazy: () => import('../routes/admin/leads/leads-route.tsx') },
  { path: 'leads/:id', lazy: () => import('../routes/admin/lead/lead-route.tsx') },
  { path: 'team', lazy: () => import('../routes/admin/team/team-route.tsx') },
  { path: 'integrations', lazy: () => import('../routes/admin/integrations/integrations-route.tsx') },
  { path: 'settings', lazy: () => import('../routes/admin/settings/settings-route.tsx') },
]
