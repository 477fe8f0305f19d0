import { getNamedType, type GraphQLNamedType, type GraphQLSchema, isObjectType } from 'graphql'
import type { Scope } from '../../src/kernel/actor.ts'
import { rootFieldsOf } from './operation.ts'
import { rootFields } from './root-field-table.ts'

/** What a list is a list of: a connection’s nodes. */
function itemOf(type: GraphQLNamedType): GraphQLNamedType {
  const nodes = isObjectType(type) && type.name.endsWith('Connection') ? type.getFields().nodes : undefined
  return nodes ? getNamedType(nodes.type) : type
}

/** Who a record is credited to belongs to it, and so does what it names of the organization’s lists: these types go with any. */
const belonging: readonly Scope[] = ['roster:read', 'forms:read', 'packages:read']

/** The types that keys read by a scope of their own. */
function scopedTypes(schema: GraphQLSchema): Map<string, Scope> {
  const scoped = new Map<string, Scope>()
  for (const [name, { kind, field }] of rootFieldsOf(schema)) {
    const key = rootFields[name]?.key
    const type = itemOf(getNamedType(field.type))
    if (kind === 'query' && key && key !== 'any' && !belonging.includes(key) && isObjectType(type)) scoped.set(type.name, key)
  }
  return scoped
}

/** The fields by which a record leads to one that another scope reads: `Event.lead`. */
export function linksBetweenScopes(schema: GraphQLSchema): string[] {
  const scoped = scopedTypes(schema)
  const plumbing = /^(__.*|Query|Mutation|Subscription|.*Connection|.*Edge|.*Payload)$/
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || plumbing.test(type.name)) return []
    return Object.values(type.getFields()).flatMap((field) => {
      const scope = scoped.get(itemOf(getNamedType(field.type)).name)
      return scope && scope !== scoped.get(type.name) ? [`${type.name}.${field.name}`] : []
    })
  })
}
