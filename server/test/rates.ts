import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../src/database/tx.ts'
import type { TestDatabase } from './database.ts'
import { adminOf, as } from './intake.ts'

/** A payment as its processor told of it, by what conversion looks at. */
export interface PaidIn {
  amount: bigint
  currency: string
  /** An instant, ISO 8601. */
  at: string
  refunded?: bigint
  lost?: bigint
}

const insert = `insert into payments (organization_id, id, origin, off_platform_method, amount_minor, currency, refunded_minor, lost_minor, paid_at, status, metadata)
  values ($1, $2, 'manual', 'wire', $3::text::bigint, $4, $5::text::bigint, $6::text::bigint, $7::text::timestamptz, 'succeeded', '{}')`

/** Stores a payment straight into its table, in an open transaction. */
export async function payWithin(tx: Tx, { amount, currency, at, refunded = 0n, lost = 0n }: PaidIn): Promise<string> {
  const id = uuidv7()
  await tx.query(insert, [tx.organizationId, id, amount.toString(), currency, refunded.toString(), lost.toString(), at])
  return id
}

/** Stores a payment straight into its table. */
export const pay = (test: TestDatabase, organizationId: string, paid: PaidIn): Promise<string> =>
  as(test.database, adminOf(organizationId), (tx) => payWithin(tx, paid))

/** What a payment is worth to its organization. */
export interface Worth {
  currency: string | null
  amount: bigint | null
  refunded: bigint | null
  lost: bigint | null
  rate: string | null
  day: string | null
}

export async function worthOf(test: TestDatabase, id: string): Promise<Worth> {
  const [row] = await test.owner<[Worth]>`
    select reporting_currency as currency, reporting_amount_minor as amount, reporting_refunded_minor as refunded,
      reporting_lost_minor as lost, trim_scale(reporting_rate)::text as rate, reporting_rate_day::text as day
    from payments where id = ${id}`
  return row
}

/** Reference rates, straight into their table. */
export async function publish(test: TestDatabase, day: string, rates: Readonly<Record<string, string>>): Promise<void> {
  for (const [currency, rate] of Object.entries(rates))
    await test.owner`insert into reference_rates (day, currency, per_euro) values (${day}, ${currency}, ${rate})
      on conflict (currency, day) do update set per_euro = excluded.per_euro`
}
