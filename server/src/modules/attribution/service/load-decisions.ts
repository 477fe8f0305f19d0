import type { Tx } from '../../../database/tx.ts'
import { asShown, withoutContacts } from '../../organizations/service/index.ts'
import { byHandReason } from './confidence.ts'

export interface DecisionRow {
  id: string
  paymentId: string
  method: string
  locked: boolean
  confidence: string | null
  summary: string
  reason: string | null
  trail: readonly (StepRow | { restores: string })[]
  decidedAt: string
  decidedByName: string
  eventId: string | null
  closerId: string | null
  setterId: string | null
}

export interface StepRow {
  rule: string
  result: string
  question: string
  explanation: string
  candidates: readonly { eventId: string; scheduledAt: string; verdict: string; note: string }[]
  confidenceReason?: string
}

/** The rules of a decision in their order; none where a person decided. */
export const stepsOf = ({ trail }: DecisionRow): StepRow[] => trail.filter((step) => 'rule' in step)

/** Why a decision is as sure as it is; null where it credits no call. */
export function confidenceReason(decision: DecisionRow): string | null {
  if (decision.method === 'manual') return byHandReason
  return stepsOf(decision).find((step) => step.confidenceReason !== undefined)?.confidenceReason ?? null
}

/**
 * Every decision made of the given payments, the newest first. A rep is told of the calls that a rule looked at only where they are
 * theirs: what another rep's call came to is not theirs to know.
 */
export async function loadDecisions(tx: Tx, paymentIds: readonly string[]): Promise<ReadonlyMap<string, DecisionRow[]>> {
  const reading = tx.query<DecisionRow>(
    `select id, payment_id as "paymentId", method, locked, confidence, summary, reason, trail, decided_at as "decidedAt", decided_by_name as "decidedByName",
       event_id as "eventId", closer_id as "closerId", setter_id as "setterId"
     from attribution_decisions where organization_id = $1 and payment_id = any($2::uuid[]) order by decided_at desc, id desc`,
    [tx.organizationId, paymentIds],
  )
  const rows = await asShown(tx, reading, withoutAddresses)
  const shown = tx.settings.scope === 'organization' ? rows : await withOwnCalls(tx, rows)
  const grouped = new Map<string, DecisionRow[]>()
  for (const row of shown) grouped.set(row.paymentId, [...(grouped.get(row.paymentId) ?? []), row])
  return grouped
}

/** The decisions without the calls that the caller may not see; row-level security tells which. */
async function withOwnCalls(tx: Tx, rows: readonly DecisionRow[]): Promise<DecisionRow[]> {
  const ids = new Set(rows.flatMap(stepsOf).flatMap(({ candidates }) => candidates.map(({ eventId }) => eventId)))
  const seen = ids.size
    ? await tx.query<{ id: string }>(`select id from events where organization_id = $1 and id = any($2::uuid[])`, [
        tx.organizationId,
        [...ids],
      ])
    : []
  const own = new Set(seen.map(({ id }) => id))
  return rows.map((row) => ({
    ...row,
    trail: row.trail.map((step) =>
      'rule' in step ? { ...step, candidates: step.candidates.filter(({ eventId }) => own.has(eventId)) } : step,
    ),
  }))
}

/** A decision as it is told to whoever is not shown how to reach leads. */
const withoutAddresses = (row: DecisionRow): DecisionRow => ({
  ...row,
  summary: withoutContacts(row.summary),
  reason: withoutContacts(row.reason),
  trail: row.trail.map((step) => ('rule' in step ? stepWithoutAddresses(step) : step)),
})

const stepWithoutAddresses = ({ question, explanation, confidenceReason: reason, candidates, ...step }: StepRow): StepRow => ({
  ...step,
  question: withoutContacts(question),
  explanation: withoutContacts(explanation),
  candidates: candidates.map((candidate) => ({ ...candidate, note: withoutContacts(candidate.note) })),
  ...(reason === undefined ? {} : { confidenceReason: withoutContacts(reason) }),
})
