import type { Tx } from '../../../database/tx.ts'
import { normaliseName } from '../../../lib/identity.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { type Host, hostKey, matchCloser } from '../../roster/service/index.ts'
import { hostsOfEvent } from './hosts-of-event.ts'
import type { Resettled } from './settle-chain.ts'

interface Hosted extends Resettled {
  hosts: readonly Host[]
  bookedAt: string
}

/** Gives a closer the calls that they host, by any of their addresses and names, and that nobody takes. */
export async function resolvePastHosts(tx: Tx, closerId: string): Promise<Resettled[]> {
  const keys = await keysOf(tx, closerId)
  const untaken = await tx.query<Hosted>(
    `select e.id, e.lead_id as "leadId", ${hostsOfEvent} as hosts, e.booked_at as "bookedAt" from events e
     where e.organization_id = $1 and e.closer_id is null and not e.closer_assigned`,
    [tx.organizationId],
  )
  const theirs: string[] = []
  for (const { id, hosts, bookedAt } of untaken) {
    if (!hosts.some((host) => keys.has(hostKey(host) ?? ''))) continue
    if ((await matchCloser(tx, hosts, dateFromPostgres(bookedAt))) === closerId) theirs.push(id)
  }
  return tx.query<Resettled>(
    `update events set closer_id = $3 where organization_id = $1 and id = any($2::uuid[]) and closer_id is null and not closer_assigned
     returning id, lead_id as "leadId"`,
    [tx.organizationId, theirs, closerId],
  )
}

async function keysOf(tx: Tx, closerId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ name: string; email: string | null; alias: string | null }>(
    `select c.name, c.email, n.name_key as alias from closers c
     left join closer_names n on n.organization_id = c.organization_id and n.closer_id = c.id where c.organization_id = $1 and c.id = $2`,
    [tx.organizationId, closerId],
  )
  return new Set(rows.flatMap(({ name, email, alias }) => [email, alias, normaliseName(name)]).filter((key) => key !== null))
}
