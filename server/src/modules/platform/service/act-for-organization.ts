import { z } from 'zod'
import { parseInput } from '../../../kernel/verb.ts'
import { act, authorizeOperator, type OperatorVerb, perform } from './operator-verb.ts'
import { OrganizationId, Reason } from './schemas.ts'

/** How long an operator may act before saying why again. */
const minutesAtMost = 60

const ActForOrganization = z.object({
  organizationId: OrganizationId,
  reason: Reason,
  minutes: z.number().int().min(1, 'At least a minute.').max(minutesAtMost, 'An hour at most.').nullish(),
})
export type ActForOrganization = z.input<typeof ActForOrganization>

/** Lets the operator act in an organization as an admin would, for an hour unless a shorter time is said. Its admins see that in their audit log. */
export async function actForOrganization({ input, ...by }: OperatorVerb<ActForOrganization>): Promise<{ id: string }> {
  authorizeOperator(by.account)
  const { organizationId, reason, minutes } = parseInput(ActForOrganization, input)
  return act(by, { operation: 'actForOrganization', input }, async (tx) => {
    await perform(tx, 'act_for($1::uuid, $2::int, $3)', [organizationId, minutes ?? minutesAtMost, reason], {
      what: 'organization',
      refusals: { too_late: 'Its days are over: it is being deleted.' },
    })
    return { id: organizationId }
  })
}
