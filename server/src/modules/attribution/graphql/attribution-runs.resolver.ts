import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { checkPeriod } from '../../../graphql-kit/period.type.ts'
import { requireScope } from '../../../graphql-kit/require-scope.ts'
import { Job } from '../../runs/graphql/job.type.ts'
import { jobById } from '../../runs/graphql/jobs.loaders.ts'
import { describeCrediting } from '../service/crediting-words.ts'
import { type CreditingRow, latestCrediting } from '../service/load-creditings.ts'
import { cancelAttributionRun, resumeAttributionRun, startAttributionPreview, startAttributionRerun } from '../service/start-crediting.ts'
import {
  AttributionRun,
  CancelAttributionRunInput,
  CancelAttributionRunPayload,
  ResumeAttributionRunInput,
  ResumeAttributionRunPayload,
  StartAttributionPreviewInput,
  StartAttributionPreviewPayload,
  StartAttributionRerunInput,
  StartAttributionRerunPayload,
} from './attribution-run.type.ts'
import { creditingById, rerunOfPreview } from './attribution-runs.loaders.ts'

@Resolver(() => AttributionRun)
class AttributionRunResolver {
  @Query(() => AttributionRun, { nullable: true, description: 'One run of credits; none where there is no such run.' })
  attributionRun(@Arg('id', () => ID, { description: 'The run.' }) id: string, @Ctx() context: GraphContext) {
    return creditingById.load(context, id)
  }

  @Query(() => AttributionRun, {
    nullable: true,
    description: 'The newest run of credits, under way or ended; none where there never was one.',
  })
  latestAttributionRun(@Ctx() context: GraphContext) {
    return latestCrediting(context.tx)
  }

  @Mutation(() => StartAttributionPreviewPayload, {
    description:
      'Starts looking at what crediting the payments of a period by the rules again would change, however many they are. Nothing of it is stored. Of an organization, one run of credits at a time.',
  })
  async startAttributionPreview(
    @Arg('input', () => StartAttributionPreviewInput, { description: 'Which payments.' }) input: StartAttributionPreviewInput,
    @Ctx() context: GraphContext,
  ) {
    checkPeriod(input.period, 'period')
    const { clientMutationId: _once, ...asked } = input
    const { id } = await context.write('startAttributionPreview', input, (tx) =>
      startAttributionPreview({ actor: context.actor, input: asked, tx }),
    )
    return { run: await creditingById.load(context, id) }
  }

  @Mutation(() => StartAttributionRerunPayload, {
    description:
      'Starts crediting the payments again that a preview looked at. What changed since is decided by how it stands when it is their turn; the end says what was really done. What was credited by hand is left alone.',
  })
  async startAttributionRerun(
    @Arg('input', () => StartAttributionRerunInput, { description: 'Which preview.' }) input: StartAttributionRerunInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('startAttributionRerun', input, (tx) =>
      startAttributionRerun({ actor: context.actor, input: { previewId: input.previewId }, tx }),
    )
    return { run: await creditingById.load(context, id) }
  }

  @Mutation(() => CancelAttributionRunPayload, { description: 'Stops a run of credits. What it credited again stays so.' })
  async cancelAttributionRun(
    @Arg('input', () => CancelAttributionRunInput, { description: 'Which.' }) input: CancelAttributionRunInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('cancelAttributionRun', input, (tx) =>
      cancelAttributionRun({ actor: context.actor, input: { id: input.id }, tx }),
    )
    return { run: await creditingById.load(context, id) }
  }

  @Mutation(() => ResumeAttributionRunPayload, {
    description: 'Takes up a run of credits that failed or was stopped, from where it had come to.',
  })
  async resumeAttributionRun(
    @Arg('input', () => ResumeAttributionRunInput, { description: 'Which.' }) input: ResumeAttributionRunInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('resumeAttributionRun', input, (tx) =>
      resumeAttributionRun({ actor: context.actor, input: { id: input.id }, tx }),
    )
    return { run: await creditingById.load(context, id) }
  }

  @FieldResolver(() => Job, { description: 'The job, of which `jobProgress` tells how far it has come.' })
  job(@Root() { id }: CreditingRow, @Ctx() context: GraphContext) {
    requireScope(context, 'connections:read')
    return jobById.load(context, id)
  }

  @FieldResolver(() => AttributionRun, {
    nullable: true,
    description: 'Of a run that credits: the one that looked at what that would change. None of one that looks.',
  })
  preview(@Root() { previewId }: CreditingRow, @Ctx() context: GraphContext) {
    return previewId === null ? null : creditingById.load(context, previewId)
  }

  @FieldResolver(() => AttributionRun, {
    nullable: true,
    description: 'Of a run that looks: the one that does what it looked at; none where that was not asked for.',
  })
  rerun(@Root() { id }: CreditingRow, @Ctx() context: GraphContext) {
    return rerunOfPreview.load(context, id)
  }

  @FieldResolver(() => String, {
    description: 'What came of it so far, in words; where it did another number of credits than its preview said, so much.',
  })
  async summary(@Root() run: CreditingRow, @Ctx() context: GraphContext) {
    return describeCrediting(run, run.previewId === null ? null : await creditingById.load(context, run.previewId))
  }
}

export const attributionRunResolvers = [AttributionRunResolver]
