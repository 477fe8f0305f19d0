import { organizations, payments } from '@clinch/drizzle/tables'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { badInput } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { Currency, OrganizationName, TimeZone } from './schemas.ts'

const UpdateOrganization = z.object({
  name: OrganizationName.nullish(),
  timeZone: TimeZone.nullish(),
  currency: Currency.nullish(),
  attributionWindowDays: z.number().int().min(1, 'At least one day.').max(730, 'At most two years.').nullish(),
  reportMatchDays: z.number().int().min(0, 'Not less than none.').max(30, 'At most 30 days.').nullish(),
})
export type UpdateOrganization = z.input<typeof UpdateOrganization>

/** Changes what is given of the organization. Its currency stays once there is a payment: the figures would change under it. */
export async function updateOrganization({ actor, input, tx }: Verb<UpdateOrganization>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const given = Object.fromEntries(Object.entries(parseInput(UpdateOrganization, input)).filter(([, value]) => (value ?? null) !== null))
  if ('currency' in given) {
    const [payment] = await tx.db.select({ id: payments.id }).from(payments).where(eq(payments.organizationId, tx.organizationId)).limit(1)
    if (payment) throw badInput([{ path: 'currency', message: 'The currency cannot change once there are payments.' }])
  }
  if (Object.keys(given).length > 0) await tx.db.update(organizations).set(given).where(eq(organizations.id, tx.organizationId))
  return { id: tx.organizationId }
}
