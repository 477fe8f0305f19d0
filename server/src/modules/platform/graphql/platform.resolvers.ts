import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { OrganizationState } from '../../../graphql-kit/organization-state.type.ts'
import { parseInput } from '../../../kernel/verb.ts'
import { OrganizationPlan } from '../../organizations/graphql/plan.type.ts'
import { countActs, listActs } from '../service/load-acts.ts'
import { countOrganizations, listOrganizations, loadOrganization, type OrganizationOverview } from '../service/load-organizations.ts'
import { countUsers, listUsers } from '../service/load-users.ts'
import { OrganizationId } from '../service/schemas.ts'
import { operating } from './operating.ts'
import { OperatorMutations } from './operator-mutations.resolver.ts'
import { PlatformAct } from './platform-act.type.ts'
import { PlatformActivation, PlatformDeliveries, PlatformOrganization } from './platform-organization.type.ts'
import { PlatformUser } from './platform-user.type.ts'
import { NewestFirstArgs } from './platform.inputs.ts'

const { Connection: OrganizationConnection, ConnectionResolver: OrganizationConnectionResolver } = defineConnection(
  'PlatformOrganization',
  () => PlatformOrganization,
)
const { Connection: UserConnection, ConnectionResolver: UserConnectionResolver } = defineConnection('PlatformUser', () => PlatformUser)
const { Connection: ActConnection, ConnectionResolver: ActConnectionResolver } = defineConnection('PlatformAct', () => PlatformAct)

/** An id of the caller's, or null where it is none and so nobody's. */
const readId = (id: string): string | null => OrganizationId.safeParse(id).data ?? null

@Resolver(() => PlatformOrganization)
class PlatformOrganizationResolver {
  @Query(() => OrganizationConnection, { description: 'Every organization of the platform, the newest first. For operators.' })
  async platformOrganizations(
    @Args(() => NewestFirstArgs) page: NewestFirstArgs,
    @Arg('search', () => String, { nullable: true, description: 'Part of a name, of an id, or of a member’s e-mail address.' })
    search: string | undefined,
    @Arg('state', () => OrganizationState, { nullable: true, description: 'Only those in this state.' }) state: string | undefined,
    @Arg('plan', () => OrganizationPlan, { nullable: true, description: 'Only those on this plan.' }) plan: string | undefined,
    @Ctx() context: GraphContext,
  ) {
    const [by, wanted] = [operating(context), { search, state, plan }]
    return toConnection(await listOrganizations(by, wanted, page), () => countOrganizations(by, wanted))
  }

  @Query(() => PlatformOrganization, {
    nullable: true,
    description: 'One organization, or null if there is none of this id. For operators.',
  })
  async platformOrganization(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: GraphContext) {
    const wanted = readId(id)
    return wanted === null ? null : loadOrganization(operating(context), wanted)
  }

  @Query(() => UserConnection, { description: 'Everybody who signed up, the newest first. For operators.' })
  async platformUsers(
    @Args(() => NewestFirstArgs) page: NewestFirstArgs,
    @Arg('search', () => String, { nullable: true, description: 'Part of a name, of an e-mail address, or of an id.' })
    search: string | undefined,
    @Ctx() context: GraphContext,
  ) {
    const by = operating(context)
    return toConnection(await listUsers(by, search, page), () => countUsers(by, search))
  }

  @Query(() => ActConnection, { description: 'What operators did, the newest first. For operators.' })
  async platformActs(
    @Args(() => NewestFirstArgs) page: NewestFirstArgs,
    @Arg('organizationId', () => ID, { nullable: true, description: 'Only what concerned this organization, which may be gone.' })
    organizationId: string | undefined,
    @Ctx() context: GraphContext,
  ) {
    const by = operating(context)
    const wanted = organizationId === undefined ? null : parseInput(OrganizationId, organizationId)
    return toConnection(await listActs(by, wanted, page), () => countActs(by, wanted))
  }

  @FieldResolver(() => PlatformActivation, { description: 'When it took its first steps.' })
  activation(@Root() organization: OrganizationOverview): PlatformActivation {
    return organization
  }

  @FieldResolver(() => PlatformDeliveries, { description: 'What became of its webhooks in the last seven days.' })
  deliveries(@Root() organization: OrganizationOverview): PlatformDeliveries {
    return organization
  }
}

export const platformResolvers = [
  PlatformOrganizationResolver,
  OrganizationConnectionResolver,
  UserConnectionResolver,
  ActConnectionResolver,
  OperatorMutations,
]
