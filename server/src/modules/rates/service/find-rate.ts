import type { Tx } from '../../../database/tx.ts'

export type RateOrigin = 'manual' | 'file' | 'reference'

/** The rate that serves a day. */
export interface FoundRate {
  /** How much of the second currency one unit of the first was; a decimal text. */
  rate: string
  /** The day whose rate it is: the one asked for, or one of the six before it. */
  day: string
  origin: RateOrigin
  /** Computed by way of the euro, since the two are not quoted against each other. */
  throughEuro: boolean
}

/** The rate by which a payment of a day is converted; null where none is known. */
export async function findRate(tx: Tx, { base, quote, day }: { base: string; quote: string; day: string }): Promise<FoundRate | null> {
  const [row] = await tx.query<FoundRate>(
    `select trim_scale(f.rate)::text as rate, f.day::text, f.origin, f.through_euro as "throughEuro"
     from rate_found($1, $2, $3, $4::text::date) f where f.rate is not null`,
    [tx.organizationId, base, quote, day],
  )
  return row ?? null
}
