import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { badInput } from '../../../kernel/errors.ts'
import { parseInput } from '../../../kernel/verb.ts'
import { countedPayments } from '../../payments/service/index.ts'
import { findPair, refuseMerged } from './lead-to-merge.ts'

/** What a merge would move to the survivor. */
export interface MergePreview {
  survivorId: string
  mergedId: string
  calls: number
  payments: number
  emails: string[]
  phones: string[]
  /** What the payments come to after refunds and lost disputes, a currency at a time. */
  money: { currency: string; netMinor: bigint }[]
}

const Pair = z.object({ survivorId: z.uuid('This is not an id.'), mergedId: z.uuid('This is not an id.') })

/** Says what merging would move, and moves nothing. Null where either is no lead of the caller's. */
export async function previewMerge(tx: Tx, pair: z.input<typeof Pair>): Promise<MergePreview | null> {
  const { survivorId, mergedId } = parseInput(Pair, pair)
  if (survivorId === mergedId) throw badInput([{ path: 'mergedId', message: 'Choose two leads.' }])
  const leads = await findPair(tx, survivorId, mergedId)
  if (!leads) return null
  refuseMerged(...leads)
  const [[counts], money] = await Promise.all([
    tx.query<Pick<MergePreview, 'calls' | 'emails' | 'phones'>>(
      `select (select count(*)::int from events where organization_id = $1 and lead_id = $2) as calls,
         array(select email from lead_emails where organization_id = $1 and lead_id = $2 order by created_at, id) as emails,
         array(select phone from lead_phones p where organization_id = $1 and lead_id = $2 and not exists (select 1 from lead_phones o
           where o.organization_id = $1 and o.lead_id = $3 and o.phone = p.phone) order by created_at, id) as phones`,
      [tx.organizationId, mergedId, survivorId],
    ),
    tx.query<{ currency: string; netMinor: bigint; payments: number }>(
      `select p.currency, sum(p.amount_minor - p.refunded_minor - p.lost_minor)::bigint as "netMinor", count(*)::int as payments
       from payments p where p.organization_id = $1 and p.lead_id = $2 and ${countedPayments} group by p.currency order by p.currency`,
      [tx.organizationId, mergedId],
    ),
  ])
  const { calls, emails, phones } = counts ?? { calls: 0, emails: [], phones: [] }
  return {
    survivorId,
    mergedId,
    calls,
    emails,
    phones,
    payments: money.reduce((sum, { payments }) => sum + payments, 0),
    money: money.map(({ currency, netMinor }) => ({ currency, netMinor })),
  }
}
