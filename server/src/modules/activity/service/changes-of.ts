import type { Change, ChangeKind } from '../../../kernel/activity-feed.ts'

/** A change as `activity.since` answers it. */
export interface ChangeRow {
  table: string
  id: string
  at: string
  formerReps: readonly string[]
}

const kindOf: Readonly<Record<string, ChangeKind>> = {
  events: 'booking',
  post_call_forms: 'post_call_form',
  payments: 'payment',
  payment_shares: 'payment',
  credit_disputes: 'credit_dispute',
}

/** What the audit log knows of what changed, in our words. */
export const changesOf = (rows: readonly ChangeRow[]): Change[] =>
  rows.flatMap(({ table, id, at, formerReps }) => {
    const kind = kindOf[table]
    return kind ? [{ kind, id, at: new Date(at).toISOString(), formerReps }] : []
  })
