import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { type Actor, actorName, authorize } from '../../../kernel/actor.ts'
import { badInput, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { dateFromPostgres } from '../../../lib/postgres-time.ts'
import { loadClosers, loadSetters } from '../../roster/service/index.ts'
import { announceResettled } from './announce-resettled.ts'
import { type HeldEvent, holdEvents } from './hold-events.ts'
import { recordHistory } from './record-history.ts'
import { settleChain } from './settle-chain.ts'

export const EventIds = z
  .array(z.uuid('This is not an id.'))
  .min(1, 'Say which calls.')
  .max(200, 'At most 200 calls at once.')
  .transform((ids) => [...new Set(ids)])

const AssignEvents = z
  .object({ eventIds: EventIds, closerId: z.uuid('Say which closer.').nullish(), setterId: z.uuid('Say which setter.').nullish() })
  .refine(({ closerId, setterId }) => closerId !== undefined || setterId !== undefined, {
    message: 'Say whom to give the calls to.',
    path: ['closerId'],
  })
export type AssignEvents = z.input<typeof AssignEvents>

export type CreditRole = 'closer' | 'setter'

/**
 * Gives calls to a closer, a setter or both, or with null to nobody. That holds for these calls and for what they are moved to, whatever is
 * told of them later. Payments of their leads are credited anew.
 */
export async function assignEvents({ actor, input, tx }: Verb<AssignEvents>): Promise<{ eventIds: string[] }> {
  authorize(actor, 'event:update')
  const { eventIds, closerId, setterId } = parseInput(AssignEvents, input)
  const events = await holdEvents(tx, eventIds)
  if (closerId) await refuseLeft(tx, closerId, events)
  if (setterId && !(await loadSetters(tx, [setterId])).has(setterId)) throw notFound('setter')
  for (const event of events.values()) {
    if (closerId !== undefined) await assign(tx, event, { role: 'closer', id: closerId, actor })
    if (setterId !== undefined) await assign(tx, event, { role: 'setter', id: setterId, actor })
  }
  const settled = [...events.values()].map(({ id, leadId }) => ({ id, leadId }))
  for (const id of eventIds) settled.push(...(await settleChain(tx, id)))
  await announceResettled(tx, settled)
  return { eventIds }
}

/** Who left keeps what they took, and is given nothing that is to come. */
async function refuseLeft(tx: Tx, closerId: string, events: ReadonlyMap<string, HeldEvent>): Promise<void> {
  const closer = (await loadClosers(tx, [closerId])).get(closerId)
  if (!closer) throw notFound('closer')
  const isToCome = [...events.values()].some(({ scheduledAt }) => dateFromPostgres(scheduledAt) > new Date())
  if (closer.deactivatedAt !== null && isToCome) {
    throw badInput([{ path: 'closerId', message: `${closer.name} has left and takes no calls to come.` }])
  }
}

async function assign(tx: Tx, event: HeldEvent, { role, id, actor }: { role: CreditRole; id: string | null; actor: Actor }): Promise<void> {
  const [before, assigned] = role === 'closer' ? [event.closerId, event.closerAssigned] : [event.setterId, event.setterAssigned]
  if (assigned && before === id) return
  await tx.query(`update events set ${role}_id = $3, ${role}_assigned = true where organization_id = $1 and id = $2`, [
    tx.organizationId,
    event.id,
    id,
  ])
  await noteAssignment(tx, { eventId: event.id, role, from: before, to: id, actor })
}

/** Writes down who gave a call to whom; `released` where what the booking says holds again. */
export async function noteAssignment(
  tx: Tx,
  { eventId, role, from, to, actor, released = false }: {
    eventId: string
    role: CreditRole
    from: string | null
    to: string | null
    actor: Actor
    released?: boolean
  },
): Promise<void> {
  const load = role === 'closer' ? loadClosers : loadSetters
  const names = await load(tx, [from, to].filter((id) => id !== null))
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id)?.name ?? null))
  await recordHistory(tx, {
    eventId,
    at: new Date(),
    change: 'assigned',
    by: actorName(actor),
    detail: { role, from: nameOf(from), to: nameOf(to), ...(released ? { released: 'true' } : {}) },
  })
}
