import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { validate as isUuid } from 'uuid'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { badInput } from '../../../kernel/errors.ts'
import { keepEventsApart, undoKeepEventsApart } from '../service/keep-events-apart.ts'
import { likelyDuplicateEvents, type LikelyDuplicateEvents as Pair } from '../service/likely-duplicate-events.ts'
import { mergeDuplicate } from '../service/merge-duplicate.ts'
import { unmergeDuplicate } from '../service/unmerge-duplicate.ts'
import {
  LikelyDuplicateEvents,
  MergeDuplicateInput,
  MergeDuplicatePayload,
  KeepEventsApartInput,
  UndoKeepEventsApartInput,
  PairOfEventsPayload,
  UnmergeDuplicateInput,
} from './duplicates.type.ts'
import { EventType } from './event.type.ts'
import { eventById } from './events.loaders.ts'

const mostPairs = 200

@Resolver(() => LikelyDuplicateEvents)
class DuplicatesResolver {
  @Query(() => [LikelyDuplicateEvents], {
    description:
      'Pairs of calls at overlapping or near times that may be one, the latest first: of the last ninety days and to come, but those of which somebody said that they are two.',
  })
  async likelyDuplicateEvents(
    @Arg('first', () => Int, { defaultValue: 50, description: 'At most so many, up to 200.' }) first: number,
    @Arg('eventId', () => ID, { nullable: true, description: 'Only pairs that this call is one of.' }) eventId: string | undefined,
    @Ctx() context: GraphContext,
  ): Promise<Pair[]> {
    if (first < 1 || first > mostPairs) throw badInput([{ path: 'first', message: `\`first\` must be from 1 to ${mostPairs}.` }])
    if (eventId !== undefined && !isUuid(eventId)) throw badInput([{ path: 'eventId', message: 'This is not an id.' }])
    return likelyDuplicateEvents(context.tx, { first, eventId: eventId ?? null })
  }

  @FieldResolver()
  id(@Root() { oneId, otherId }: Pair): string {
    return `${oneId}:${otherId}`
  }

  @FieldResolver(() => EventType, { description: 'The one that was booked first.' })
  one(@Root() { oneId }: Pair, @Ctx() context: GraphContext) {
    return eventById.load(context, oneId)
  }

  @FieldResolver(() => EventType, { description: 'The other.' })
  other(@Root() { otherId }: Pair, @Ctx() context: GraphContext) {
    return eventById.load(context, otherId)
  }

  @Mutation(() => MergeDuplicatePayload, {
    description:
      'Says that a call is a copy of another: it counts nowhere, and money is credited to the one that is kept. CONFLICT where the copy has a form. Can be undone.',
  })
  async mergeDuplicate(
    @Arg('input', () => MergeDuplicateInput, { description: 'The two calls.' }) input: MergeDuplicateInput,
    @Ctx() context: GraphContext,
  ) {
    return copyOf(context, await context.write('mergeDuplicate', input, (tx) => mergeDuplicate({ actor: context.actor, input, tx })))
  }

  @Mutation(() => MergeDuplicatePayload, { description: 'Takes back that a call is a copy: it counts again. CONFLICT where it is none.' })
  async unmergeDuplicate(
    @Arg('input', () => UnmergeDuplicateInput, { description: 'The call.' }) input: UnmergeDuplicateInput,
    @Ctx() context: GraphContext,
  ) {
    return copyOf(context, await context.write('unmergeDuplicate', input, (tx) => unmergeDuplicate({ actor: context.actor, input, tx })))
  }

  @Mutation(() => PairOfEventsPayload, {
    description: 'Says that two calls which look alike are two: they are listed as likely duplicates no more.',
  })
  async keepEventsApart(
    @Arg('input', () => KeepEventsApartInput, { description: 'The two.' }) input: KeepEventsApartInput,
    @Ctx() context: GraphContext,
  ) {
    return pairOf(context, await context.write('keepEventsApart', input, (tx) => keepEventsApart({ actor: context.actor, input, tx })))
  }

  @Mutation(() => PairOfEventsPayload, { description: 'Takes back that two calls are two.' })
  async undoKeepEventsApart(
    @Arg('input', () => UndoKeepEventsApartInput, { description: 'The two.' }) input: UndoKeepEventsApartInput,
    @Ctx() context: GraphContext,
  ) {
    return pairOf(
      context,
      await context.write('undoKeepEventsApart', input, (tx) => undoKeepEventsApart({ actor: context.actor, input, tx })),
    )
  }
}

const copyOf = async (context: GraphContext, { keptId, copyId }: { keptId: string; copyId: string }) => ({
  kept: await eventById.load(context, keptId),
  copy: await eventById.load(context, copyId),
})

const pairOf = async (context: GraphContext, { oneId, otherId }: { oneId: string; otherId: string }) => ({
  one: await eventById.load(context, oneId),
  other: await eventById.load(context, otherId),
})

export const duplicateResolvers = [DuplicatesResolver]
