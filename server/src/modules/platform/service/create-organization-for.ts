import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { parseInput } from '../../../kernel/verb.ts'
import { normaliseEmail } from '../../../lib/identity.ts'
import { Currency, OrganizationName, storeInvitation, TimeZone } from '../../organizations/service/index.ts'
import { authorizeOperator, operatorSettings, type OperatorVerb } from './operator-verb.ts'
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
 * invitation to an organization without an owner owns it. The link is answered here, once, and sent to them.
 */
export async function createOrganizationFor({
  input,
  publicUrl,
  ...by
}: OperatorVerb<CreateOrganizationFor> & { publicUrl: string }): Promise<{ id: string; url: string }> {
  authorizeOperator(by.account)
  const { name, timeZone, currency, ownerEmail, reason } = parseInput(CreateOrganizationFor, input)
  const id = uuidv7()
  const { url } = await by.database.transaction(operatorSettings(by, id), async (tx) => {
    await tx.query('select platform.create_organization($1::uuid, $2, $3, $4, $5, $6)', [id, name, timeZone, currency, ownerEmail, reason])
    const invited = { email: ownerEmail, role: 'admin', closerId: null, setterId: null, invitedBy: 'Clinch' } as const
    return storeInvitation(tx, invited, publicUrl)
  })
  return { id, url }
}
