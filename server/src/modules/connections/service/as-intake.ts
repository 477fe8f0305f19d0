import type { SessionSettings } from '../../../database/session-settings.ts'

/** Whoever takes webhooks in belongs to no tenant, and sees nothing of any: it acts through the few functions that are made for it. */
export const asIntake: SessionSettings = {
  organizationId: null,
  userId: null,
  scope: 'none',
  repIds: [],
  actor: 'webhook:intake',
  requestId: '',
}
