import { z } from 'zod'
import { parseInput } from '../../../kernel/verb.ts'
import { act, authorizeOperator, type OperatorVerb, perform } from './operator-verb.ts'
import { OrganizationId } from './schemas.ts'

const StopActing = z.object({ organizationId: OrganizationId })
export type StopActing = z.input<typeof StopActing>

/** Ends the operator's acting in an organization before its time. */
export async function stopActing({ input, ...by }: OperatorVerb<StopActing>): Promise<{ id: string }> {
  authorizeOperator(by.account)
  const { organizationId } = parseInput(StopActing, input)
  return act(by, { operation: 'stopActing', input }, async (tx) => {
    await perform(tx, 'stop_acting($1::uuid)', [organizationId], { what: 'organization that you act for', refusals: {} })
    return { id: organizationId }
  })
}
