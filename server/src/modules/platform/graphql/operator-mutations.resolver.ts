import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { postOf } from '../../../graphql-kit/post-of.ts'
import { actForOrganization } from '../service/act-for-organization.ts'
import { deleteOrganization, reopenOrganization, restoreOrganization, suspendOrganization } from '../service/change-organization-state.ts'
import { createOrganizationFor } from '../service/create-organization-for.ts'
import { deleteUser } from '../service/delete-user.ts'
import { extendTrial } from '../service/extend-trial.ts'
import { loadOrganization } from '../service/load-organizations.ts'
import type { OperatorVerb } from '../service/operator-verb.ts'
import { setOrganizationPlan } from '../service/set-organization-plan.ts'
import { stopActing } from '../service/stop-acting.ts'
import { operating } from './operating.ts'
import {
  ActForOrganizationInput,
  ActForOrganizationPayload,
  CreateOrganizationForInput,
  CreateOrganizationForPayload,
  DeleteOrganizationInput,
  DeleteOrganizationPayload,
  DeleteUserInput,
  DeleteUserPayload,
  ExtendTrialInput,
  ExtendTrialPayload,
  ReopenOrganizationInput,
  ReopenOrganizationPayload,
  RestoreOrganizationInput,
  RestoreOrganizationPayload,
  SetOrganizationPlanInput,
  SetOrganizationPlanPayload,
  StopActingInput,
  StopActingPayload,
  SuspendOrganizationInput,
  SuspendOrganizationPayload,
} from './platform.inputs.ts'

/** Runs a verb on an organization, lets everybody be recognised anew, and answers the organization as it is then. */
async function act<Input>(
  context: GraphContext,
  verb: (given: OperatorVerb<Input>) => Promise<{ id: string }>,
  input: OperatorVerb<Input>['input'],
) {
  const by = operating(context)
  const { id } = await verb({ ...by, input })
  context.services.forgetCallers()
  return { organization: await loadOrganization(by, id) }
}

@Resolver()
export class OperatorMutations {
  @Mutation(() => SetOrganizationPlanPayload, { description: 'Puts an organization on a plan. For operators.' })
  setOrganizationPlan(
    @Arg('input', () => SetOrganizationPlanInput, { description: 'Which plan.' }) input: SetOrganizationPlanInput,
    @Ctx() context: GraphContext,
  ) {
    return act(context, setOrganizationPlan, input)
  }

  @Mutation(() => ExtendTrialPayload, { description: 'Lets a trial end later. For operators.' })
  extendTrial(@Arg('input', () => ExtendTrialInput, { description: 'Until when.' }) input: ExtendTrialInput, @Ctx() context: GraphContext) {
    return act(context, extendTrial, input)
  }

  @Mutation(() => SuspendOrganizationPayload, {
    description: 'Lets nobody into an organization; its webhooks are still stored. For operators.',
  })
  suspendOrganization(
    @Arg('input', () => SuspendOrganizationInput, { description: 'Which.' }) input: SuspendOrganizationInput,
    @Ctx() context: GraphContext,
  ) {
    return act(context, suspendOrganization, input)
  }

  @Mutation(() => ReopenOrganizationPayload, { description: 'Opens a suspended organization again. For operators.' })
  reopenOrganization(
    @Arg('input', () => ReopenOrganizationInput, { description: 'Which.' }) input: ReopenOrganizationInput,
    @Ctx() context: GraphContext,
  ) {
    return act(context, reopenOrganization, input)
  }

  @Mutation(() => DeleteOrganizationPayload, {
    description: 'Shuts an organization, and has it deleted with all its rows after thirty days. For operators.',
  })
  deleteOrganization(
    @Arg('input', () => DeleteOrganizationInput, { description: 'Which.' }) input: DeleteOrganizationInput,
    @Ctx() context: GraphContext,
  ) {
    return act(context, deleteOrganization, input)
  }

  @Mutation(() => RestoreOrganizationPayload, { description: 'Takes a deletion back while its day has not come. For operators.' })
  restoreOrganization(
    @Arg('input', () => RestoreOrganizationInput, { description: 'Which.' }) input: RestoreOrganizationInput,
    @Ctx() context: GraphContext,
  ) {
    return act(context, restoreOrganization, input)
  }

  @Mutation(() => ActForOrganizationPayload, {
    description: 'Lets the caller act in an organization as an admin would, for an hour at most. All of it is recorded. For operators.',
  })
  actForOrganization(
    @Arg('input', () => ActForOrganizationInput, { description: 'For whom.' }) input: ActForOrganizationInput,
    @Ctx() context: GraphContext,
  ) {
    return act(context, actForOrganization, input)
  }

  @Mutation(() => StopActingPayload, { description: 'Ends the caller’s acting for an organization. For operators.' })
  stopActing(@Arg('input', () => StopActingInput, { description: 'For whom.' }) input: StopActingInput, @Ctx() context: GraphContext) {
    return act(context, stopActing, input)
  }

  @Mutation(() => CreateOrganizationForPayload, {
    description: 'Makes an organization for somebody, who is invited to own it. For operators.',
  })
  async createOrganizationFor(
    @Arg('input', () => CreateOrganizationForInput, { description: 'The organization.' }) input: CreateOrganizationForInput,
    @Ctx() context: GraphContext,
  ) {
    const by = operating(context)
    const { id, url } = await createOrganizationFor({ ...by, input, post: postOf(context) })
    return { organization: await loadOrganization(by, id), invitationUrl: url }
  }

  @Mutation(() => DeleteUserPayload, {
    description: 'Deletes a user who owns no organization, with their memberships and sessions. For operators.',
  })
  async deleteUser(@Arg('input', () => DeleteUserInput, { description: 'Whom.' }) input: DeleteUserInput, @Ctx() context: GraphContext) {
    const gone = await deleteUser({ ...operating(context), input })
    context.services.forgetCallers()
    return gone
  }
}
