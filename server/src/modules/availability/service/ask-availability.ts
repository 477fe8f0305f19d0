import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { enqueue, type JobRequest } from '../../../kernel/define-job.ts'

/** The providers that can be asked when their hosts take calls. */
export const providersWithAvailability = ['calendly'] as const

const payload = z.object({
  organizationId: z.uuid(),
  connectionId: z.uuid(),
  /** When the asking began that is gone on with: who was read since is not asked again. Null for one that begins. */
  begunAt: z.iso.datetime().nullable(),
  /** How often in a row it had to wait for the provider. */
  waits: z.int(),
})
export type AvailabilityToAsk = z.output<typeof payload>

/** Asks the provider of one connection when its hosts take calls. */
export const askAvailability = { name: 'availability.ask', maxAttempts: 5, payload } satisfies JobRequest<AvailabilityToAsk>

/** Has it asked; one that waits already is asked but once. */
export const askFor = (tx: Tx, asked: AvailabilityToAsk, runAt?: Date): Promise<void> =>
  enqueue(tx, askAvailability, asked, { key: `availability:${asked.connectionId}`, ...(runAt ? { runAt } : {}) })

/** Has every connection of the organization asked that can be, or the one that is named. */
export async function askOfOrganization(tx: Tx, connectionId: string | null = null): Promise<void> {
  const { organizationId } = tx
  const connections = await tx.query<{ id: string }>(
    `select c.id from connections c where c.organization_id = $1 and c.state = 'active' and c.provider = any($2::text[])
       and ($3::uuid is null or c.id = $3::uuid)
       and exists (select from connection_secrets s where s.organization_id = c.organization_id and s.connection_id = c.id
         and s.field = 'api_key' and (s.valid_until is null or s.valid_until > now()))`,
    [organizationId, providersWithAvailability, connectionId],
  )
  for (const { id } of connections) await askFor(tx, { organizationId, connectionId: id, begunAt: null, waits: 0 })
}
