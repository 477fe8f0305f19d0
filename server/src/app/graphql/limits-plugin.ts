import type { ApolloServerPlugin } from '@apollo/server'
import { getVariableValues, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'
import type { GraphContext } from '../../graphql-kit/context.ts'
import type { LimitLog } from '../../kernel/limit-log.ts'
import { type Admission, type CallerBudget, overBudgetMessage, payerOf } from './caller-budget.ts'
import { measureOperation } from './operation-cost.ts'

/** What does not parse or validate cannot be measured. Finding that out took as long as running something small. */
const costOfUnreadable = 500

/**
 * Refuses operations over the published limits, and callers over their budget, before anything of them runs. Every answer says what is
 * left of the budget that will run out first, by the usual headers. What was too much, whoever refused it, is a security event.
 */
export function limitsPlugin(schema: GraphQLSchema, budget: CallerBudget | null, limits: LimitLog): ApolloServerPlugin<GraphContext> {
  return {
    async requestDidStart() {
      let admission: Admission | null = null
      return {
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (!operation) return
          refuseManyMistakes(schema, operation, request.variables ?? {})
          const cost = measureOperation(schema, document, operation, request.variables ?? {})
          if (!budget) return
          admission = await budget.admit(payerOf(contextValue), cost)
          if (admission.retryAfterSeconds !== null) throw overBudget(admission, admission.retryAfterSeconds)
        },
        async willSendResponse({ response, contextValue }) {
          const { headers } = response.http
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : []
          const { address, requestId } = contextValue
          const tooMuch = errors
            .map(({ extensions }) => extensions?.code)
            .find((code) => code === 'RATE_LIMITED' || code === 'QUERY_TOO_COMPLEX')
          if (tooMuch !== undefined) limits.note({ limit: tooMuch, who: payerOf(contextValue), address, requestId })
          const retryAfter = retryAfterIn(errors)
          if (retryAfter !== null) headers.set('retry-after', String(retryAfter))
          if (!budget) return
          admission ??= await budget.admit(payerOf(contextValue), costOfUnreadable)
          for (const [name, value] of Object.entries(budget.headersOf(admission))) headers.set(name, value)
        },
      }
    },
  }
}

const overBudget = (admission: Admission, retryAfter: number): GraphQLError =>
  new GraphQLError(overBudgetMessage(admission, retryAfter), {
    extensions: { code: 'RATE_LIMITED', retryAfter, http: { status: 429 } },
  })

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
