import { payments } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { actorLabel, actorName, authorize } from '../../../kernel/actor.ts'
import { badInput, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { loadEvents, lockLeadOfEvent } from '../../events/service/index.ts'
import { loadClosers, loadSetters } from '../../roster/service/index.ts'
import { matchReportsOfLead } from '../../payments/service/index.ts'
import { creditInstalmentsOf, lockPayer } from './credit-payment.ts'
import { storeDecision } from './store-decision.ts'

const optionalId = z.uuid('This is not an id.').nullish()

const AttributePayment = z.object({
  paymentId: z.uuid('Say which payment.'),
  eventId: optionalId,
  closerId: optionalId,
  setterId: optionalId,
  reason: z
    .string()
    .trim()
    .max(1_000, 'A reason has at most 1,000 characters.')
    .nullish()
    .transform((text) => (text ? text : null)),
})
export type AttributePayment = z.input<typeof AttributePayment>

/**
 * Credits a payment by hand, and locks it against automation. With an event, its closer, setter and source are credited unless
 * others are named; a closer or setter of `null` is nobody. Without any, the payment is credited to nobody, on purpose.
 */
export async function attributePayment({ actor, input, tx }: Verb<AttributePayment>): Promise<{ paymentId: string }> {
  authorize(actor, 'payments:write')
  const { paymentId, eventId, closerId, setterId, reason } = parseInput(AttributePayment, input)
  if (eventId) await lockLeadOfEvent(tx, 'id', eventId)
  await lockPayer(tx, paymentId)
  const [payment] = await tx.db
    .select()
    .from(payments)
    .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.id, paymentId)))
    .for('update')
  if (!payment) throw notFound('payment')
  if (payment.withdrawnAt !== null || payment.matchedPaymentId !== null) {
    throw badInput([{ path: 'paymentId', message: 'This report does not count: credit the processor’s payment that stands for it.' }])
  }
  const event = eventId ? (await loadEvents(tx, [eventId])).get(eventId) : undefined
  if (eventId && !event) throw notFound('event')
  const closer = await nameOf(loadClosers, tx, closerId, event?.closerId, 'closer')
  const setter = await nameOf(loadSetters, tx, setterId, event?.setterId, 'setter')
  const credited = [closer?.name, setter?.name].filter((name) => name !== undefined)
  const by = actorName(actor)
  await storeDecision(tx, paymentId, {
    method: 'manual',
    locked: true,
    leadId: event?.leadId ?? payment.leadId,
    eventId: event?.id ?? null,
    closerId: closer?.id ?? null,
    setterId: setter?.id ?? null,
    sourceId: event?.sourceId ?? null,
    trafficTypeId: event?.trafficTypeId ?? null,
    summary: credited.length > 0 ? `Credited to ${credited.join(' and ')} by ${by}, by hand.` : `Credited to nobody by ${by}, by hand.`,
    trail: [],
    reason,
    decidedBy: actorLabel(actor),
    decidedByName: by,
  })
  await creditInstalmentsOf(tx, payment)
  if (event) await matchReportsOfLead(tx, event.leadId)
  return { paymentId }
}

type Loader = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, { id: string; name: string }>>

/** Who is credited: whom the caller named, else whom the event has; null where the caller named nobody. */
async function nameOf(load: Loader, tx: Tx, named: string | null | undefined, ofEvent: string | null | undefined, what: string) {
  const id = named === undefined ? ofEvent : named
  if (!id) return undefined
  const found = (await load(tx, [id])).get(id)
  if (!found) throw notFound(what)
  return found
}
