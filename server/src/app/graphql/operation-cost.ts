import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  GraphQLError,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql'

/** What one request may ask for. */
export interface OperationLimits {
  depth: number
  cost: number
  /** How often one field may be asked for under different names in one selection. */
  aliases: number
  mutations: number
  /** How many fields it may have once its fragments are written out: so it is compiled, also where the same fields come of it. */
  fields: number
}

export const publishedLimits: OperationLimits = { depth: 10, cost: 10_000, aliases: 15, mutations: 20, fields: 5_000 }

const pageSize = 50
const assumedListSize = 10
const introspectionWeight = 15
const metaFields: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  [SchemaMetaFieldDef.name]: SchemaMetaFieldDef,
  [TypeMetaFieldDef.name]: TypeMetaFieldDef,
}

/**
 * The published formula: a field that answers an object costs 1; what is inside a connection costs as often as `first` or `last`
 * says (50 if neither does); inside another list ten times; `totalCount` costs 10. Introspection
 * costs fifteen times what is asked of one type: the whole of what tools ask for about half of what one request may cost.
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
  const fields = Math.min(countFields(operation.selectionSet, fragments), Number.MAX_SAFE_INTEGER)
  if (fields > limits.fields) throw tooComplex(`At most ${limits.fields} fields, its fragments written out.`, fields, limits.fields)
  const walk: Walk = { schema, fragments, limits, sizes: sizesOf(operation, variables), known: new Map() }
  const mutations = operation.operation === 'mutation' ? fieldsOf(root, operation.selectionSet, walk).length : 0
  if (mutations > limits.mutations) throw tooComplex(`At most ${limits.mutations} mutations a request.`, mutations, limits.mutations)
  const cost = Math.min(costOf(root, operation.selectionSet, 1, walk), Number.MAX_SAFE_INTEGER)
  if (cost > limits.cost)
    throw tooComplex(`This request costs ${cost}; at most ${limits.cost} is allowed. Ask for fewer items at once.`, cost, limits.cost)
  return cost
}

interface Walk {
  schema: GraphQLSchema
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  limits: OperationLimits
  /** What each variable stands at, where that is a number. */
  sizes: ReadonlyMap<string, number>
  /** What selections were found to cost at a depth: fragments let a short text ask for the same ones without end. */
  known: Map<SelectionSetNode, Map<string, number>>
}

/** A field, and the type that it is asked of. */
interface AskedField {
  type: GraphQLCompositeType
  node: FieldNode
}

function costOf(type: GraphQLCompositeType, selection: SelectionSetNode, depth: number, walk: Walk): number {
  const costs = walk.known.get(selection) ?? new Map<string, number>()
  walk.known.set(selection, costs)
  const place = `${type.name} ${depth}`
  const known = costs.get(place)
  if (known !== undefined) return known
  const names = new Map<string, Set<string>>()
  let cost = 0
  for (const field of fieldsOf(type, selection, walk)) {
    const name = field.node.name.value
    const asked = names.get(name) ?? new Set()
    names.set(name, asked.add(field.node.alias?.value ?? name))
    if (asked.size > walk.limits.aliases)
      throw tooComplex(`At most ${walk.limits.aliases} times the field ${name} in one place.`, asked.size, walk.limits.aliases)
    if (name === TypeNameMetaFieldDef.name) continue
    const isIntrospection = name.startsWith('__') || type.name.startsWith('__')
    if (depth > walk.limits.depth && !isIntrospection)
      throw tooComplex(`At most ${walk.limits.depth} levels deep.`, depth, walk.limits.depth)
    cost += costOfField(field, depth, walk)
  }
  costs.set(place, cost)
  return cost
}

function costOfField({ type, node }: AskedField, depth: number, walk: Walk): number {
  const meta = metaFields[node.name.value]
  const field = meta ?? (isUnionType(type) ? undefined : type.getFields()[node.name.value])
  if (!field) return 0
  if (node.name.value === 'totalCount') return 10
  const answer = getNamedType(field.type)
  if (!isCompositeType(answer) || !node.selectionSet) return 0
  const inner = costOf(answer, node.selectionSet, depth + 1, walk)
  if (meta) return (1 + inner) * introspectionWeight
  const isList = isListType(getNullableType(field.type))
  if (answer.name.startsWith('__')) return 1 + (isList ? itemsIntrospected(node) * (1 + inner) : inner)
  const isConnection = answer.name.endsWith('Connection')
  const times = isConnection ? askedFor(node, walk.sizes) : isList && !insideConnection(type) ? assumedListSize : 1
  return 1 + times * inner
}

/** How long introspection’s lists are, more or less. What is asked of every type counts once, so that the schema may grow. */
function itemsIntrospected({ name }: FieldNode): number {
  switch (name.value) {
    case 'types':
    case 'args':
      return 1
    case 'fields':
      return assumedListSize
    default:
      return 2
  }
}

/** The lists inside a connection are as long as its page, which was counted already. */
const insideConnection = (type: GraphQLCompositeType): boolean => type.name.endsWith('Connection')

/** The variables of an operation that are numbers: as they were given, else as the operation says. */
function sizesOf(operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value
    const given = variables[name]
    if (typeof given === 'number') sizes.set(name, given)
    else if (given === undefined && defaultValue?.kind === Kind.INT) sizes.set(name, Number(defaultValue.value))
  }
  return sizes
}

/** How many items a connection is asked for: the larger, where both ends are named. */
function askedFor(node: FieldNode, sizes: ReadonlyMap<string, number>): number {
  const asked = (node.arguments ?? []).flatMap(({ name, value }) => {
    if (name.value !== 'first' && name.value !== 'last') return []
    const size = value.kind === Kind.VARIABLE ? sizes.get(value.name.value) : value.kind === Kind.INT ? Number(value.value) : undefined
    return size !== undefined && size > 0 ? [size] : []
  })
  return asked.length > 0 ? Math.max(...asked) : pageSize
}

/** How many fields a selection has with every fragment written out where it is spread. Fragments that run in circles end there. */
function countFields(
  selection: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  counted = new Map<string, number>(),
): number {
  return selection.selections.reduce((total, node) => {
    if (node.kind === Kind.FIELD) return total + 1 + (node.selectionSet ? countFields(node.selectionSet, fragments, counted) : 0)
    if (node.kind === Kind.INLINE_FRAGMENT) return total + countFields(node.selectionSet, fragments, counted)
    const name = node.name.value
    const fragment = fragments.get(name)
    if (!fragment) return total
    if (!counted.has(name)) {
      counted.set(name, 0)
      counted.set(name, countFields(fragment.selectionSet, fragments, counted))
    }
    return total + (counted.get(name) ?? 0)
  }, 0)
}

/** All fields that a selection asks for. A fragment counts once in each, however often it is spread there: so it is executed. */
function fieldsOf(type: GraphQLCompositeType, selection: SelectionSetNode, walk: Walk, spread = new Set<string>()): AskedField[] {
  return selection.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [{ type, node }]
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const condition = node.typeCondition ? walk.schema.getType(node.typeCondition.name.value) : type
      return fieldsOf(isCompositeType(condition) ? condition : type, node.selectionSet, walk, spread)
    }
    const fragment = walk.fragments.get(node.name.value)
    if (!fragment || spread.has(node.name.value)) return []
    spread.add(node.name.value)
    const condition = walk.schema.getType(fragment.typeCondition.name.value)
    return fieldsOf(isCompositeType(condition) ? condition : type, fragment.selectionSet, walk, spread)
  })
}

const tooComplex = (message: string, cost: number, limit: number): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COMPLEX', cost, limit, http: { status: 400 } } })
