import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'

/** How deep a generated selection reaches below its root field; fields that are ruled have documents of their own. */
const reach = 5

/** How many lists a generated selection passes through: a request is refused that asks for lists of lists of lists. */
const listsDeep = 2
/** How many of a list that lies in another. */
const few = 'first: 2'

const isList = (type: GraphQLOutputType): boolean => {
  const bare = getNullableType(type)
  return isListType(bare) || getNamedType(bare).name.endsWith('Connection')
}

/** The whole of what a type shows, as a selection: every field that needs no argument, no type inside itself, no more lists than are allowed. */
function selectionOf(type: GraphQLNamedType, without: ReadonlySet<string>, path: readonly string[], lists: number): string {
  if (!isObjectType(type)) return ''
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (without.has(`${type.name}.${field.name}`) || field.args.some((argument) => isNonNullType(argument.type))) return []
    const inner = getNamedType(field.type)
    if (!isObjectType(inner)) return [field.name]
    // What lies in a connection is its list.
    const within = lists + (isList(field.type) && !type.name.endsWith('Connection') ? 1 : 0)
    if (path.length >= reach || path.includes(inner.name) || within > listsDeep) return []
    const selection = selectionOf(inner, without, [...path, inner.name], within)
    const asked = field.args.some((argument) => argument.name === 'first') ? `${field.name}(${few})` : field.name
    return selection === '' ? [] : [`${asked} ${selection}`]
  })
  return fields.length === 0 ? '' : `{ ${fields.join(' ')} }`
}

/** The root fields of a schema by their names, `query` and `mutation` alike. */
export function rootFieldsOf(schema: GraphQLSchema): Map<string, { kind: 'query' | 'mutation'; field: GraphQLField<unknown, unknown> }> {
  const of = (kind: 'query' | 'mutation') =>
    Object.values((kind === 'query' ? schema.getQueryType() : schema.getMutationType())?.getFields() ?? {}).map(
      (field) => [field.name, { kind, field }] as const,
    )
  return new Map([...of('query'), ...of('mutation')])
}

/** The document that asks a root field for all that it shows, its arguments as variables. Fields in `without` are left out. */
export function documentOf(schema: GraphQLSchema, name: string, without: ReadonlySet<string> = new Set()): string {
  const root = rootFieldsOf(schema).get(name)
  if (!root) throw new Error(`There is no root field ${name}`)
  const { kind, field } = root
  const declared = field.args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ')
  const passed = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ')
  const type = getNamedType(field.type)
  const selection = selectionOf(type, without, [type.name], isList(field.type) ? 1 : 0)
  return `${kind} ${declared && `(${declared})`} { ${name}${passed && `(${passed})`} ${selection} }`
}

/** Where a root field takes ids: paths of its variables, such as `input.closerId` or `filter.closerIds`. */
export function idPathsOf(schema: GraphQLSchema, name: string): string[] {
  const root = rootFieldsOf(schema).get(name)
  return root ? root.field.args.flatMap((argument) => idPathsIn(argument.type, argument.name)) : []
}

function idPathsIn(type: GraphQLInputType, path: string): string[] {
  const bare = getNullableType(type)
  if (isListType(bare)) return idPathsIn(bare.ofType, path)
  if (isInputObjectType(bare)) return Object.values(bare.getFields()).flatMap((field) => idPathsIn(field.type, `${path}.${field.name}`))
  return getNamedType(bare).name === 'ID' ? [path] : []
}

type Variables = Record<string, unknown>
const isRecord = (value: unknown): value is Variables => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What variables hold at a path; undefined where they hold nothing. */
export const valueAt = (variables: Variables, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => {
    const inner = firstOf(value)
    return isRecord(inner) ? inner[key] : undefined
  }, variables)

/** Of a list of objects the first stands for all. */
const firstOf = (value: unknown): unknown => (Array.isArray(value) && isRecord(value[0]) ? value[0] : value)

/** The same variables with another value at a path. */
export function withValueAt(variables: Variables, path: string, value: unknown): Variables {
  const [key = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...variables, [key]: value }
  const given = variables[key]
  const inner = firstOf(given)
  const changed = withValueAt(isRecord(inner) ? inner : {}, rest.join('.'), value)
  return { ...variables, [key]: Array.isArray(given) ? [changed, ...(given as readonly unknown[]).slice(1)] : changed }
}
