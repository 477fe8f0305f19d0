import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

/** What one request may ask for. */
export interface OperationLimits {
  depth: number
  cost: number
  /** How often one field may be asked for under different names in one selection. */
  aliases: number
  mutations: number
}

export const publishedLimits: OperationLimits = { depth: 10, cost: 10_000, aliases: 15, mutations: 20 }

const pageSize = 50
const assumedListSize = 10

/**
 * The published formula: a field that answers an object costs 1; what is inside a connection costs as often as `first` or `last`
 * says (50 if neither does); inside another list ten times; `totalCount` costs 10. Introspection is free.
 */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  limits: OperationLimits = publishedLimits,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const root = schema.getRootType(operation.operation)
  if (!root) return 0
  if (operation.operation === 'mutation' && fieldsOf(operation.selectionSet, fragments).length > limits.mutations) {
    throw tooComplex(
      `At most ${limits.mutations} mutations a request.`,
      fieldsOf(operation.selectionSet, fragments).length,
      limits.mutations,
    )
  }
  const cost = costOf(root, operation.selectionSet, 1, { schema, fragments, variables, limits })
  if (cost > limits.cost)
    throw tooComplex(`This request costs ${cost}; at most ${limits.cost} is allowed. Ask for fewer items at once.`, cost, limits.cost)
  return cost
}

interface Walk {
  schema: GraphQLSchema
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  variables: Readonly<Record<string, unknown>>
  limits: OperationLimits
}

function costOf(type: GraphQLObjectType, selection: SelectionSetNode, depth: number, walk: Walk): number {
  const names = new Map<string, number>()
  let cost = 0
  for (const node of fieldsOf(selection, walk.fragments)) {
    const name = node.name.value
    if (name.startsWith('__')) continue
    if (depth > walk.limits.depth) throw tooComplex(`At most ${walk.limits.depth} levels deep.`, depth, walk.limits.depth)
    const times = (names.get(name) ?? 0) + 1
    names.set(name, times)
    if (times > walk.limits.aliases)
      throw tooComplex(`At most ${walk.limits.aliases} times the field ${name} in one place.`, times, walk.limits.aliases)
    cost += costOfField(type, node, depth, walk)
    // A request that is far over needs no exact sum, and the sum must stay a number.
    if (cost > Number.MAX_SAFE_INTEGER / 1_000) return cost
  }
  return cost
}

function costOfField(type: GraphQLObjectType, node: FieldNode, depth: number, walk: Walk): number {
  const field = type.getFields()[node.name.value]
  if (!field) return 0
  if (node.name.value === 'totalCount') return 10
  const answer = getNamedType(field.type)
  if (!isCompositeType(answer) || !node.selectionSet) return 0
  const inner =
    isObjectType(answer) || isInterfaceType(answer) ? costOf(answer as GraphQLObjectType, node.selectionSet, depth + 1, walk) : 0
  const isConnection = answer.name.endsWith('Connection')
  const times = isConnection
    ? askedFor(node, walk.variables)
    : isListType(getNullableType(field.type)) && !insideConnection(type)
      ? assumedListSize
      : 1
  return 1 + times * inner
}

/** The lists inside a connection are as long as its page, which was counted already. */
const insideConnection = (type: GraphQLObjectType): boolean => type.name.endsWith('Connection')

function askedFor(node: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  for (const argument of node.arguments ?? []) {
    if (argument.name.value !== 'first' && argument.name.value !== 'last') continue
    const value =
      argument.value.kind === Kind.VARIABLE
        ? variables[argument.value.name.value]
        : argument.value.kind === Kind.INT
          ? Number(argument.value.value)
          : undefined
    if (typeof value === 'number' && value > 0) return value
  }
  return pageSize
}

function fieldsOf(
  selection: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  open: ReadonlySet<string> = new Set(),
): FieldNode[] {
  return selection.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node]
    if (node.kind === Kind.INLINE_FRAGMENT) return fieldsOf(node.selectionSet, fragments, open)
    const name = node.name.value
    const fragment = fragments.get(name)
    return fragment && !open.has(name) ? fieldsOf(fragment.selectionSet, fragments, new Set([...open, name])) : []
  })
}

const tooComplex = (message: string, cost: number, limit: number): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COMPLEX', cost, limit } })
