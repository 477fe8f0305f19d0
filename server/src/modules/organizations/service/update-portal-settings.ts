import { portalSettings } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'

const UpdatePortalSettings = z.object({
  leaderboard: z.enum(['hidden', 'ranks', 'names']).nullish(),
  othersFigures: z.boolean().nullish(),
  leadContacts: z.boolean().nullish(),
  money: z.enum(['none', 'figures', 'payments']).nullish(),
})
export type UpdatePortalSettings = z.input<typeof UpdatePortalSettings>

/** Says what sales reps see, from now on; what is not given stays as it is. */
export async function updatePortalSettings({ actor, input, tx }: Verb<UpdatePortalSettings>): Promise<{ id: string }> {
  authorize(actor, 'organization:manage')
  const { leaderboard, othersFigures, leadContacts, money } = parseInput(UpdatePortalSettings, input)
  const given = {
    ...(leaderboard ? { leaderboard } : {}),
    ...(typeof othersFigures === 'boolean' ? { othersFigures } : {}),
    ...(typeof leadContacts === 'boolean' ? { leadContacts } : {}),
    ...(money ? { money } : {}),
  }
  if (Object.keys(given).length > 0) {
    await tx.db
      .insert(portalSettings)
      .values({ organizationId: tx.organizationId, ...given })
      .onConflictDoUpdate({ target: portalSettings.organizationId, set: given })
  }
  return { id: tx.organizationId }
}
