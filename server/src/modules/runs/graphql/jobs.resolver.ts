import { Arg, Ctx, FieldResolver, Float, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql'
import { z } from 'zod'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { Period } from '../../../graphql-kit/period.type.ts'
import { requireScope } from '../../../graphql-kit/require-scope.ts'
import { tellings } from '../../../graphql-kit/telling.ts'
import { parseInput } from '../../../kernel/verb.ts'
import { Connection } from '../../connections/graphql/connection.type.ts'
import { connectionById } from '../../connections/graphql/connections.loaders.ts'
import type { ConnectionRow } from '../../connections/service/index.ts'
import { cancelSync } from '../service/cancel-sync.ts'
import { resumeSync } from '../service/resume-sync.ts'
import { loadRuns, type RunKind, type RunRow } from '../service/run-rows.ts'
import { describeRun } from '../service/run-words.ts'
import { startSync } from '../service/start-sync.ts'
import { syncedProvider } from '../service/synced-providers.ts'
import {
  CancelSyncInput,
  CancelSyncPayload,
  Job,
  JobKind,
  ResumeSyncInput,
  ResumeSyncPayload,
  StartSyncInput,
  StartSyncPayload,
} from './job.type.ts'
import { jobById, latestJobOfConnection } from './jobs.loaders.ts'

const Followed = z.object({ id: z.uuid('Say which job.') })

const ofCredits: ReadonlySet<RunKind> = new Set(['attribution_preview', 'attribution_rerun'])

/** A run of credits says how many payments are credited otherwise: a key needs for it what it needs to ask for the run itself. */
function requireSight(context: GraphContext, { kind }: RunRow): void {
  if (ofCredits.has(kind)) requireScope(context, 'payments:write')
}

@Resolver(() => Job)
class JobResolver {
  @Query(() => Job, {
    nullable: true,
    description: 'One job; none where there is no such job. A key needs payments:write for one that credits payments.',
  })
  async job(@Arg('id', () => ID, { description: 'The job.' }) id: string, @Ctx() context: GraphContext) {
    const run = await jobById.load(context, id)
    if (run) requireSight(context, run)
    return run
  }

  @Subscription(() => Job, {
    description:
      'One job as it stands, and again whenever it came further, within a second or so; nothing where there is no such job. Over `graphql-ws` on this address.',
    subscribe: ({ args, context }: { args: { id: string }; context: GraphContext }) => {
      const { id } = parseInput(Followed, args)
      const followed = context.services.activity.followRun(context.actor.organizationId, id)
      return tellings(followed, async (each) => [...(await loadRuns(each.tx, [id])).values()])
    },
  })
  jobProgress(@Arg('id', () => ID, { description: 'The job.' }) _id: string, @Root() run: RunRow, @Ctx() context: GraphContext): RunRow {
    requireSight(context, run)
    return run
  }

  @Mutation(() => StartSyncPayload, {
    description:
      'Asks a connection’s provider for all that it has of a period. What its webhooks told already is nothing new; what got lost is taken in. Of one connection, one at a time.',
  })
  async startSync(
    @Arg('input', () => StartSyncInput, { description: 'What to ask for.' }) input: StartSyncInput,
    @Ctx() context: GraphContext,
  ) {
    const { id } = await context.write('startSync', input, (tx) => startSync({ actor: context.actor, input, tx }))
    return { job: await jobById.load(context, id) }
  }

  @Mutation(() => ResumeSyncPayload, { description: 'Takes up a sync that failed or was stopped, from where it had come to.' })
  async resumeSync(@Arg('input', () => ResumeSyncInput, { description: 'Which.' }) input: ResumeSyncInput, @Ctx() context: GraphContext) {
    const { id } = await context.write('resumeSync', input, (tx) => resumeSync({ actor: context.actor, input, tx }))
    return { job: await jobById.load(context, id) }
  }

  @Mutation(() => CancelSyncPayload, { description: 'Stops a sync. What it took in stays.' })
  async cancelSync(@Arg('input', () => CancelSyncInput, { description: 'Which.' }) input: CancelSyncInput, @Ctx() context: GraphContext) {
    const { id } = await context.write('cancelSync', input, (tx) => cancelSync({ actor: context.actor, input, tx }))
    return { job: await jobById.load(context, id) }
  }

  @FieldResolver(() => Connection, {
    nullable: true,
    description: 'The connection whose provider is asked; none where payments are credited again.',
  })
  connection(@Root() { connectionId }: RunRow, @Ctx() context: GraphContext) {
    return connectionId === null ? null : connectionById.load(context, connectionId)
  }

  @FieldResolver(() => Period)
  period(@Root() { periodFrom: from, periodTo: to }: RunRow) {
    return { from, to }
  }

  @FieldResolver(() => Float)
  progress(@Root() { progressPermille }: RunRow) {
    return progressPermille / 1_000
  }

  @FieldResolver(() => String, { description: 'How it stands, or what came of it, in words.' })
  summary(@Root() run: RunRow) {
    return describeRun(run)
  }
}

@Resolver(() => Connection)
class ConnectionJobResolver {
  @FieldResolver(() => JobKind, {
    nullable: true,
    description: 'What a sync of it takes in; none where its provider is not asked for that.',
  })
  syncKind(@Root() { provider }: ConnectionRow) {
    return syncedProvider(provider)?.kind ?? null
  }

  @FieldResolver(() => Job, { nullable: true, description: 'Its newest sync; none where it never had one.' })
  latestSync(@Root() { id }: ConnectionRow, @Ctx() context: GraphContext) {
    return latestJobOfConnection.load(context, id)
  }
}

export const jobResolvers = [JobResolver, ConnectionJobResolver]
