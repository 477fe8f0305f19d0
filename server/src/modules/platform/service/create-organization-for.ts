import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Post } from '../../../kernel/mail.ts'
import { parseInput } from '../../../kernel/verb.ts'
import { normaliseEmail } from '../../../lib/identity.ts'
import { Currency, OrganizationName, storeInvitation, TimeZone } from '../../organizations/service/index.ts'
import { act, authorizeOperator, type OperatorVerb } from './operator-verb.ts'
import { Reason } from './schemas.ts'

const CreateOrganizationFor = z.object({
  name: OrganizationName,
  timeZone: TimeZone,
  currency: Currency,
  ownerEmail: z.string().transform((text, context) => {
    const email = normaliseEmail(text)
    if (email) return email
    context.addIssue({ code: 'custom', message: 'This is no e-mail address.' })
    return z.NEVER
  }),
  reason: Reason,
})
export type CreateOrganizationFor = z.input<typeof CreateOrganizationFor>

/**
 * Makes an organization on trial for somebody, and invites them. Until they accept it has no member at all; whoever accepts an admin's
 * invitation to an organization without an owner owns it. The link is sent to them, and answered here, once: null for a retry.
 */
export async function createOrganizationFor({
  input,
  post,
  ...by
}: OperatorVerb<CreateOrganizationFor> & { post: Post }): Promise<{ id: string; url: string | null }> {
  authorizeOperator(by.account)
  const { name, timeZone, currency, ownerEmail, reason } = parseInput(CreateOrganizationFor, input)
  const organizationId = uuidv7()
  const links: string[] = []
  const { id } = await act(by, { operation: 'createOrganizationFor', input, organizationId }, async (tx) => {
    await tx.query('select platform.create_organization($1::uuid, $2, $3, $4, $5, $6)', [
      organizationId,
      name,
      timeZone,
      currency,
      ownerEmail,
      reason,
    ])
    const invited = { email: ownerEmail, role: 'admin', closerId: null, setterId: null, invitedBy: 'Clinch' } as const
    links.push((await storeInvitation(tx, invited, post)).url)
    return { id: organizationId }
  })
  return { id, url: links.at(-1) ?? null }
}
