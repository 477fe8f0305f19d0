import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { enqueue, type JobRequest } from '../../../kernel/define-job.ts'

/** The days whose payments may be concerned, both included; null where any may. */
export type Reach = { from: string; to: string } | null

/** A rate serves its own day and six after it. */
const daysServed = 6

/** As many as a caller can wait for; what is beyond is left to the job. */
export const convertedAtOnce = 500

const payload = z.object({
  organizationId: z.uuid(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
})

/** The job that converts what is left, in batches. */
export const convertPaymentsOf = { name: 'rates.convert', maxAttempts: 25, payload } satisfies JobRequest<z.output<typeof payload>>

/**
 * Waits until every payment under way in the organization is committed, and has those that come wait until this transaction ends.
 * Whoever changes what payments are converted by takes it first, or a payment could slip through between the change and the conversion.
 */
export async function holdConversion(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(7304, hashtext($1))', [tx.organizationId])
}

/** The payments that the rates of these days can concern. */
export const reachOf = (days: readonly string[]): Reach => {
  const [from, to] = [[...days].sort()[0], [...days].sort().at(-1)]
  return from === undefined || to === undefined ? null : { from, to: daysAfter(to, daysServed) }
}

export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export interface Conversion {
  converted: number
  /** Whether there is more that has to be converted: beyond `atMost`, or held by somebody else at this moment. */
  hasMore: boolean
}

/**
 * Converts payments that are not as the rates known now would have them, by touching them: the trigger payments_convert does it. The
 * rates are looked up once a currency and day. Rows that somebody else holds are passed over: they may be waiting for us.
 */
export async function convertPayments(tx: Tx, reach: Reach, atMost: number): Promise<Conversion> {
  const [row] = await tx.query<{ due: number; converted: number }>(
    `with mine as materialized (select o.currency, o.time_zone from organizations o where o.id = $1),
     paid as materialized (
       select p.id, p.currency, (p.paid_at at time zone m.time_zone)::date as day, m.currency as reports_in,
         p.reporting_currency, p.reporting_rate, p.reporting_rate_day
       from payments p, mine m
       where p.organization_id = $1 and (p.currency <> m.currency or p.reporting_currency is distinct from m.currency)
         and ($2::text is null or p.paid_at >= $2::text::date::timestamp at time zone m.time_zone)
         and ($3::text is null or p.paid_at < ($3::text::date + 1)::timestamp at time zone m.time_zone)
     ),
     known as materialized (
       select d.currency, d.day, d.reports_in, f.rate, f.day as rate_day
       from (select distinct currency, day, reports_in from paid where currency <> reports_in) d
       left join lateral rate_of($1, d.currency, d.reports_in, d.day) f on true
     ),
     due as materialized (
       select p.id from paid p left join known k using (currency, day, reports_in)
       where (p.reporting_currency, p.reporting_rate, p.reporting_rate_day) is distinct from
         (p.reports_in, case when p.currency = p.reports_in then 1 else k.rate end, k.rate_day)
       limit $4::int + 1
     ),
     held as materialized (
       select p.id from payments p where p.organization_id = $1 and p.id = any(array(select d.id from due d limit $4::int))
       order by p.id for no key update skip locked
     ),
     touched as (
       update payments p set reporting_rate = null where p.organization_id = $1 and p.id = any(array(select h.id from held h)) returning 1
     )
     select (select count(*) from due)::int as due, (select count(*) from touched)::int as converted`,
    [tx.organizationId, reach?.from ?? null, reach?.to ?? null, atMost],
  )
  const { due, converted } = row ?? { due: 0, converted: 0 }
  return { converted, hasMore: due > converted }
}

/** Converts what a caller can wait for, and leaves the rest to a job that exists if and only if this transaction commits. */
export async function convertNowOrSoon(tx: Tx, reach: Reach, atMost = convertedAtOnce): Promise<Conversion> {
  const conversion = await convertPayments(tx, reach, atMost)
  if (conversion.hasMore) await askToConvert(tx, tx.organizationId, reach)
  return conversion
}

/** Has the payments of an organization converted by the job. */
export function askToConvert(tx: Tx, organizationId: string, reach: Reach, runAt?: Date): Promise<void> {
  const [from, to] = [reach?.from ?? null, reach?.to ?? null]
  return enqueue(
    tx,
    convertPaymentsOf,
    { organizationId, from, to },
    { key: `${convertPaymentsOf.name}:${organizationId}:${from ?? ''}:${to ?? ''}`, ...(runAt ? { runAt } : {}) },
  )
}
