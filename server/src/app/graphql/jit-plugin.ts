import type { ApolloServerPlugin, GraphQLResponse } from '@apollo/server'
import { HeaderMap } from '@apollo/server'
import type { DocumentNode, FormattedExecutionResult, GraphQLSchema } from 'graphql'
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit'
import type { Logger } from 'pino'
import type { GraphContext } from '../../graphql-kit/context.ts'
import { toPublicError } from './error-adapter.ts'

type Stringify = (result: FormattedExecutionResult) => string

/** How each answer is written: graphql-jit makes a writer for each operation, which knows the shape of its data. */
export interface ResultWriter {
  plugin: ApolloServerPlugin<GraphContext>
  stringifyResult: (result: unknown) => string
}

/**
 * Executes operations compiled by graphql-jit, once for each document that Apollo keeps. It answers from `responseForOperation`,
 * since behind a gateway executor Apollo would still instrument every field, and half of the gain be lost.
 */
export function createJit(schema: GraphQLSchema, logger: Logger): ResultWriter {
  const compiled = new WeakMap<DocumentNode, Map<string, CompiledQuery>>()
  const writers = new WeakMap<object, Stringify>()

  function compile(document: DocumentNode, name: string | null | undefined): CompiledQuery | null {
    const byName = compiled.get(document) ?? new Map<string, CompiledQuery>()
    compiled.set(document, byName)
    const known = byName.get(name ?? '')
    if (known) return known
    const query = compileQuery(schema, document, name ?? undefined, { disablingCapturingStackErrors: true, customJSONSerializer: true })
    if (!isCompiledQuery(query)) return null
    byName.set(name ?? '', query)
    return query
  }

  return {
    plugin: {
      async requestDidStart() {
        return {
          async responseForOperation({ document, operationName, contextValue, request, operation }): Promise<GraphQLResponse | null> {
            if (operation.operation === 'subscription') return null
            // What does not compile is executed by graphql-js, which says what is wrong with it.
            const query = compile(document, operationName)
            if (!query) return null
            const result = await query.query(undefined, contextValue, request.variables ?? {})
            const data = result.data
            if (data) writers.set(data, query.stringify)
            return {
              http: { status: undefined, headers: new HeaderMap() },
              body: { kind: 'single', singleResult: format(result, contextValue.requestId) },
            }
          },
        }
      },
    },
    stringifyResult(result) {
      const data = typeof result === 'object' && result !== null && 'data' in result ? result.data : null
      const write = typeof data === 'object' && data !== null ? writers.get(data) : undefined
      // The compiled writer knows data and errors; whatever else is in an answer is left to JSON.
      return write && isPlain(result) ? write(result) : JSON.stringify(result)
    },
  }

  function format(result: { data?: unknown; errors?: readonly unknown[] | undefined }, requestId: string): FormattedExecutionResult {
    const errors = result.errors?.map((error) => toPublicError(error, requestId, logger))
    const data = result.data as FormattedExecutionResult['data']
    return errors ? { errors, ...(data === undefined ? {} : { data }) } : { ...(data === undefined ? {} : { data }) }
  }
}

const isPlain = (result: unknown): result is FormattedExecutionResult =>
  typeof result === 'object' && result !== null && !('errors' in result) && !('extensions' in result)
