import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import { GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql'
import type { Logger } from 'pino'
import type { GraphContext } from '../../graphql-kit/context.ts'
import type { LimitLog } from '../../kernel/limit-log.ts'
import type { CallerBudget } from './caller-budget.ts'
import { DocumentMemory } from './document-memory.ts'
import { toPublicError } from './error-adapter.ts'
import { jitPlugin } from './jit-plugin.ts'
import { limitsPlugin } from './limits-plugin.ts'

export interface ApolloOptions {
  schema: GraphQLSchema
  logger: Logger
  /** What each caller may spend; without end where null. */
  budget: CallerBudget | null
  limits: LimitLog
}

/** How many tokens the text of one request may have. */
export const largestDocument = 5_000

/** How many mistakes of one request are told. */
export const mostErrors = 10

/** Apollo Server put together for speed: compiled operations, and none of its plugins that would instrument every field. */
export async function startApollo({ schema, logger, budget, limits }: ApolloOptions): Promise<ApolloServer<GraphContext>> {
  const server = new ApolloServer<GraphContext>({
    schema,
    introspection: true,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: largestDocument },
    documentStore: new DocumentMemory(),
    // Whoever could store texts here by their hash could fill the store.
    persistedQueries: false,
    // Apollo formats what fails before execution; what fails in it was formatted where the request id is known.
    formatError: (formatted, error) => (isPublic(formatted.extensions) ? formatted : toPublicError(error, 'unknown', logger)),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      requestIdPlugin(logger),
      noSubscriptionsPlugin,
      limitsPlugin(schema, budget, limits),
      jitPlugin(schema, logger),
    ],
  })
  await server.start()
  return server
}

const isPublic = (extensions: unknown): boolean => typeof extensions === 'object' && extensions !== null && 'requestId' in extensions

/** An answer over HTTP ends; a subscription does not. */
const noSubscriptionsPlugin: ApolloServerPlugin<GraphContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return
        throw new GraphQLError('Subscriptions are asked for by WebSocket, with the protocol graphql-transport-ws, on this address.', {
          extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
        })
      },
    }
  },
}

/** Gives errors that arose before execution their public form with the request's id. */
function requestIdPlugin(logger: Logger): ApolloServerPlugin<GraphContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response, contextValue, errors }) {
          if (response.body.kind !== 'single' || !response.body.singleResult.errors || !errors) return
          response.body.singleResult.errors = errors
            .slice(0, mostErrors)
            .map((error) => toPublicError(error, contextValue.requestId, logger))
        },
      }
    },
  }
}
