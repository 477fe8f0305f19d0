import { validate as isUuid } from 'uuid'
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { moneyOf } from '../../../graphql-kit/money.type.ts'
import { badInput } from '../../../kernel/errors.ts'
import { Lead } from '../../leads/graphql/lead.type.ts'
import { leadById } from '../../leads/graphql/leads.loaders.ts'
import { keepLeadsApart } from '../service/keep-leads-apart.ts'
import { likelyDuplicates, type LikelyDuplicate } from '../service/likely-duplicates.ts'
import { wordsOfLikeness } from '../service/likeness-words.ts'
import type { LeadMergeRow } from '../service/load-merges.ts'
import { mergeLeads } from '../service/merge-leads.ts'
import { type MergePreview, previewMerge } from '../service/preview-merge.ts'
import { undoKeepLeadsApart } from '../service/undo-keep-leads-apart.ts'
import { undoMerge } from '../service/undo-merge.ts'
import { mergeById } from './contacts.loaders.ts'
import {
  LeadMerge,
  LeadMergePreview,
  LikelyDuplicateLeads,
  MergeLeadsInput,
  MergeLeadsPayload,
  KeepLeadsApartInput,
  UndoKeepLeadsApartInput,
  PairOfLeadsPayload,
  UndoLeadMergeInput,
  UndoLeadMergePayload,
} from './contacts.type.ts'

const mostPairs = 200

@Resolver(() => LikelyDuplicateLeads)
class LikelyDuplicatesResolver {
  @Query(() => [LikelyDuplicateLeads], {
    description: 'Pairs of leads who may be one person, the likeliest first, but those of whom somebody said that they are two.',
  })
  async likelyDuplicateLeads(
    @Arg('first', () => Int, { defaultValue: 50, description: 'At most so many, up to 200.' }) first: number,
    @Arg('leadId', () => ID, { nullable: true, description: 'Only pairs that this lead is one of.' }) leadId: string | undefined,
    @Ctx() context: GraphContext,
  ): Promise<LikelyDuplicate[]> {
    if (first < 1 || first > mostPairs) throw badInput([{ path: 'first', message: `\`first\` must be from 1 to ${mostPairs}.` }])
    if (leadId !== undefined && !isUuid(leadId)) throw badInput([{ path: 'leadId', message: 'This is not an id.' }])
    return likelyDuplicates(context.tx, { first, leadId: leadId ?? null })
  }

  @FieldResolver()
  id(@Root() { oneId, otherId }: LikelyDuplicate) {
    return `${oneId}:${otherId}`
  }

  @FieldResolver()
  reasons(@Root() { reasons }: LikelyDuplicate) {
    return reasons.map((reason) => ({ likeness: reason.likeness, words: wordsOfLikeness(reason) }))
  }

  @FieldResolver(() => Lead, { description: 'The one.' })
  one(@Root() { oneId }: LikelyDuplicate, @Ctx() context: GraphContext) {
    return leadById.load(context, oneId)
  }

  @FieldResolver(() => Lead, { description: 'The other.' })
  other(@Root() { otherId }: LikelyDuplicate, @Ctx() context: GraphContext) {
    return leadById.load(context, otherId)
  }

  @Mutation(() => PairOfLeadsPayload, {
    description: 'Says that two leads who look alike are two: they are listed as likely duplicates no more.',
  })
  async keepLeadsApart(
    @Arg('input', () => KeepLeadsApartInput, { description: 'The two.' }) input: KeepLeadsApartInput,
    @Ctx() context: GraphContext,
  ) {
    return pairOf(context, await context.write('keepLeadsApart', input, (tx) => keepLeadsApart({ actor: context.actor, input, tx })))
  }

  @Mutation(() => PairOfLeadsPayload, { description: 'Takes back that two leads are two.' })
  async undoKeepLeadsApart(
    @Arg('input', () => UndoKeepLeadsApartInput, { description: 'The two.' }) input: UndoKeepLeadsApartInput,
    @Ctx() context: GraphContext,
  ) {
    return pairOf(
      context,
      await context.write('undoKeepLeadsApart', input, (tx) => undoKeepLeadsApart({ actor: context.actor, input, tx })),
    )
  }
}

@Resolver(() => LeadMerge)
class LeadMergeResolver {
  @Mutation(() => MergeLeadsPayload, {
    description:
      'Makes two leads one. Calls, payments and addresses go to the survivor; payments are credited anew by the rules, but those that a person credited. Can be undone.',
  })
  async mergeLeads(@Arg('input', () => MergeLeadsInput, { description: 'The two.' }) input: MergeLeadsInput, @Ctx() context: GraphContext) {
    const { id, survivorId } = await context.write('mergeLeads', input, (tx) => mergeLeads({ actor: context.actor, input, tx }))
    return { merge: await mergeById.load(context, id), lead: await leadById.load(context, survivorId) }
  }

  @Mutation(() => UndoLeadMergePayload, {
    description:
      'Makes two leads of one again: what the merge moved goes back, with what came since under an address that goes back. CONFLICT where a later merge stands on this one.',
  })
  async undoLeadMerge(
    @Arg('input', () => UndoLeadMergeInput, { description: 'The merge.' }) input: UndoLeadMergeInput,
    @Ctx() context: GraphContext,
  ) {
    const undone = await context.write('undoLeadMerge', input, (tx) => undoMerge({ actor: context.actor, input, tx }))
    return { lead: await leadById.load(context, undone.survivorId), restored: await leadById.load(context, undone.mergedId) }
  }

  @FieldResolver(() => Lead, { description: 'The lead that became part of the other.' })
  merged(@Root() { mergedId }: LeadMergeRow, @Ctx() context: GraphContext) {
    return leadById.load(context, mergedId)
  }
}

@Resolver(() => LeadMergePreview)
class LeadMergePreviewResolver {
  @Query(() => LeadMergePreview, {
    nullable: true,
    description: 'What merging two leads would move; null where either is none of the caller’s. Moves nothing.',
  })
  leadMergePreview(
    @Arg('survivorId', () => ID, { description: 'The lead that would stay.' }) survivorId: string,
    @Arg('mergedId', () => ID, { description: 'The lead that would become part of it.' }) mergedId: string,
    @Ctx() context: GraphContext,
  ): Promise<MergePreview | null> {
    return previewMerge(context.tx, { survivorId, mergedId })
  }

  @FieldResolver()
  money(@Root() { money }: MergePreview) {
    return money.map(({ netMinor, currency }) => moneyOf(netMinor, currency))
  }
}

const pairOf = async (context: GraphContext, { oneId, otherId }: { oneId: string; otherId: string }) => ({
  one: await leadById.load(context, oneId),
  other: await leadById.load(context, otherId),
})

export const leadMergeResolvers = [LikelyDuplicatesResolver, LeadMergeResolver, LeadMergePreviewResolver]
