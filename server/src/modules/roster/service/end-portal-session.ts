import type { Database } from '../../../database/tx.ts'
import type { Actor, Origin } from '../../../kernel/actor.ts'
import { asPortal } from './open-portal-link.ts'

/** Ends the session of whoever came by a link. The link stays as good as it was. */
export async function endPortalSession({
  database,
  actor: { organizationId, linkId, sessionId },
  origin,
}: {
  database: Database
  actor: Extract<Actor, { kind: 'portal' }>
  origin: Origin
}): Promise<void> {
  await database.flight(asPortal({ organizationId, linkId }, origin), [
    {
      text: `update portal_sessions set ended_at = now() where organization_id = $1 and id = $2 and ended_at is null`,
      parameters: [organizationId, sessionId],
    },
  ])
}
