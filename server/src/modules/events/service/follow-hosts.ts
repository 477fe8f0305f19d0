import type { Tx } from '../../../database/tx.ts'
import { matchCloser } from '../../roster/service/index.ts'
import type { BookingMessage } from './booking-message.ts'
import { settleChain } from './settle-chain.ts'

/**
 * Gives a call that is known the hosts that its tool now says, where the tool may change them without a new booking. Who takes it follows,
 * unless a person said who. Answers whether that changed.
 */
export async function followHosts(tx: Tx, eventId: string, message: BookingMessage): Promise<boolean> {
  if (!message.series) return false
  const host = message.hosts[0]
  const [changed] = await tx.query<{ id: string }>(
    `update events set host_email = $3, host_name = $4, hosts = $5::text::jsonb
     where organization_id = $1 and id = $2 and hosts is distinct from $5::text::jsonb returning id`,
    [tx.organizationId, eventId, host?.email ?? null, host?.name ?? null, JSON.stringify(message.hosts)],
  )
  if (!changed) return false
  const closerId = await matchCloser(tx, message.hosts, message.bookedAt)
  const [reassigned] = await tx.query<{ id: string }>(
    `update events set closer_id = $3 where organization_id = $1 and id = $2 and not closer_assigned and closer_id is distinct from $3::uuid
     returning id`,
    [tx.organizationId, eventId, closerId],
  )
  await settleChain(tx, eventId)
  return reassigned !== undefined
}
