import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { asAccount } from '../service/as-account.ts'
import { createOrganization } from '../service/create-organization.ts'
import { currentOrganization, type OrganizationRow } from '../service/current-organization.ts'
import { keepOrganization } from '../service/keep-organization.ts'
import { requestOrganizationDeletion } from '../service/request-organization-deletion.ts'
import { updateOrganization } from '../service/update-organization.ts'
import { accountOf } from './account-of.ts'
import { Organization } from './organization.type.ts'
import {
  CreateOrganizationInput,
  CreateOrganizationPayload,
  KeepOrganizationInput,
  KeepOrganizationPayload,
  RequestOrganizationDeletionInput,
  RequestOrganizationDeletionPayload,
  UpdateOrganizationInput,
  UpdateOrganizationPayload,
} from './organizations.inputs.ts'

@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, { description: 'The organization that the caller acts in.' })
  organization(@Ctx() context: GraphContext): Promise<OrganizationRow> {
    return currentOrganization(context.tx)
  }

  @Mutation(() => CreateOrganizationPayload, { description: 'Makes an organization on trial, owned by the caller.' })
  async createOrganization(
    @Arg('input', () => CreateOrganizationInput, { description: 'The organization.' }) input: CreateOrganizationInput,
    @Ctx() context: GraphContext,
  ) {
    const { database, forgetCallers, unlimited } = context.services
    const account = accountOf(context)
    const { id } = await createOrganization({ account, input, database, origin: context.origin, unlimited })
    forgetCallers()
    return { organization: await database.transaction(asAccount(account, id, context.origin), currentOrganization, { readOnly: true }) }
  }

  @Mutation(() => UpdateOrganizationPayload, { description: 'Changes the organization.' })
  async updateOrganization(
    @Arg('input', () => UpdateOrganizationInput, { description: 'What to change.' }) input: UpdateOrganizationInput,
    @Ctx() context: GraphContext,
  ) {
    await context.write('updateOrganization', input, (tx) => updateOrganization({ actor: context.actor, input, tx }))
    context.services.forgetCallers()
    return { organization: await currentOrganization(context.tx) }
  }

  @Mutation(() => RequestOrganizationDeletionPayload, {
    description: 'Shuts the organization at once, and has it deleted with all that it holds in thirty days. Its owner alone may.',
  })
  async requestOrganizationDeletion(
    @Arg('input', () => RequestOrganizationDeletionInput, { description: 'Which, by its name.' }) input: RequestOrganizationDeletionInput,
    @Ctx() context: GraphContext,
  ) {
    await context.write('requestOrganizationDeletion', input, (tx) => requestOrganizationDeletion({ actor: context.actor, input, tx }))
    context.services.forgetCallers()
    return { organization: await currentOrganization(context.tx) }
  }

  @Mutation(() => KeepOrganizationPayload, {
    description: 'Takes back the caller’s own request to delete an organization, which opens it again.',
  })
  async keepOrganization(
    @Arg('input', () => KeepOrganizationInput, { description: 'Which.' }) input: KeepOrganizationInput,
    @Ctx() context: GraphContext,
  ) {
    const { database, forgetCallers } = context.services
    const kept = await keepOrganization({ account: accountOf(context), input, database, origin: context.origin })
    forgetCallers()
    return kept
  }
}
