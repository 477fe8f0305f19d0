import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { changeMemberRole } from '../service/change-member-role.ts'
import { currentOrganization } from '../service/current-organization.ts'
import { leaveOrganization } from '../service/leave-organization.ts'
import { countMembers, listMembers, loadMember, type MemberRow } from '../service/load-people.ts'
import { removeMember } from '../service/remove-member.ts'
import { transferOwnership } from '../service/transfer-ownership.ts'
import { Member } from './member.type.ts'
import {
  ChangeMemberRoleInput,
  ChangeMemberRolePayload,
  LeaveOrganizationInput,
  LeaveOrganizationPayload,
  MemberFilter,
  RemoveMemberInput,
  RemoveMemberPayload,
  TransferOwnershipInput,
  TransferOwnershipPayload,
} from './members.inputs.ts'
import { Organization } from './organization.type.ts'

const { Connection: MemberConnection, ConnectionResolver: MemberConnectionResolver } = defineConnection('Member', () => Member)

@Resolver(() => Organization)
class OrganizationMembersResolver {
  @FieldResolver(() => MemberConnection, { description: 'Its members, the first to join first.' })
  async members(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => MemberFilter, { nullable: true, description: 'Which members.' }) filter: MemberFilter | undefined,
    @Ctx() context: GraphContext,
  ) {
    const rows = await listMembers(context.tx, filter ?? {}, page)
    return toConnection(rows, () => countMembers(context.tx, filter ?? {}))
  }
}

@Resolver(() => Member)
class MemberResolver {
  @FieldResolver(() => Boolean, { description: 'Whether this is the caller.' })
  isYou(@Root() member: MemberRow, @Ctx() { caller }: GraphContext): boolean {
    return caller.account?.userId === member.userId
  }

  @Mutation(() => ChangeMemberRolePayload, { description: 'Makes a member an admin or a sales rep. It holds at once.' })
  async changeMemberRole(
    @Arg('input', () => ChangeMemberRoleInput, { description: 'Whose role, and which.' }) input: ChangeMemberRoleInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('changeMemberRole', input, (tx) => changeMemberRole({ actor: context.actor, input, tx }))
    context.services.forgetCallers()
    return { member: await loadMember(context.tx, id) }
  }

  @Mutation(() => RemoveMemberPayload, {
    description: 'Takes a member out of the organization, and frees their seat. Their place on the roster and its calls stay.',
  })
  async removeMember(
    @Arg('input', () => RemoveMemberInput, { description: 'Whom.' }) input: RemoveMemberInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('removeMember', input, (tx) => removeMember({ actor: context.actor, input, tx }))
    context.services.forgetCallers()
    return { memberId: id }
  }

  @Mutation(() => LeaveOrganizationPayload, {
    description: 'Ends the caller’s own membership. The owner hands the organization over first.',
  })
  async leaveOrganization(
    @Arg('input', () => LeaveOrganizationInput, { description: 'What makes a retry safe.' }) input: LeaveOrganizationInput,
    @Ctx() context: GraphContext,
  ) {
    const left = await context.write('leaveOrganization', input, (tx) => leaveOrganization({ actor: context.actor, tx }))
    context.services.forgetCallers()
    return left
  }

  @Mutation(() => TransferOwnershipPayload, {
    description: 'Hands the organization over to another member. Who owned it stays as an admin.',
  })
  async transferOwnership(
    @Arg('input', () => TransferOwnershipInput, { description: 'To whom.' }) input: TransferOwnershipInput,
    @Ctx() context: GraphContext,
  ) {
    await context.write('transferOwnership', input, (tx) => transferOwnership({ actor: context.actor, input, tx }))
    context.services.forgetCallers()
    return { organization: await currentOrganization(context.tx) }
  }
}

export const memberResolvers = [OrganizationMembersResolver, MemberResolver, MemberConnectionResolver]
