import type { Tx } from '../../../database/tx.ts'
import { countedPayments } from './payment-rows.ts'

/** A currency that payments are in. */
export interface CurrencyInUse {
  currency: string
  payments: number
  /** How many of them have no rate into the currency that the organization reports in. */
  withoutRate: number
  /** Their days in the organization's time zone, the newest first; at most 31. */
  daysWithoutRate: string[]
  /** The day of its earliest payment. */
  earliestDay: string
}

/** The currencies of the organization's counted payments, the most used first. */
export function currenciesInUse(tx: Tx): Promise<CurrencyInUse[]> {
  return tx.query<CurrencyInUse>(
    `with paid as (
       select p.currency, (p.paid_at at time zone o.time_zone)::date as day,
         p.reporting_amount_minor is null or p.reporting_currency is distinct from o.currency as lacks
       from payments p join organizations o on o.id = p.organization_id
       where p.organization_id = $1 and ${countedPayments}
     )
     select g.currency, count(*)::int as payments, count(*) filter (where g.lacks)::int as "withoutRate", min(g.day)::text as "earliestDay",
       array(select distinct d.day::text from paid d where d.currency = g.currency and d.lacks order by 1 desc limit 31) as "daysWithoutRate"
     from paid g group by g.currency order by 2 desc, 1`,
    [tx.organizationId],
  )
}
