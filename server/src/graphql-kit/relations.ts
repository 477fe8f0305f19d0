import type { FieldNode, FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql'
import type { GraphContext } from './context.ts'
import type { Loader } from './define-loader.ts'

/** What belongs to each row of a type, and is read by a key that the row has. */
export interface Relation<Row, Value> {
  /** Null where the row has no key. At once where a list was read with it, else a promise. */
  of(context: GraphContext, row: Row): Value | null | Promise<Value>
}

type ReadAhead = (context: GraphContext, rows: readonly object[]) => Promise<void>

const known = new Map<string, Map<string, ReadAhead>>()

/**
 * Says that a field of a type is loaded by a key of its row. Lists then read it for all of their rows, in the same flight as all
 * else that was asked of them, before any field of a row is resolved: hundreds of promises a page are never made.
 */
export function relate<Row extends object, Value>(
  type: string,
  field: string,
  loader: Loader<Value>,
  keyOf: (row: Row) => string | null,
): Relation<Row, Value> {
  const fields = known.get(type) ?? new Map<string, ReadAhead>()
  known.set(type, fields)
  fields.set(field, (context, rows) => {
    // Rows of a type are what its own list answers.
    const keys = (rows as readonly Row[]).map(keyOf).filter((key) => key !== null)
    return loader.readAhead(context, keys)
  })
  return {
    of(context, row) {
      const key = keyOf(row)
      return key === null ? null : loader.load(context, key)
    },
  }
}

/** Reads what is asked of each of these rows beside its own columns. Nothing depends on it but speed. */
export async function readRelations(
  context: GraphContext,
  type: string,
  rows: readonly object[],
  asked: ReadonlySet<string>,
): Promise<void> {
  const readings: Promise<void>[] = []
  for (const [field, readAhead] of known.get(type) ?? []) if (asked.has(field)) readings.push(readAhead(context, rows))
  await Promise.all(readings)
}

const remembered = new WeakMap<FieldNode, ReadonlySet<string>>()

/** The names of the fields asked for inside of the field being resolved, or inside of its own field `inner`. Conditions are not looked at. */
export function askedIn(info: GraphQLResolveInfo, inner?: string): ReadonlySet<string> {
  const [only, ...more] = info.fieldNodes
  if (!only || more.length > 0) return collect(info, inner)
  const names = remembered.get(only) ?? collect(info, inner)
  remembered.set(only, names)
  return names
}

function collect({ fieldNodes, fragments }: GraphQLResolveInfo, inner: string | undefined): ReadonlySet<string> {
  const fields = fieldNodes.flatMap((node) => fieldsOf(node.selectionSet, fragments))
  const wanted =
    inner === undefined
      ? fields
      : fields.filter(({ name }) => name.value === inner).flatMap((node) => fieldsOf(node.selectionSet, fragments))
  return new Set(wanted.map(({ name }) => name.value))
}

/** Validation has refused fragments that spread themselves. */
function fieldsOf(
  selection: SelectionSetNode | undefined,
  fragments: Readonly<Record<string, FragmentDefinitionNode | undefined>>,
): FieldNode[] {
  return (selection?.selections ?? []).flatMap((node) => {
    if (node.kind === 'Field') return [node]
    return fieldsOf(node.kind === 'InlineFragment' ? node.selectionSet : fragments[node.name.value]?.selectionSet, fragments)
  })
}
