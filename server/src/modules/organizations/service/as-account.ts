import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Origin } from '../../../kernel/actor.ts'
import type { Account } from '../../../kernel/caller.ts'

/**
 * How somebody acts in an organization that they are not in yet, or that nobody may act in now: as themselves, with sight of all of
 * it. What they may do there is for the verb to find out.
 */
export const asAccount = ({ userId }: Account, organizationId: string, origin: Origin): SessionSettings => ({
  organizationId,
  userId,
  scope: 'organization',
  repIds: [],
  actor: `user:${userId}`,
  ...origin,
})
