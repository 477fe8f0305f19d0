import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { convertNowOrSoon, holdConversion, reachOf } from './convert-payments.ts'

const RemoveExchangeRate = z.object({ id: z.uuid('This is not an id.') })
export type RemoveExchangeRate = z.input<typeof RemoveExchangeRate>

/** Removes a rate of the organization's own. Payments that it served are converted by the next best, or have none. */
export async function removeExchangeRate({
  actor,
  input,
  tx,
}: Verb<RemoveExchangeRate>): Promise<{ id: string; converted: number; isConverting: boolean }> {
  authorize(actor, 'organization:manage')
  const { id } = parseInput(RemoveExchangeRate, input)
  await holdConversion(tx)
  const [gone] = await tx.query<{ day: string }>('delete from exchange_rates where organization_id = $1 and id = $2 returning day::text', [
    tx.organizationId,
    id,
  ])
  if (!gone) throw notFound('rate')
  const { converted, hasMore } = await convertNowOrSoon(tx, reachOf([gone.day]))
  return { id, converted, isConverting: hasMore }
}
