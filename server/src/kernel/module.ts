import type { IRules } from 'graphql-shield'
import type { FactReaction } from './define-fact.ts'
import type { Job } from './define-job.ts'
import type { JobServices } from './job-services.ts'

/** A job that runs by the clock, with an empty payload, once however many workers there are. */
export interface ScheduledJob {
  job: string
  /** Minute, hour, day, month, weekday, in UTC, as cron writes them. */
  cron: string
}

/** All that `app` sees of a domain: what it adds to the schema, who may use it, and what it reacts to. */
export interface DomainModule {
  name: string
  /** type-graphql resolver classes. */
  resolvers: readonly (abstract new (...args: never[]) => object)[]
  /** Rules of its root fields and of its sensitive object fields. A root field without a rule is refused to everybody. */
  rules: { Query?: IRules; Mutation?: IRules; Subscription?: IRules } & Record<string, IRules | undefined>
  reactions?: readonly FactReaction[]
  jobs?: readonly Job<JobServices>[]
  /** Jobs of its own that run by the clock. */
  schedule?: readonly ScheduledJob[]
}
