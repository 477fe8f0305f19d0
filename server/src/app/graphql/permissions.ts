import { type GraphQLFieldResolver, type GraphQLObjectType, GraphQLSchema, isObjectType } from 'graphql'
import { applyMiddleware } from 'graphql-middleware'
import { deny, type IRules, shield } from 'graphql-shield'
import type { GraphContext } from '../../graphql-kit/context.ts'
import { forbidden } from '../../kernel/errors.ts'
import { domainModules } from '../modules.ts'

type Guard = (
  resolve: GraphQLFieldResolver<unknown, GraphContext>,
  parent: unknown,
  args: object,
  context: GraphContext,
  info: unknown,
) => unknown
type Guards = Record<string, Record<string, Guard | { resolve: Guard }>>

/** The rules of every domain in one tree, type by type. */
export function collectRules(): Record<string, IRules> {
  const tree: Record<string, IRules> = {}
  for (const { rules } of domainModules) {
    for (const [type, fields] of Object.entries(rules)) tree[type] = { ...tree[type], ...fields }
  }
  return tree
}

/**
 * Puts the rules in front of the schema: of every root field, deny by default, and of those object fields that have one of their
 * own. graphql-shield by itself would wrap every leaf of every type, which made large lists five times slower.
 */
export function protectSchema(schema: GraphQLSchema, rules: Record<string, IRules> = collectRules()): GraphQLSchema {
  // The tree is one of types by name; graphql-shield's own type leaves it open whether a tree is meant.
  const every = shield(rules as IRules, {
    fallbackRule: deny,
    fallbackError: forbidden('You may not use this.', 'admin'),
    allowExternalErrors: true,
  }).generate(schema) as Guards
  const kept = keepRuled(every, rules, rootNames(schema))
  const guarded = applyMiddleware(schema, kept as Parameters<typeof applyMiddleware>[1])
  guardSubscriptions(guarded.getSubscriptionType(), kept)
  return guarded
}

const rootNames = (schema: GraphQLSchema): Set<string> =>
  new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => (type ? [type.name] : [])))

function keepRuled(every: Guards, rules: Record<string, IRules>, roots: ReadonlySet<string>): Guards {
  const kept: Guards = {}
  for (const [type, fields] of Object.entries(every)) {
    const ruled = rules[type]
    if (roots.has(type)) kept[type] = fields
    else if (ruled) kept[type] = Object.fromEntries(Object.entries(fields).filter(([field]) => field in ruled))
  }
  return kept
}

/** graphql-middleware wraps `resolve` or `subscribe`, never both, and type-graphql sets both: `subscribe` is guarded by hand. */
function guardSubscriptions(type: GraphQLObjectType | null | undefined, kept: Guards): void {
  if (!isObjectType(type)) return
  for (const [name, field] of Object.entries(type.getFields())) {
    const found = kept[type.name]?.[name]
    const guard = typeof found === 'function' ? found : found?.resolve
    const subscribe = field.subscribe
    if (!guard || !subscribe) throw new Error(`The subscription ${name} has no rule`)
    field.subscribe = async (parent: object, args: Record<string, unknown>, context: GraphContext, info) => {
      const result = await guard(() => subscribe(parent, args, context, info), parent, args, context, info)
      if (result instanceof Error) throw result
      return result
    }
  }
}
