import type { DecidedShare } from '@clinch/drizzle/tables'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../../../database/tx.ts'
import { allocate } from '../../../lib/money.ts'

/** One person's share of a payment that is split, as far as the caller may see it. */
export interface ShareRow extends DecidedShare {
  paymentId: string
  name: string
  /** All percents of its role in their order, and which of them this is, from 0. */
  percents: readonly number[]
  position: number
}

/** The shares of split payments, by payment: closers first, the largest share first. */
export async function loadShares(tx: Tx, paymentIds: readonly string[]): Promise<ReadonlyMap<string, ShareRow[]>> {
  const grouped = new Map<string, ShareRow[]>()
  if (paymentIds.length === 0) return grouped
  const rows = await tx.query<ShareRow>(
    `select s.payment_id as "paymentId", s.role, coalesce(s.closer_id, s.setter_id) as "personId", coalesce(c.name, t.name) as name, s.percent,
       s.percents, s.position
     from payment_shares s
     left join closers c on c.organization_id = s.organization_id and c.id = s.closer_id
     left join setters t on t.organization_id = s.organization_id and t.id = s.setter_id
     where s.organization_id = $1 and s.payment_id = any($2::uuid[]) order by s.payment_id, s.role, s.position`,
    [tx.organizationId, paymentIds],
  )
  for (const row of rows) grouped.set(row.paymentId, [...(grouped.get(row.paymentId) ?? []), row])
  return grouped
}

/** Amounts of a payment, in minor units of its currency. */
export interface PaymentAmounts {
  amountMinor: bigint
  refundedMinor: bigint
  lostMinor: bigint
}

/**
 * What of a payment falls to one share: of what came in, and of all that refunds and disputes took of it, each split by largest remainder; the
 * net is the difference. So both, and the net, add up to the whole over all shares of a role, and of what was wholly taken back, in however
 * many ways, nobody has anything left.
 */
export function partOf(
  amounts: PaymentAmounts,
  { percents, position }: Pick<ShareRow, 'percents' | 'position'>,
): { amountMinor: bigint; netMinor: bigint } {
  const part = (totalMinor: bigint): bigint => allocate(totalMinor, percents)[position] ?? 0n
  const amountMinor = part(amounts.amountMinor)
  return { amountMinor, netMinor: amountMinor - part(amounts.refundedMinor + amounts.lostMinor) }
}

/** Replaces among whom payments are split by what was decided; none where one closer and one setter have all of it. */
export async function storeShares(tx: Tx, split: readonly { paymentId: string; shares: readonly DecidedShare[] }[]): Promise<void> {
  await tx.query(`delete from payment_shares where organization_id = $1 and payment_id = any($2::uuid[])`, [
    tx.organizationId,
    split.map(({ paymentId }) => paymentId),
  ])
  const rows = split.flatMap(({ paymentId, shares }) =>
    (['closer', 'setter'] as const).flatMap((role) => {
      const ofRole = shares.filter((share) => share.role === role)
      const percents = ofRole.map(({ percent }) => percent)
      return ofRole.map(({ personId, percent }, position) => ({ id: uuidv7(), paymentId, role, personId, percent, percents, position }))
    }),
  )
  if (rows.length === 0) return
  await tx.query(
    `insert into payment_shares (organization_id, id, payment_id, role, closer_id, setter_id, percent, percents, position)
     select $1, s.id, s."paymentId", s.role, case s.role when 'closer' then s."personId" end, case s.role when 'setter' then s."personId" end,
       s.percent, s.percents, s.position
     from jsonb_to_recordset($2::text::jsonb) as s(id uuid, "paymentId" uuid, role text, "personId" uuid, percent int, percents int[], position int)`,
    [tx.organizationId, JSON.stringify(rows)],
  )
}

/** A share with what falls to it, in minor units of the payment's currency. */
export interface PaidShare extends ShareRow {
  amountMinor: bigint
  netMinor: bigint
  currency: string
}

/** The shares of split payments with their amounts, by payment, as far as the caller may see them. */
export async function loadSharesOfPayments(tx: Tx, paymentIds: readonly string[]): Promise<ReadonlyMap<string, PaidShare[]>> {
  const shares = await loadShares(tx, paymentIds)
  if (shares.size === 0) return new Map()
  const paid = await tx.query<PaymentAmounts & { id: string; currency: string }>(
    `select p.id, p.amount_minor as "amountMinor", p.refunded_minor as "refundedMinor", p.lost_minor as "lostMinor", p.currency
     from payments p where p.organization_id = $1 and p.id = any($2::uuid[])`,
    [tx.organizationId, [...shares.keys()]],
  )
  return new Map(
    paid.map((payment) => [
      payment.id,
      (shares.get(payment.id) ?? []).map((share) => ({ ...share, ...partOf(payment, share), currency: payment.currency })),
    ]),
  )
}
