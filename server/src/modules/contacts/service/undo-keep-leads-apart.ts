import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { PairOfLeads } from './keep-leads-apart.ts'

/** Takes back that two leads are two: if they look alike, they are listed again. */
export async function undoKeepLeadsApart({ actor, input, tx }: Verb<PairOfLeads>): Promise<{ oneId: string; otherId: string }> {
  authorize(actor, 'organization:manage')
  const { oneId, otherId } = parseInput(PairOfLeads, input)
  const [gone] = await tx.query(
    `delete from leads_kept_apart where organization_id = $1 and least(one_id, other_id) = least($2::uuid, $3::uuid)
       and greatest(one_id, other_id) = greatest($2::uuid, $3::uuid) returning id`,
    [tx.organizationId, oneId, otherId],
  )
  if (!gone) throw notFound('pair of leads that were kept apart')
  return { oneId, otherId }
}
