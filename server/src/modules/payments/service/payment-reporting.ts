import type { Tx } from '../../../database/tx.ts'

/** A payment in the currency that the organization reports in, and by which rate. */
export interface PaymentReporting {
  id: string
  currency: string
  amountMinor: bigint
  netMinor: bigint
  /** Null where it was paid in that currency. */
  rate: string | null
  day: string | null
  /** Null for the moment in which it is being converted anew. */
  origin: string | null
}

/** What payments are worth to the organization. Those of which no rate is known, or that are not converted yet, are not in it. */
export async function loadReporting(tx: Tx, paymentIds: readonly string[]): Promise<ReadonlyMap<string, PaymentReporting>> {
  const rows = await tx.query<PaymentReporting>(
    `select p.id, p.reporting_currency as currency, p.reporting_amount_minor as "amountMinor",
       p.reporting_amount_minor - p.reporting_refunded_minor - p.reporting_lost_minor as "netMinor",
       case when p.reporting_rate_day is not null then trim_scale(p.reporting_rate)::text end as rate, p.reporting_rate_day::text as day, f.origin
     from payments p join organizations o on o.id = p.organization_id and o.currency = p.reporting_currency
     left join lateral rate_found(p.organization_id, p.currency, p.reporting_currency, (p.paid_at at time zone o.time_zone)::date) f
       on p.reporting_rate_day is not null and f.rate = p.reporting_rate and f.day = p.reporting_rate_day
     where p.organization_id = $1 and p.id = any($2::uuid[]) and p.reporting_amount_minor is not null`,
    [tx.organizationId, paymentIds],
  )
  return new Map(rows.map((row) => [row.id, row]))
}
