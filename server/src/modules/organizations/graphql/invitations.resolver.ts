import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { postOf } from '../../../graphql-kit/post-of.ts'
import { acceptInvitation } from '../service/accept-invitation.ts'
import { inviteMember } from '../service/invite-member.ts'
import { limitAttempts } from '../service/limit-attempts.ts'
import { countInvitations, listInvitations, loadInvitation } from '../service/load-people.ts'
import { resendInvitation } from '../service/resend-invitation.ts'
import { revokeInvitation } from '../service/revoke-invitation.ts'
import { accountOf } from './account-of.ts'
import {
  AcceptInvitationInput,
  AcceptInvitationPayload,
  InvitationFilter,
  InviteMemberInput,
  InviteMemberPayload,
  ResendInvitationInput,
  ResendInvitationPayload,
  RevokeInvitationInput,
  RevokeInvitationPayload,
} from './invitations.inputs.ts'
import { Invitation } from './member.type.ts'

const { Connection: InvitationConnection, ConnectionResolver: InvitationConnectionResolver } = defineConnection(
  'Invitation',
  () => Invitation,
)

@Resolver()
class InvitationResolver {
  @Query(() => InvitationConnection, { description: 'Every invitation, the newest first.' })
  async invitations(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => InvitationFilter, { nullable: true, description: 'Which invitations.' }) filter: InvitationFilter | undefined,
    @Ctx() context: GraphContext,
  ) {
    const rows = await listInvitations(context.tx, filter ?? {}, page)
    return toConnection(rows, () => countInvitations(context.tx, filter ?? {}))
  }

  @Mutation(() => InviteMemberPayload, {
    description: 'Invites somebody to join, by e-mail. The link is shown once; it is theirs for seven days.',
  })
  async inviteMember(
    @Arg('input', () => InviteMemberInput, { description: 'Whom.' }) input: InviteMemberInput,
    @Ctx() context: GraphContext,
  ) {
    const post = postOf(context)
    const { id, url } = await context.write('inviteMember', {}, (tx) => inviteMember({ actor: context.actor, input, tx, post }))
    return { invitation: await loadInvitation(context.tx, id), url }
  }

  @Mutation(() => ResendInvitationPayload, {
    description: 'Sends an invitation again, with a new link for seven more days. The link before leads nowhere.',
  })
  async resendInvitation(
    @Arg('input', () => ResendInvitationInput, { description: 'Which.' }) input: ResendInvitationInput,
    @Ctx() context: GraphContext,
  ) {
    const post = postOf(context)
    const { id, url } = await context.write('resendInvitation', {}, (tx) => resendInvitation({ actor: context.actor, input, tx, post }))
    return { invitation: await loadInvitation(context.tx, id), url }
  }

  @Mutation(() => RevokeInvitationPayload, { description: 'Takes an invitation back.' })
  async revokeInvitation(
    @Arg('input', () => RevokeInvitationInput, { description: 'Which.' }) input: RevokeInvitationInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('revokeInvitation', input, (tx) => revokeInvitation({ actor: context.actor, input, tx }))
    return { invitation: await loadInvitation(context.tx, id) }
  }

  @Mutation(() => AcceptInvitationPayload, {
    description: 'Joins an organization by an invitation to the caller’s own address. It needs a free seat.',
  })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, { description: 'The invitation.' }) input: AcceptInvitationInput,
    @Ctx() context: GraphContext,
  ) {
    const { database, forgetCallers } = context.services
    const account = accountOf(context)
    await limitAttempts(database, account, context.origin)
    const joined = await acceptInvitation({ account, input, database, origin: context.origin })
    forgetCallers()
    return joined
  }
}

export const invitationResolvers = [InvitationResolver, InvitationConnectionResolver]
