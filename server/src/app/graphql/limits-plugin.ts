import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { GraphContext } from '../../graphql-kit/context.ts'
import { actorLabel } from '../../kernel/actor.ts'
import { measureOperation } from './operation-cost.ts'

/** The cost that one caller may spend a minute; without end where null. Counted in each process. */
export type CostBudget = number | null

/** Refuses operations over the published limits, and callers over their budget, before anything of them runs. */
export function limitsPlugin(schema: GraphQLSchema, budget: CostBudget): ApolloServerPlugin<GraphContext> {
  const spent = budget === null ? null : new RateLimiterMemory({ points: budget, duration: 60 })
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (!operation) return
          const cost = measureOperation(schema, document, operation, request.variables ?? {})
          if (!spent) return
          try {
            await spent.consume(payer(contextValue), Math.max(1, cost))
          } catch (refused) {
            if (!(refused instanceof RateLimiterRes)) throw refused
            const retryAfter = Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
            throw new GraphQLError(`You have spent this minute’s budget of ${budget ?? 0}. Try again in ${retryAfter} s.`, {
              extensions: {
                code: 'RATE_LIMITED',
                retryAfter,
                http: { status: 429, headers: new Map([['retry-after', String(retryAfter)]]) },
              },
            })
          }
        },
      }
    },
  }
}

const payer = ({ caller, address }: GraphContext): string =>
  caller.actor ? actorLabel(caller.actor) : caller.account ? `account:${caller.account.userId}` : `address:${address}`
