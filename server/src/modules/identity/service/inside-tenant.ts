import type { SessionSettings } from '../../../database/session-settings.ts'

/** How credentials are looked up: inside the tenant that they name, before anybody acts. */
export const insideTenant = (organizationId: string): SessionSettings => ({
  organizationId,
  userId: null,
  scope: 'organization',
  repIds: [],
  actor: 'job:sign-in',
  requestId: '',
})
