import { type DecidedShare, payments } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { actorLabel, actorName, authorize } from '../../../kernel/actor.ts'
import { badInput, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { lockFoundLead } from '../../leads/service/index.ts'
import { loadClosers, loadSetters } from '../../roster/service/index.ts'
import { holdPayer, matchReportsOfLeads, storeDeals } from '../../payments/service/index.ts'
import type { CandidateEvent } from './attribution-facts.ts'
import { loadEventsById } from './candidate-events.ts'
import { creditFollowersOf } from './credit-payment.ts'
import { inWords } from './decide-attribution.ts'
import { SplitAmongClosers, SplitAmongSetters } from './split-input.ts'
import { storeDecision } from './store-decision.ts'

const optionalId = z.uuid('This is not an id.').nullish()

const AttributePayment = z
  .object({
    paymentId: z.uuid('Say which payment.'),
    eventId: optionalId,
    closerId: optionalId,
    setterId: optionalId,
    closers: SplitAmongClosers,
    setters: SplitAmongSetters,
    reason: z
      .string()
      .trim()
      .max(1_000, 'A reason has at most 1,000 characters.')
      .nullish()
      .transform((text) => (text ? text : null)),
  })
  .superRefine(({ closerId, closers, setterId, setters }, context) => {
    if (closerId && closers) context.addIssue({ code: 'custom', path: ['closers'], message: 'Name one closer or a split, not both.' })
    if (setterId && setters) context.addIssue({ code: 'custom', path: ['setters'], message: 'Name one setter or a split, not both.' })
  })
export type AttributePayment = z.input<typeof AttributePayment>

/**
 * Credits a payment by hand, and locks it against automation. With an event, its closer, setter and source are credited unless
 * others are named; of a copy, those of what it is a copy of. A closer or setter of `null` is nobody. Either side may be split among several people. Without any, the payment is
 * credited to nobody, on purpose.
 */
export async function attributePayment({ actor, input, tx }: Verb<AttributePayment>): Promise<{ paymentId: string }> {
  authorize(actor, 'payments:write')
  const { paymentId, eventId, closerId, setterId, closers, setters, reason } = parseInput(AttributePayment, input)
  const { event, payment } = await holdToDecide(tx, paymentId, eventId ?? null)
  if (eventId && !event) throw notFound('event')
  const ofClosers = await peopleOf(loadClosers, tx, closers, closerId, event?.closerId, 'closer')
  const ofSetters = await peopleOf(loadSetters, tx, setters, setterId, event?.setterId, 'setter')
  const credited = inWords([...ofClosers, ...ofSetters].map(({ name }) => name))
  const by = actorName(actor)
  await storeDecision(tx, paymentId, {
    method: 'manual',
    locked: true,
    confidence: 'certain',
    leadId: event?.leadId ?? payment.leadId,
    eventId: event?.eventId ?? null,
    closerId: ofClosers[0]?.id ?? null,
    setterId: ofSetters[0]?.id ?? null,
    sourceId: event?.sourceId ?? null,
    trafficTypeId: event?.trafficTypeId ?? null,
    shares: [...(closers ?? []), ...(setters ?? [])],
    summary: `Credited to ${credited ?? 'nobody'} by ${by}, by hand.`,
    trail: [],
    reason,
    decidedBy: actorLabel(actor),
    decidedByName: by,
  })
  await creditFollowersOf(tx, paymentId)
  const leadIds = [payment.leadId, event?.leadId].flatMap((leadId) => leadId ?? [])
  await storeDeals(tx, { paymentIds: await matchReportsOfLeads(tx, leadIds) })
  return { paymentId }
}

/** Holds a payment and, with whoever is behind it, the lead of the event that it is to be credited to. */
async function holdToDecide(tx: Tx, paymentId: string, eventId: string | null) {
  const seen = await standingEvent(tx, eventId)
  const payment = await holdPaymentToDecide(tx, paymentId, seen ? [seen.leadId] : [])
  // While they were waited for, the event may have gone to another lead, or been found to be a copy.
  await lockFoundLead(tx, async () => (await standingEvent(tx, eventId))?.leadId ?? null)
  return { payment, event: await standingEvent(tx, eventId) }
}

/** The event of an id; of a copy, what it is a copy of. */
const standingEvent = async (tx: Tx, eventId: string | null): Promise<CandidateEvent | undefined> =>
  eventId === null ? undefined : (await loadEventsById(tx, [eventId])).get(eventId)

/** Holds a payment that a person decides of. Throws NOT_FOUND, and BAD_USER_INPUT for what counts no more. */
export async function holdPaymentToDecide(
  tx: Tx,
  paymentId: string,
  leadIds: readonly string[] = [],
): Promise<typeof payments.$inferSelect> {
  await holdPayer(tx, paymentId, leadIds)
  const [payment] = await tx.db
    .select()
    .from(payments)
    .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.id, paymentId)))
    .for('update')
  if (!payment) throw notFound('payment')
  if (payment.withdrawnAt !== null || payment.matchedPaymentId !== null) {
    throw badInput([{ path: 'paymentId', message: 'This report does not count: credit the processor’s payment that stands for it.' }])
  }
  if (payment.deletionId !== null) throw badInput([{ path: 'paymentId', message: 'This payment is deleted: restore it first.' }])
  return payment
}

type Loader = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, { id: string; name: string }>>

/** Who is credited: among whom the caller split it, else whom they named, else whom the event has; nobody where they named nobody. */
async function peopleOf(
  load: Loader,
  tx: Tx,
  split: readonly DecidedShare[] | null | undefined,
  named: string | null | undefined,
  ofEvent: string | null | undefined,
  what: string,
): Promise<{ id: string; name: string }[]> {
  const alone = named === undefined ? ofEvent : named
  const ids = split ? split.map(({ personId }) => personId) : alone ? [alone] : []
  if (ids.length === 0) return []
  const found = await load(tx, ids)
  return ids.map((id) => {
    const person = found.get(id)
    if (!person) throw notFound(what)
    return person
  })
}
