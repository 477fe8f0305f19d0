import { z } from 'zod'
import { parseInput } from '../../../kernel/verb.ts'
import { organizationReopened } from '../../organizations/service/index.ts'
import { act, authorizeOperator, type OperatorVerb, perform } from './operator-verb.ts'
import { OrganizationId, Reason } from './schemas.ts'

const longestMs = 366 * 86_400_000

const ExtendTrial = z.object({
  organizationId: OrganizationId,
  until: z.coerce.date('Say until when.').refine((until) => until.getTime() <= Date.now() + longestMs, 'A trial ends within a year.'),
  reason: Reason,
})
export type ExtendTrial = z.input<typeof ExtendTrial>

/** Lets a trial end later. One that is over begins again; deliveries that waited for it are processed. */
export async function extendTrial({ input, ...by }: OperatorVerb<ExtendTrial>): Promise<{ id: string }> {
  authorizeOperator(by.account)
  const { organizationId, until, reason } = parseInput(ExtendTrial, input)
  return act(by, { operation: 'extendTrial', input }, async (tx) => {
    await perform(tx, 'extend_trial($1::uuid, $2::text::timestamptz, $3)', [organizationId, until.toISOString(), reason], {
      what: 'organization',
      refusals: {
        not_on_trial: 'This organization is not on trial.',
        not_later: 'The trial would not end later than it does. Choose a later day.',
      },
    })
    await organizationReopened.announce(tx, { organizationId })
    return { id: organizationId }
  })
}
