import type { ApolloServerPlugin } from '@apollo/server'
import { getVariableValues, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'
import type { GraphContext } from '../../graphql-kit/context.ts'
import { actorLabel } from '../../kernel/actor.ts'
import { limitKeyOfAddress } from '../../lib/limit-key.ts'
import { type Admission, CallerBudget, type MinuteBudget } from './caller-budget.ts'
import { measureOperation } from './operation-cost.ts'

/**
 * Refuses operations over the published limits, and callers over their budget, before anything of them runs. Every answer says what is
 * left of the budget that will run out first, by the usual headers; what cannot be read at all costs the least.
 */
export function limitsPlugin(schema: GraphQLSchema, allowed: MinuteBudget | null): ApolloServerPlugin<GraphContext> {
  const budget = allowed === null ? null : new CallerBudget(allowed)
  return {
    async requestDidStart() {
      let admission: Admission | null = null
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (!operation) return
          refuseManyMistakes(schema, operation, request.variables ?? {})
          const cost = measureOperation(schema, document, operation, request.variables ?? {})
          if (!budget) return
          admission = await budget.admit(payer(contextValue), cost)
          if (admission.retryAfterSeconds !== null) throw overBudget(admission, admission.retryAfterSeconds)
        },
        async willSendResponse({ response, contextValue }) {
          const { headers } = response.http
          const retryAfter = response.body.kind === 'single' ? retryAfterIn(response.body.singleResult.errors ?? []) : null
          if (retryAfter !== null) headers.set('retry-after', String(retryAfter))
          if (!budget) return
          admission ??= await budget.admit(payer(contextValue), 1)
          const { limit, remaining, resetSeconds } = admission.tightest
          headers.set('ratelimit-limit', String(limit))
          headers.set('ratelimit-remaining', String(remaining))
          headers.set('ratelimit-reset', String(resetSeconds))
          headers.set('ratelimit-policy', budget.policy)
        },
      }
    },
  }
}

function overBudget({ tightest: { name, limit } }: Admission, retryAfter: number): GraphQLError {
  const what = name === 'cost' ? `budget of ${limit}` : `${limit} requests`
  return new GraphQLError(`You have spent this minute’s ${what}. Try again in ${retryAfter} s.`, {
    extensions: { code: 'RATE_LIMITED', retryAfter, http: { status: 429 } },
  })
}

/** When what was refused for being too much may be tried again, whoever refused it: the longest wait counts. */
function retryAfterIn(errors: readonly { extensions?: Readonly<Record<string, unknown>> }[]): number | null {
  const waits = errors.flatMap(({ extensions: { code, retryAfter } = {} }) =>
    code === 'RATE_LIMITED' && typeof retryAfter === 'number' ? [retryAfter] : [],
  )
  return waits.length > 0 ? Math.max(...waits) : null
}

const mostVariableMistakes = 5

/** Variables that are wrong in so many places are told one of them: compiled operations would count and quote every single one. */
function refuseManyMistakes(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): void {
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, { maxErrors: mostVariableMistakes })
  const [mistake] = errors ?? []
  if (!mistake || !errors || errors.length <= mostVariableMistakes) return
  throw new GraphQLError(mistake.message, {
    nodes: mistake.nodes ?? null,
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  })
}

const payer = ({ caller, address }: GraphContext): string =>
  caller.actor ? actorLabel(caller.actor) : caller.account ? `account:${caller.account.userId}` : `address:${limitKeyOfAddress(address)}`
