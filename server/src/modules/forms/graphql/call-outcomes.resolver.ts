import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { createCallOutcome } from '../service/create-call-outcome.ts'
import { type CallOutcomeRow, listCallOutcomes } from '../service/option-rows.ts'
import { reorderCallOutcomes } from '../service/reorder-call-outcomes.ts'
import { restoreCallOutcome } from '../service/restore-call-outcome.ts'
import { retireCallOutcome } from '../service/retire-call-outcome.ts'
import { updateCallOutcome } from '../service/update-call-outcome.ts'
import { CallOutcome } from './call-outcome.type.ts'
import {
  CreateCallOutcomeInput,
  CreateCallOutcomePayload,
  ReorderCallOutcomesInput,
  ReorderCallOutcomesPayload,
  RestoreCallOutcomeInput,
  RestoreCallOutcomePayload,
  RetireCallOutcomeInput,
  RetireCallOutcomePayload,
  UpdateCallOutcomeInput,
  UpdateCallOutcomePayload,
} from './call-outcomes.inputs.ts'
import { callOutcomeById, formsWithOutcome } from './options.loaders.ts'

@Resolver(() => CallOutcome)
export class CallOutcomeResolver {
  @Query(() => [CallOutcome], { description: 'The ways in which calls end, as the organization calls them and in its own order.' })
  callOutcomes(
    @Arg('includeRetired', () => Boolean, { defaultValue: false, description: 'Also those that are offered no more, after the rest.' })
    includeRetired: boolean,
    @Ctx() context: GraphContext,
  ) {
    return listCallOutcomes(context.tx, { includeRetired })
  }

  @Mutation(() => CreateCallOutcomePayload, { description: 'Adds an outcome, after all others.' })
  async createCallOutcome(
    @Arg('input', () => CreateCallOutcomeInput, { description: 'The outcome.' }) input: CreateCallOutcomeInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('createCallOutcome', input, (tx) => createCallOutcome({ actor: context.actor, input, tx }))
    return { callOutcome: await callOutcomeById.load(context, id) }
  }

  @Mutation(() => UpdateCallOutcomePayload, { description: 'Changes an outcome. What it means stands once a form names it.' })
  async updateCallOutcome(
    @Arg('input', () => UpdateCallOutcomeInput, { description: 'What to change.' }) input: UpdateCallOutcomeInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('updateCallOutcome', input, (tx) => updateCallOutcome({ actor: context.actor, input, tx }))
    return { callOutcome: await callOutcomeById.load(context, id) }
  }

  @Mutation(() => ReorderCallOutcomesPayload, { description: 'Puts all that are offered into a new order.' })
  async reorderCallOutcomes(
    @Arg('input', () => ReorderCallOutcomesInput, { description: 'The order.' }) input: ReorderCallOutcomesInput,
    @Ctx() context: GraphContext,
  ) {
    await context.write('reorderCallOutcomes', input, (tx) => reorderCallOutcomes({ actor: context.actor, input, tx }))
    return { callOutcomes: await listCallOutcomes(context.tx, { includeRetired: false }) }
  }

  @Mutation(() => RetireCallOutcomePayload, { description: 'Offers an outcome no more. Forms that name it keep it.' })
  async retireCallOutcome(
    @Arg('input', () => RetireCallOutcomeInput, { description: 'Which.' }) input: RetireCallOutcomeInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('retireCallOutcome', input, (tx) => retireCallOutcome({ actor: context.actor, input, tx }))
    return { callOutcome: await callOutcomeById.load(context, id) }
  }

  @Mutation(() => RestoreCallOutcomePayload, { description: 'Offers a retired outcome again, after all others.' })
  async restoreCallOutcome(
    @Arg('input', () => RestoreCallOutcomeInput, { description: 'Which.' }) input: RestoreCallOutcomeInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('restoreCallOutcome', input, (tx) => restoreCallOutcome({ actor: context.actor, input, tx }))
    return { callOutcome: await callOutcomeById.load(context, id) }
  }

  @FieldResolver(() => Int, { description: 'How many forms name it, of those that the caller may see.' })
  formCount(@Root() outcome: CallOutcomeRow, @Ctx() context: GraphContext) {
    return formsWithOutcome.load(context, outcome.id)
  }
}
