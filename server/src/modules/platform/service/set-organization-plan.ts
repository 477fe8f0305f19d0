import { z } from 'zod'
import { parseInput } from '../../../kernel/verb.ts'
import { organizationReopened } from '../../organizations/service/index.ts'
import { act, authorizeOperator, type OperatorVerb, perform } from './operator-verb.ts'
import { OrganizationId, Reason } from './schemas.ts'

const SetOrganizationPlan = z.object({
  organizationId: OrganizationId,
  plan: z.enum(['trial', 'starter', 'professional', 'enterprise'], 'Choose a plan.'),
  extraSeats: z.number().int().min(0, 'Not less than none.').max(10_000, 'At most 10,000 seats more.').nullish(),
  reason: Reason,
})
export type SetOrganizationPlan = z.input<typeof SetOrganizationPlan>

/** Puts an organization on a plan, with so many seats more by agreement; none unless said. Deliveries that waited for it are processed. */
export async function setOrganizationPlan({ input, ...by }: OperatorVerb<SetOrganizationPlan>): Promise<{ id: string }> {
  authorizeOperator(by.account)
  const { organizationId, plan, extraSeats, reason } = parseInput(SetOrganizationPlan, input)
  return act(by, { operation: 'setOrganizationPlan', input }, async (tx) => {
    await perform(tx, 'set_plan($1::uuid, $2, $3::int, $4)', [organizationId, plan, extraSeats ?? 0, reason], {
      what: 'organization',
      refusals: {},
    })
    await organizationReopened.announce(tx, { organizationId })
    return { id: organizationId }
  })
}
