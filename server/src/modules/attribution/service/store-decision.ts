import { attributionDecisions, type attributionMethods, payments } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '../../../database/tx.ts'

/** A decision ready to be stored: to whom, how, and why. */
export interface DecisionToStore {
  method: (typeof attributionMethods)[number]
  locked: boolean
  leadId: string | null
  eventId: string | null
  closerId: string | null
  setterId: string | null
  sourceId: string | null
  trafficTypeId: string | null
  summary: string
  trail: readonly Record<string, unknown>[]
  reason: string | null
  decidedBy: string
  decidedByName: string
}

/** Adds a decision to a payment's history, and credits the payment by it. */
export async function storeDecision(tx: Tx, paymentId: string, decision: DecisionToStore): Promise<void> {
  await tx.db.insert(attributionDecisions).values({ organizationId: tx.organizationId, paymentId, decidedAt: new Date(), ...decision })
  const { method, locked, leadId, eventId, closerId, setterId, sourceId, trafficTypeId } = decision
  await tx.db
    .update(payments)
    .set({ attributionMethod: method, attributionLocked: locked, leadId, eventId, closerId, setterId, sourceId, trafficTypeId })
    .where(and(eq(payments.organizationId, tx.organizationId), eq(payments.id, paymentId)))
}
