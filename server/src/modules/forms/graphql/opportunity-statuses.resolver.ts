import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { createOpportunityStatus } from '../service/create-opportunity-status.ts'
import { type OpportunityStatusRow, listOpportunityStatuses } from '../service/option-rows.ts'
import { reorderOpportunityStatuses } from '../service/reorder-opportunity-statuses.ts'
import { restoreOpportunityStatus } from '../service/restore-opportunity-status.ts'
import { retireOpportunityStatus } from '../service/retire-opportunity-status.ts'
import { updateOpportunityStatus } from '../service/update-opportunity-status.ts'
import { OpportunityStatus } from './opportunity-status.type.ts'
import {
  CreateOpportunityStatusInput,
  CreateOpportunityStatusPayload,
  ReorderOpportunityStatusesInput,
  ReorderOpportunityStatusesPayload,
  RestoreOpportunityStatusInput,
  RestoreOpportunityStatusPayload,
  RetireOpportunityStatusInput,
  RetireOpportunityStatusPayload,
  UpdateOpportunityStatusInput,
  UpdateOpportunityStatusPayload,
} from './opportunity-statuses.inputs.ts'
import { opportunityStatusById, formsWithStatus } from './options.loaders.ts'

@Resolver(() => OpportunityStatus)
export class OpportunityStatusResolver {
  @Query(() => [OpportunityStatus], { description: 'Where deals can stand, as the organization calls it and in its own order.' })
  opportunityStatuses(
    @Arg('includeRetired', () => Boolean, { defaultValue: false, description: 'Also those that are offered no more, after the rest.' })
    includeRetired: boolean,
    @Ctx() context: GraphContext,
  ) {
    return listOpportunityStatuses(context.tx, { includeRetired })
  }

  @Mutation(() => CreateOpportunityStatusPayload, { description: 'Adds a status, after all others.' })
  async createOpportunityStatus(
    @Arg('input', () => CreateOpportunityStatusInput, { description: 'The status.' }) input: CreateOpportunityStatusInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('createOpportunityStatus', input, (tx) =>
      createOpportunityStatus({ actor: context.actor, input, tx }),
    )
    return { opportunityStatus: await opportunityStatusById.load(context, id) }
  }

  @Mutation(() => UpdateOpportunityStatusPayload, { description: 'Changes a status.' })
  async updateOpportunityStatus(
    @Arg('input', () => UpdateOpportunityStatusInput, { description: 'What to change.' }) input: UpdateOpportunityStatusInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('updateOpportunityStatus', input, (tx) =>
      updateOpportunityStatus({ actor: context.actor, input, tx }),
    )
    return { opportunityStatus: await opportunityStatusById.load(context, id) }
  }

  @Mutation(() => ReorderOpportunityStatusesPayload, { description: 'Puts all that are offered into a new order.' })
  async reorderOpportunityStatuses(
    @Arg('input', () => ReorderOpportunityStatusesInput, { description: 'The order.' }) input: ReorderOpportunityStatusesInput,
    @Ctx() context: GraphContext,
  ) {
    await context.write('reorderOpportunityStatuses', input, (tx) => reorderOpportunityStatuses({ actor: context.actor, input, tx }))
    return { opportunityStatuses: await listOpportunityStatuses(context.tx, { includeRetired: false }) }
  }

  @Mutation(() => RetireOpportunityStatusPayload, { description: 'Offers a status no more. Forms that name it keep it.' })
  async retireOpportunityStatus(
    @Arg('input', () => RetireOpportunityStatusInput, { description: 'Which.' }) input: RetireOpportunityStatusInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('retireOpportunityStatus', input, (tx) =>
      retireOpportunityStatus({ actor: context.actor, input, tx }),
    )
    return { opportunityStatus: await opportunityStatusById.load(context, id) }
  }

  @Mutation(() => RestoreOpportunityStatusPayload, { description: 'Offers a retired status again, after all others.' })
  async restoreOpportunityStatus(
    @Arg('input', () => RestoreOpportunityStatusInput, { description: 'Which.' }) input: RestoreOpportunityStatusInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('restoreOpportunityStatus', input, (tx) =>
      restoreOpportunityStatus({ actor: context.actor, input, tx }),
    )
    return { opportunityStatus: await opportunityStatusById.load(context, id) }
  }

  @FieldResolver(() => Int, { description: 'How many forms name it, of those that the caller may see.' })
  formCount(@Root() status: OpportunityStatusRow, @Ctx() context: GraphContext) {
    return formsWithStatus.load(context, status.id)
  }
}
