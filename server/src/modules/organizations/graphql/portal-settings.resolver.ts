import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { portalSettingsOf } from '../service/portal-settings.ts'
import { updatePortalSettings } from '../service/update-portal-settings.ts'
import { PortalSettings, UpdatePortalSettingsInput, UpdatePortalSettingsPayload } from './portal-settings.type.ts'

@Resolver(() => PortalSettings)
export class PortalSettingsResolver {
  @Query(() => PortalSettings, { description: 'What the organization shows its sales reps.' })
  portalSettings(@Ctx() context: GraphContext) {
    return portalSettingsOf(context.tx)
  }

  @Mutation(() => UpdatePortalSettingsPayload, { description: 'Says what sales reps see, from now on.' })
  async updatePortalSettings(
    @Arg('input', () => UpdatePortalSettingsInput, { description: 'What to change.' }) input: UpdatePortalSettingsInput,
    @Ctx() context: GraphContext,
  ) {
    await context.write('updatePortalSettings', input, (tx) => updatePortalSettings({ actor: context.actor, input, tx }))
    return { portalSettings: await portalSettingsOf(context.tx) }
  }
}
