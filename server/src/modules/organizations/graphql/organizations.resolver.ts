import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { unauthenticated } from '../../../kernel/errors.ts'
import { acceptInvitation } from '../service/accept-invitation.ts'
import { createApiKey } from '../service/create-api-key.ts'
import { createOrganization } from '../service/create-organization.ts'
import { currentOrganization, type OrganizationRow } from '../service/current-organization.ts'
import { inviteMember } from '../service/invite-member.ts'
import { listApiKeys, listInvitations, listMembers } from '../service/load-people.ts'
import { revokeApiKey } from '../service/revoke-api-key.ts'
import { revokeInvitation } from '../service/revoke-invitation.ts'
import { updateOrganization } from '../service/update-organization.ts'
import { ApiKey, Invitation, Member, Organization } from './organization.type.ts'
import {
  AcceptInvitationInput,
  AcceptInvitationPayload,
  CreateApiKeyInput,
  CreateApiKeyPayload,
  CreateOrganizationInput,
  CreateOrganizationPayload,
  InviteMemberInput,
  InviteMemberPayload,
  RevokeApiKeyInput,
  RevokeApiKeyPayload,
  RevokeInvitationInput,
  RevokeInvitationPayload,
  UpdateOrganizationInput,
  UpdateOrganizationPayload,
} from './organizations.inputs.ts'

/** The person who calls; the rule isSignedIn has let them through. */
function accountOf({ caller }: GraphContext) {
  if (!caller.account) throw unauthenticated()
  return caller.account
}

@Resolver(() => Organization)
class OrganizationResolver {
  @Query(() => Organization, { description: 'The organization that the caller acts in.' })
  organization(@Ctx() context: GraphContext): Promise<OrganizationRow> {
    return currentOrganization(context.tx)
  }

  @Query(() => [ApiKey], { description: 'Every API key, the newest first, also those that were revoked.' })
  apiKeys(@Ctx() context: GraphContext) {
    return listApiKeys(context.tx)
  }

  @Query(() => [Invitation], { description: 'Every invitation, the newest first.' })
  invitations(@Ctx() context: GraphContext) {
    return listInvitations(context.tx)
  }

  @FieldResolver(() => [Member], { description: 'Its members, the first to join first.' })
  members(@Ctx() context: GraphContext) {
    return listMembers(context.tx)
  }

  @Mutation(() => CreateOrganizationPayload, { description: 'Makes an organization, owned by the caller.' })
  async createOrganization(
    @Arg('input', () => CreateOrganizationInput, { description: 'The organization.' }) input: CreateOrganizationInput,
    @Ctx() context: GraphContext,
  ) {
    const { database, forgetCallers } = context.services
    const account = accountOf(context)
    const { id } = await createOrganization({ account, input, database, origin: context.origin })
    forgetCallers()
    const settings = {
      organizationId: id,
      userId: account.userId,
      scope: 'organization',
      repIds: [],
      actor: `user:${account.userId}`,
      ...context.origin,
    } as const
    return { organization: await database.transaction(settings, currentOrganization, { readOnly: true }) }
  }

  @Mutation(() => UpdateOrganizationPayload, { description: 'Changes the organization.' })
  async updateOrganization(
    @Arg('input', () => UpdateOrganizationInput, { description: 'What to change.' }) input: UpdateOrganizationInput,
    @Ctx() context: GraphContext,
  ) {
    await context.write('updateOrganization', input, (tx) => updateOrganization({ actor: context.actor, input, tx }))
    return { organization: await currentOrganization(context.tx) }
  }

  @Mutation(() => CreateApiKeyPayload, { description: 'Makes an API key. Its secret is shown once.' })
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'The key.' }) input: CreateApiKeyInput,
    @Ctx() context: GraphContext,
  ) {
    const { id, secret } = await context.write('createApiKey', {}, (tx) => createApiKey({ actor: context.actor, input, tx }))
    return { apiKey: (await listApiKeys(context.tx)).find((key) => key.id === id), secret }
  }

  @Mutation(() => RevokeApiKeyPayload, { description: 'Revokes an API key for good.' })
  async revokeApiKey(
    @Arg('input', () => RevokeApiKeyInput, { description: 'Which key.' }) input: RevokeApiKeyInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('revokeApiKey', input, (tx) => revokeApiKey({ actor: context.actor, input, tx }))
    context.services.forgetCallers()
    return { apiKey: (await listApiKeys(context.tx)).find((key) => key.id === id) }
  }

  @Mutation(() => InviteMemberPayload, { description: 'Invites somebody to join. The link is shown once; it is theirs for seven days.' })
  async inviteMember(
    @Arg('input', () => InviteMemberInput, { description: 'Whom.' }) input: InviteMemberInput,
    @Ctx() context: GraphContext,
  ) {
    const { id, token } = await context.write('inviteMember', {}, (tx) => inviteMember({ actor: context.actor, input, tx }))
    const invitation = (await listInvitations(context.tx)).find((each) => each.id === id)
    return { invitation, url: `${context.services.publicUrl()}/accept-invitation?token=${token}` }
  }

  @Mutation(() => RevokeInvitationPayload, { description: 'Takes an invitation back.' })
  async revokeInvitation(
    @Arg('input', () => RevokeInvitationInput, { description: 'Which.' }) input: RevokeInvitationInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('revokeInvitation', input, (tx) => revokeInvitation({ actor: context.actor, input, tx }))
    return { invitation: (await listInvitations(context.tx)).find((each) => each.id === id) }
  }

  @Mutation(() => AcceptInvitationPayload, { description: 'Joins an organization by an invitation to the caller’s own address.' })
  async acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, { description: 'The invitation.' }) input: AcceptInvitationInput,
    @Ctx() context: GraphContext,
  ) {
    const { database, forgetCallers } = context.services
    const joined = await acceptInvitation({ account: accountOf(context), input, database, origin: context.origin })
    forgetCallers()
    return joined
  }
}

export const organizationResolvers = [OrganizationResolver]
