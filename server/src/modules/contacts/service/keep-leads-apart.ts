import { z } from 'zod'
import { v7 as uuidv7 } from 'uuid'
import { actorLabel, actorName, authorize } from '../../../kernel/actor.ts'
import { badInput } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { lockLeads } from '../../leads/service/index.ts'
import { readPair, refuseMerged } from './lead-to-merge.ts'

export const PairOfLeads = z.object({ oneId: z.uuid('Say which lead.'), otherId: z.uuid('Say which other lead.') })
export type PairOfLeads = z.input<typeof PairOfLeads>

/** Says that two leads who look alike are two: they are listed as likely duplicates no more. Saying it again changes nothing. */
export async function keepLeadsApart({ actor, input, tx }: Verb<PairOfLeads>): Promise<{ oneId: string; otherId: string }> {
  authorize(actor, 'organization:manage')
  const { oneId, otherId } = parseInput(PairOfLeads, input)
  if (oneId === otherId) throw badInput([{ path: 'otherId', message: 'Choose two leads.' }])
  await lockLeads(tx, [oneId, otherId])
  refuseMerged(...(await readPair(tx, oneId, otherId)))
  await tx.query(
    `insert into leads_kept_apart (organization_id, id, one_id, other_id, said_by, said_by_name) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [tx.organizationId, uuidv7(), oneId, otherId, actorLabel(actor), actorName(actor)],
  )
  return { oneId, otherId }
}
