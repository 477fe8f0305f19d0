import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { normaliseName } from '../../../lib/identity.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { matchCloser, matchSetterName } from '../../roster/service/index.ts'
import { announceResettled } from './announce-resettled.ts'
import { type CreditRole, EventIds, namesOf, standingOf } from './assign-events.ts'
import { type HeldEvent, holdEvents } from './hold-events.ts'
import { recordHistory } from './record-history.ts'
import { hostsOfEvent } from './hosts-of-event.ts'
import { type Resettled, settleChain } from './settle-chain.ts'

const ReleaseAssignment = z.object({ eventIds: EventIds, roles: z.array(z.enum(['closer', 'setter'])).min(1, 'Say which role.') })
export type ReleaseAssignment = z.input<typeof ReleaseAssignment>

/**
 * Takes back that a person gave calls to somebody: what the bookings say holds again, for these calls and for what they were moved to. Of a
 * call that nobody was given by hand, nothing changes.
 */
export async function releaseAssignment({ actor, input, tx }: Verb<ReleaseAssignment>): Promise<{ eventIds: string[] }> {
  authorize(actor, 'event:update')
  const { eventIds, roles } = parseInput(ReleaseAssignment, input)
  const events = await holdEvents(tx, eventIds)
  const settled: Resettled[] = []
  for (const event of events.values()) {
    for (const role of new Set(roles)) {
      const { id: from, byHand } = standingOf(event, role)
      if (!byHand) continue
      settled.push(...(await release(tx, event, role)))
      const to = await creditedTo(tx, event.id, role)
      const names = await namesOf(tx, role, [from, to])
      await recordHistory(tx, {
        eventId: event.id,
        at: new Date(),
        change: 'assigned',
        by: actorName(actor),
        // What the booking says holds again.
        detail: { role, from: names.get(from) ?? null, to: names.get(to) ?? null, released: 'true' },
      })
    }
  }
  await announceResettled(tx, settled)
  return { eventIds }
}

async function release(tx: Tx, event: HeldEvent, role: CreditRole): Promise<Resettled[]> {
  const freed = await freedBy(tx, event.id, role)
  for (const { id, hosts, bookedAt, setterName } of freed) {
    const found =
      role === 'closer'
        ? await matchCloser(tx, hosts, dateFromPostgres(bookedAt))
        : setterName !== null && normaliseName(setterName) !== ''
          ? await matchSetterName(tx, setterName, dateFromPostgres(bookedAt))
          : null
    await tx.query(`update events set ${role}_assigned = false, ${role}_id = $3 where organization_id = $1 and id = $2`, [
      tx.organizationId,
      id,
      found,
    ])
  }
  const settled = await settleChain(tx, event.id)
  return [...freed.map(({ id, leadId }) => ({ id, leadId })), ...settled]
}

interface Freed extends Resettled {
  hosts: HeldEvent['hosts']
  bookedAt: string
  setterName: string | null
}

/** The call itself, and what it was moved to, as far as a person said nothing else of that. */
const freedBy = (tx: Tx, eventId: string, role: CreditRole): Promise<Freed[]> =>
  tx.query<Freed>(
    `with recursive freed as (
       select id, 0 as depth from events where organization_id = $1 and id = $2
       union all
       select e.id, f.depth + 1 from events e join freed f on e.rescheduled_from_id = f.id
         where e.organization_id = $1 and not e.${role}_assigned and f.depth < 100
     )
     select e.id, e.lead_id as "leadId", ${hostsOfEvent} as hosts, e.booked_at as "bookedAt", e.setter_name as "setterName"
     from freed f join events e on e.organization_id = $1 and e.id = f.id order by f.depth, e.id`,
    [tx.organizationId, eventId],
  )

async function creditedTo(tx: Tx, eventId: string, role: CreditRole): Promise<string | null> {
  const [row] = await tx.query<{ id: string | null }>(`select ${role}_id as id from events where organization_id = $1 and id = $2`, [
    tx.organizationId,
    eventId,
  ])
  return row?.id ?? null
}
