import {
  type DocumentNode,
  type ExecutionArgs,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql'
import { largestDocument, mostErrors } from './apollo-server.ts'
import { measureOperation } from './operation-cost.ts'

/** What a client asks to be told, as it came. */
export interface AskedSubscription {
  query: string
  operationName?: string | null | undefined
  variables?: Record<string, unknown> | null | undefined
}

/** A subscription that may be executed where nothing is wrong with it, and what each of its answers costs. */
export interface ReadSubscription {
  args: Omit<ExecutionArgs, 'contextValue'>
  cost: number
  mistakes: readonly GraphQLError[]
}

/**
 * Reads a subscription's text under the limits that hold for every operation. Throws GraphQLError where it cannot be read.
 * Queries and mutations are refused: over HTTP they have their answer, their status and their retries.
 */
export function readSubscription(schema: GraphQLSchema, { query, operationName, variables }: AskedSubscription): ReadSubscription {
  const document: DocumentNode = parse(query, { maxTokens: largestDocument })
  const variableValues = variables ?? {}
  const args = { schema, document, operationName: operationName ?? null, variableValues }
  const mistakes = validate(schema, document, undefined, { maxErrors: mostErrors })
  if (mistakes.length > 0) return { args, cost: 0, mistakes }
  const operation = getOperationAST(document, operationName)
  if (!operation) throw badRequest('Say which of its operations is meant.')
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) throw badRequest('Queries and mutations are sent by POST.')
  return { args, cost: Math.max(1, measureOperation(schema, document, operation, variableValues)), mistakes }
}

const badRequest = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
