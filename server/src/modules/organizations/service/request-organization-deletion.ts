import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { badInput, conflict } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { currentOrganization } from './current-organization.ts'

const RequestOrganizationDeletion = z.object({ confirmName: z.string() })
export type RequestOrganizationDeletion = z.input<typeof RequestOrganizationDeletion>

/**
 * Shuts the organization at once, and has it deleted with all that it holds in thirty days. Until then its owner can keep it. The owner
 * types its name, so that it is not the wrong one.
 */
export async function requestOrganizationDeletion({ actor, input, tx }: Verb<RequestOrganizationDeletion>): Promise<{ id: string }> {
  authorize(actor, 'organization:own')
  const { confirmName } = parseInput(RequestOrganizationDeletion, input)
  const { name } = await currentOrganization(tx)
  if (confirmName.trim() !== name.trim()) throw badInput([{ path: 'confirmName', message: `Type the name of the organization: ${name}.` }])
  const [row] = await tx.query<{ day: string | null }>('select request_organization_deletion() as day')
  if (!row?.day) throw conflict('This organization is not open, so it cannot be deleted now.')
  return { id: tx.organizationId }
}
