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
  .max(100, 'At most 100 calls at once.')
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
  const roles = [
    ...(closerId === undefined ? [] : [{ role: 'closer' as const, id: closerId }]),
    ...(setterId === undefined ? [] : [{ role: 'setter' as const, id: setterId }]),
  ]
  for (const { role, id } of roles) {
    const names = await namesOf(tx, role, [id, ...[...events.values()].map((event) => standingOf(event, role).id)])
    for (const event of events.values()) await assign(tx, event, { role, id, actor, names })
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

/** Who has a call as one of the two, and whether a person said so. */
export const standingOf = (event: HeldEvent, role: CreditRole): { id: string | null; byHand: boolean } =>
  role === 'closer' ? { id: event.closerId, byHand: event.closerAssigned } : { id: event.setterId, byHand: event.setterAssigned }

/** What closers or setters are called, by id. */
export async function namesOf(tx: Tx, role: CreditRole, ids: readonly (string | null)[]): Promise<ReadonlyMap<string | null, string>> {
  const people = await (role === 'closer' ? loadClosers : loadSetters)(tx, [...new Set(ids.filter((id) => id !== null))])
  return new Map([...people].map(([id, { name }]) => [id, name]))
}

interface Assigned {
  role: CreditRole
  id: string | null
  actor: Actor
  names: ReadonlyMap<string | null, string>
}

async function assign(tx: Tx, event: HeldEvent, { role, id, actor, names }: Assigned): Promise<void> {
  const before = standingOf(event, role)
  if (before.byHand && before.id === id) return
  await tx.query(`update events set ${role}_id = $3, ${role}_assigned = true where organization_id = $1 and id = $2`, [
    tx.organizationId,
    event.id,
    id,
  ])
  await recordHistory(tx, {
    eventId: event.id,
    at: new Date(),
    change: 'assigned',
    by: actorName(actor),
    detail: { role, from: names.get(before.id) ?? null, to: names.get(id) ?? null },
  })
}
