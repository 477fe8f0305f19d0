import type { IRules } from 'graphql-shield'
import type { FactReaction } from './define-fact.ts'

/** All that `app` sees of a domain: what it adds to the schema, who may use it, and what it reacts to. */
export interface DomainModule {
  name: string
  /** type-graphql resolver classes. */
  resolvers: readonly (abstract new (...args: never[]) => object)[]
  /** Rules of its root fields and of its sensitive object fields. A root field without a rule is refused to everybody. */
  rules: { Query?: IRules; Mutation?: IRules; Subscription?: IRules } & Record<string, IRules | undefined>
  reactions?: readonly FactReaction[]
}
