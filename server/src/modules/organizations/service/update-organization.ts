import { organizations } from '@clinch/drizzle/tables'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { authorize } from '../../../kernel/actor.ts'
import { badInput } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { matchingChanged, reportingChanged } from './facts.ts'
import { Currency, OrganizationName, TimeZone } from './schemas.ts'

const UpdateOrganization = z.object({
  name: OrganizationName.nullish(),
  timeZone: TimeZone.nullish(),
  currency: Currency.nullish(),
  attributionWindowDays: z.number().int().min(1, 'At least one day.').max(730, 'At most two years.').nullish(),
  reportMatchDays: z.number().int().min(0, 'Not less than none.').max(30, 'At most 30 days.').nullish(),
  deliveryBodyDays: z.number().int().min(7, 'At least a week.').max(730, 'At most two years.').nullish(),
  secondFactorRequired: z.boolean().nullish(),
  /** 0 for no such end. */
  sessionIdleHours: z.number().int().min(0, 'Not less than none.').max(168, 'At most 168 hours.').nullish(),
})
export type UpdateOrganization = z.input<typeof UpdateOrganization>

/**
 * Changes what is given of the organization. In another currency, or by the days of another zone, its payments are converted anew; with other
 * days, or another zone's, between reported cash and the payment that it is, its reports are matched anew.
 */
export async function updateOrganization({ actor, input, tx }: Verb<UpdateOrganization>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const given: Record<string, unknown> = Object.fromEntries(
    Object.entries(parseInput(UpdateOrganization, input)).filter(([, value]) => (value ?? null) !== null),
  )
  if (given.secondFactorRequired === true) await requireOwnSecondFactor(tx)
  if (given.sessionIdleHours === 0) given.sessionIdleHours = null
  if (Object.keys(given).length > 0) await tx.db.update(organizations).set(given).where(eq(organizations.id, tx.organizationId))
  if ('currency' in given || 'timeZone' in given) await reportingChanged.announce(tx, {})
  if ('reportMatchDays' in given || 'timeZone' in given) await matchingChanged.announce(tx, {})
  return { id: tx.organizationId }
}

/** Who would demand a second factor without having one would shut themselves out. */
async function requireOwnSecondFactor(tx: Tx): Promise<void> {
  const [row] = await tx.query<{ has: boolean }>('select identity.has_second_factor() as has')
  if (!row?.has) throw badInput([{ path: 'secondFactorRequired', message: 'Turn your own second step on first.' }])
}
