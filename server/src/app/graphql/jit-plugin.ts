import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server'
import {
  type DocumentNode,
  type FormattedExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Logger } from 'pino'
import type { GraphContext } from '../../graphql-kit/context.ts'
import { toPublicError } from './error-adapter.ts'

/** Apollo’s types promise an operation, yet it asks too where a request names none of its document; executing that says so. */
const isCompilable = (operation: OperationDefinitionNode | undefined): boolean =>
  operation !== undefined && operation.operation !== OperationTypeNode.SUBSCRIPTION

/**
 * Executes operations compiled by graphql-jit, once for each document that Apollo keeps. It answers from `responseForOperation`,
 * since behind a gateway executor Apollo would still instrument every field, and half of the gain be lost.
 */
export function jitPlugin(schema: GraphQLSchema, logger: Logger): ApolloServerPlugin<GraphContext> {
  const compiled = new WeakMap<DocumentNode, Map<string, CompiledQuery | null>>()

  /** Null where it does not compile: then graphql-js executes it, which says what is wrong with it. */
  function compile(document: DocumentNode, name: string | null): CompiledQuery | null {
    const byName = compiled.get(document) ?? new Map<string, CompiledQuery | null>()
    compiled.set(document, byName)
    const known = byName.get(name ?? '')
    if (known !== undefined) return known
    // Its own writer of JSON knows no scalars but those of the language, and would not compile most of our operations.
    const query = compileQuery(schema, document, name ?? undefined, { disablingCapturingStackErrors: true })
    const usable = isCompiledQuery(query) ? query : null
    if (!isCompiledQuery(query))
      logger.warn({ errors: query.errors, operation: name }, 'an operation does not compile, and is executed the slow way')
    byName.set(name ?? '', usable)
    return usable
  }

  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operationName, contextValue, request, operation }): Promise<GraphQLResponse | null> {
          if (!isCompilable(operation)) return null
          const query = compile(document, operationName)
          if (!query) return null
          const { data, errors } = await query.query(undefined, contextValue, request.variables ?? {})
          // Variables that are no good: graphql-js says better what is wrong with them, and Apollo answers 400.
          if (data === undefined) return null
          const singleResult: FormattedExecutionResult = {
            ...(errors ? { errors: errors.map((error) => toPublicError(error, contextValue.requestId, logger)) } : {}),
            data,
          }
          return { http: { status: undefined, headers: new HeaderMap() }, body: { kind: 'single', singleResult } }
        },
      }
    },
  }
}
