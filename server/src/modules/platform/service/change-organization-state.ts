import { z } from 'zod'
import { parseInput } from '../../../kernel/verb.ts'
import { organizationReopened } from '../../organizations/service/index.ts'
import { act, authorizeOperator, type OperatorVerb, perform } from './operator-verb.ts'
import { OrganizationId, Reason } from './schemas.ts'

const ChangeOrganizationState = z.object({ organizationId: OrganizationId, reason: Reason })
export type ChangeOrganizationState = z.input<typeof ChangeOrganizationState>

type StateVerb = (verb: OperatorVerb<ChangeOrganizationState>) => Promise<{ id: string }>

const refusals = {
  active: 'This organization is open.',
  suspended: 'This organization is suspended.',
  deleting: 'This organization is to be deleted. Restore it first.',
  too_late: 'Its days are over: it is being deleted.',
}

/** Makes a verb of one step from state to state; `opens` where the organization may be active after it. */
const changeTo =
  (step: 'suspend' | 'reopen' | 'delete' | 'restore', opens: boolean): StateVerb =>
  async ({ input, ...by }) => {
    authorizeOperator(by.account)
    const { organizationId, reason } = parseInput(ChangeOrganizationState, input)
    return act(by, { operation: `${step}Organization`, input }, async (tx) => {
      await perform(tx, 'change_state($1::uuid, $2, $3)', [organizationId, step, reason], { what: 'organization', refusals })
      if (opens) await organizationReopened.announce(tx, { organizationId })
      return { id: organizationId }
    })
  }

/** Lets nobody in any more; webhooks are still stored. The reason is shown to its members. */
export const suspendOrganization = changeTo('suspend', false)

/** Lets everybody in again. Deliveries that waited for it are processed. */
export const reopenOrganization = changeTo('reopen', true)

/** Lets nobody in, and has it deleted with all its rows after thirty days. Its owner cannot take that back. */
export const deleteOrganization = changeTo('delete', false)

/** Takes a deletion back, whoever asked for it, while its day has not come. The organization is what it was before: open, or suspended for the reason it was. */
export const restoreOrganization = changeTo('restore', true)
