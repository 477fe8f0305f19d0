import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { actorLabel, actorName, authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { convertNowOrSoon, daysAfter, holdConversion, reachOf } from './convert-payments.ts'
import { CurrencyPair, Rate, RateDayInput } from './schemas.ts'

const mostDays = 366

const SetExchangeRate = CurrencyPair.and(
  z
    .object({ day: RateDayInput, rate: Rate, until: RateDayInput.nullish() })
    .refine(({ day, until }) => (until ?? day) >= day, { message: 'The last day is not before the first.', path: ['until'] })
    .refine(({ day, until }) => daysAfter(day, mostDays) > (until ?? day), {
      message: `At most ${mostDays} days at once.`,
      path: ['until'],
    }),
)
export type SetExchangeRate = z.input<typeof SetExchangeRate>

/** What became of an organization's rates and of its payments. */
export interface RatesBrought {
  /** The rate of the first day. */
  id: string
  days: number
  converted: number
  /** More payments are being converted by a job. */
  isConverting: boolean
}

/**
 * Sets what one unit of `base` was worth in `quote`, on a day or on every day until another. It replaces what was set by hand for those
 * days, outranks files and the reference rates, and the payments that it concerns are converted by it.
 */
export async function setExchangeRate({ actor, input, tx }: Verb<SetExchangeRate>): Promise<RatesBrought> {
  authorize(actor, 'organization:manage')
  const { day, until, base, quote, rate } = parseInput(SetExchangeRate, input)
  const days: string[] = []
  for (let each = day; each <= (until ?? day); each = daysAfter(each, 1)) days.push(each)
  await holdConversion(tx)
  const set = await tx.query<{ id: string; day: string }>(
    `insert into exchange_rates as known (organization_id, id, day, base, quote, rate, origin, set_by, set_by_name)
     select $1, d.id, d.day, $4, $5, $6::text::numeric, 'manual', $7, $8 from unnest($2::uuid[], $3::date[]) as d(id, day)
     on conflict (organization_id, base, quote, day, origin)
       do update set rate = excluded.rate, set_by = excluded.set_by, set_by_name = excluded.set_by_name, set_at = now()
     returning id, day::text`,
    [tx.organizationId, days.map(() => uuidv7()), days, base, quote, rate, actorLabel(actor), actorName(actor)],
  )
  const { converted, hasMore } = await convertNowOrSoon(tx, reachOf(days))
  return { id: set.find((row) => row.day === day)?.id ?? '', days: set.length, converted, isConverting: hasMore }
}
