import type { SessionSettings } from '../../../database/session-settings.ts'

/** What the database is told of a job that belongs to no tenant. */
export const nobody = (job: string, requestId: string): SessionSettings => ({
  organizationId: null,
  userId: null,
  scope: 'none',
  repIds: [],
  actor: `job:${job}`,
  requestId,
})
