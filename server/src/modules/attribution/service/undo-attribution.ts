import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { actorLabel, actorName, authorize } from '../../../kernel/actor.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { lockFoundLead } from '../../leads/service/index.ts'
import { matchReportsOfLeads, storeDeals } from '../../payments/service/index.ts'
import { holdPaymentToDecide } from './attribute-payment.ts'
import { loadEventsById } from './candidate-events.ts'
import { creditFollowersOf, creditPayment } from './credit-payment.ts'
import { decisionBefore, type UndoableDecision } from './decision-before.ts'
import { storeDecision } from './store-decision.ts'

const UndoAttribution = z.object({
  paymentId: z.uuid('Say which payment.'),
  decisionId: z.uuid('This is not an id.').nullish(),
})
export type UndoAttribution = z.input<typeof UndoAttribution>

/**
 * Takes back the decision by hand that stands, to what stood before it: an earlier decision by hand stands again, or the rules decide
 * again. Nothing is removed from the history. With a decision named, CONFLICT if that is not the one that stands any more.
 */
export async function undoAttribution({ actor, input, tx }: Verb<UndoAttribution>): Promise<{ paymentId: string }> {
  authorize(actor, 'payments:write')
  const { paymentId, decisionId } = parseInput(UndoAttribution, input)
  const { payment, history, leadId } = await holdToUndo(tx, paymentId)
  const standing = history[0]
  if (decisionId && !history.some(({ id }) => id === decisionId)) throw notFound('decision')
  if (decisionId && standing?.id !== decisionId)
    throw conflict('Somebody credited this payment otherwise meanwhile. Reload to see how it stands.')
  if (!payment.attributionLocked || standing?.method !== 'manual')
    throw conflict('There is no credit by hand to undo: the rules decided this one.')
  const before = decisionBefore(history)
  const by = actorName(actor)
  if (before?.method === 'manual') {
    const { id, eventId, closerId, setterId, sourceId, trafficTypeId, shares, summary } = before
    await storeDecision(tx, paymentId, {
      method: 'manual',
      locked: true,
      confidence: 'certain',
      leadId,
      eventId,
      closerId,
      setterId,
      sourceId,
      trafficTypeId,
      shares,
      summary,
      trail: [{ restores: id }],
      reason: [before.reason, `${by} took back the credit that came after it.`].filter((text) => text !== null).join(' '),
      decidedBy: actorLabel(actor),
      decidedByName: by,
    })
    await creditFollowersOf(tx, paymentId)
    const leadIds = [payment.leadId, leadId].flatMap((lead) => lead ?? [])
    await storeDeals(tx, { paymentIds: await matchReportsOfLeads(tx, leadIds) })
  } else {
    await tx.query(`update payments set attribution_locked = false where organization_id = $1 and id = $2`, [tx.organizationId, paymentId])
    await creditPayment(tx, { paymentId, reason: `${by} took back the credit by hand.` })
  }
  return { paymentId }
}

/** Holds a payment and, with whoever is behind it, the lead whom the decision that is to stand again gives it to. */
async function holdToUndo(tx: Tx, paymentId: string) {
  const seen = await leadBefore(tx, await historyOf(tx, paymentId))
  const payment = await holdPaymentToDecide(tx, paymentId, seen === null ? [] : [seen])
  const history = await historyOf(tx, paymentId)
  // While they were waited for, the lead may have been merged into another.
  return { payment, history, leadId: await lockFoundLead(tx, () => leadBefore(tx, history)) }
}

/**
 * Whose the payment is by the decision by hand before the newest: its call's lead as that is now, else the lead whom it names, or into whom that
 * one was merged since.
 */
async function leadBefore(tx: Tx, history: readonly UndoableDecision[]): Promise<string | null> {
  const before = decisionBefore(history)
  if (before?.method !== 'manual') return null
  const event = before.eventId === null ? undefined : (await loadEventsById(tx, [before.eventId])).get(before.eventId)
  return event ? event.leadId : before.leadId && survivorOf(tx, before.leadId)
}

async function survivorOf(tx: Tx, leadId: string): Promise<string | null> {
  const [lead] = await tx.query<{ id: string }>(
    `with recursive merged as (
       select l.id, l.merged_into_id, 0 as depth from leads l where l.organization_id = $1 and l.id = $2
       union all
       select l.id, l.merged_into_id, m.depth + 1 from merged m join leads l on l.organization_id = $1 and l.id = m.merged_into_id where m.depth < 100
     ) select id from merged where merged_into_id is null`,
    [tx.organizationId, leadId],
  )
  return lead?.id ?? null
}

const historyOf = (tx: Tx, paymentId: string): Promise<UndoableDecision[]> =>
  tx.query<UndoableDecision>(
    `select id, method, lead_id as "leadId", event_id as "eventId", closer_id as "closerId", setter_id as "setterId", source_id as "sourceId",
       traffic_type_id as "trafficTypeId", shares, summary, reason, trail -> 0 ->> 'restores' as restores
     from attribution_decisions where organization_id = $1 and payment_id = $2 order by decided_at desc, id desc`,
    [tx.organizationId, paymentId],
  )
