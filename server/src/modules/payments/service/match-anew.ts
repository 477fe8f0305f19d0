import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { enqueue, type JobRequest } from '../../../kernel/define-job.ts'
import { matchingChanged, organizationReopened } from '../../organizations/service/index.ts'
import { holdMatchDays } from './hold-match-days.ts'
import { holdPayments } from './hold-payments.ts'
import { matchReportsOfLeads } from './match-reports-of-leads.ts'
import { storeDeals } from './store-deals.ts'

const payload = z.object({
  organizationId: z.uuid(),
  /** The lead up to whom, in the order of their ids, reports are matched already; none at the start. */
  after: z.uuid().nullable(),
})

/** The job that matches all reported cash of an organization anew, some leads at a time. */
export const matchReportsAnew = { name: 'payments.match-reports', maxAttempts: 25, payload } satisfies JobRequest<z.output<typeof payload>>

/**
 * Has the reported cash of an organization matched by the job, once this transaction commits. Of several that wait from the start one is
 * enough; one that goes on after a lead takes nobody's place.
 */
export const askToMatch = (tx: Tx, organizationId: string, after: string | null): Promise<void> =>
  enqueue(tx, matchReportsAnew, { organizationId, after }, after === null ? { key: `${matchReportsAnew.name}:${organizationId}` } : {})

/** By other days, any report and payment may turn out to be the same money, or not to be. */
export const matchOnChange = matchingChanged.reactWith(async (tx) => {
  await holdMatchDays(tx)
  await askToMatch(tx, tx.organizationId, null)
})

/** A change that could not be followed while nothing could be written is followed now. */
export const matchOnReopening = organizationReopened.reactWith((tx, { organizationId }) => askToMatch(tx, organizationId, null))

/**
 * Matches the reports of the next leads that have any which the rule may match. Whatever these leads paid is held as by every writer of
 * payments. Answers the last of the leads; null where there are none left.
 */
export async function matchNextLeads(tx: Tx, after: string | null, atMost: number): Promise<string | null> {
  const rows = await tx.query<{ leadId: string }>(
    `select distinct lead_id as "leadId" from payments where organization_id = $1 and origin = 'form' and withdrawn_at is null
       and deletion_id is null and reconciliation is null and lead_id is not null and ($2::uuid is null or lead_id > $2::uuid) order by 1 limit $3::int`,
    [tx.organizationId, after, atMost],
  )
  const leadIds = rows.map(({ leadId }) => leadId)
  const last = leadIds.at(-1)
  if (last === undefined) return null
  const paid = await tx.query<{ id: string }>(`select id from payments where organization_id = $1 and lead_id = any($2::uuid[])`, [
    tx.organizationId,
    leadIds,
  ])
  await holdPayments(
    tx,
    paid.map(({ id }) => id),
    leadIds,
  )
  await storeDeals(tx, { paymentIds: await matchReportsOfLeads(tx, leadIds) })
  return last
}
