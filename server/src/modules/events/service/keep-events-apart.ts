import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { actorLabel, actorName, authorize } from '../../../kernel/actor.ts'
import { badInput, conflict } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { holdEvents } from './hold-events.ts'

const PairOfEvents = z.object({ oneId: z.uuid('Say which call.'), otherId: z.uuid('Say which other call.') })
export type PairOfEvents = z.input<typeof PairOfEvents>

function readPair(input: PairOfEvents): { oneId: string; otherId: string } {
  const pair = parseInput(PairOfEvents, input)
  if (pair.oneId === pair.otherId) throw badInput([{ path: 'otherId', message: 'Choose two calls.' }])
  return pair
}

/** Says that two calls which look alike are two: they are listed as likely duplicates no more. Saying it again changes nothing. */
export async function keepEventsApart({ actor, input, tx }: Verb<PairOfEvents>): Promise<{ oneId: string; otherId: string }> {
  authorize(actor, 'event:update')
  const pair = readPair(input)
  const events = await holdEvents(tx, [pair.oneId, pair.otherId])
  if ([...events.values()].some(({ duplicateOfId }) => duplicateOfId !== null)) {
    throw conflict('One of the calls is a copy. Take that back first.')
  }
  await tx.query(
    `insert into events_kept_apart (organization_id, id, one_id, other_id, said_by, said_by_name) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [tx.organizationId, uuidv7(), pair.oneId, pair.otherId, actorLabel(actor), actorName(actor)],
  )
  return pair
}

/** Takes that back: they may be listed again. */
export async function undoKeepEventsApart({ actor, input, tx }: Verb<PairOfEvents>): Promise<{ oneId: string; otherId: string }> {
  authorize(actor, 'event:update')
  const pair = readPair(input)
  await holdEvents(tx, [pair.oneId, pair.otherId])
  await tx.query(
    `delete from events_kept_apart where organization_id = $1 and least(one_id, other_id) = least($2::uuid, $3::uuid)
       and greatest(one_id, other_id) = greatest($2::uuid, $3::uuid)`,
    [tx.organizationId, pair.oneId, pair.otherId],
  )
  return pair
}
