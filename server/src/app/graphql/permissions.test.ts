import 'reflect-metadata'
import { type ExecutionResult, GraphQLObjectType, GraphQLSchema, GraphQLString, parse, subscribe } from 'graphql'
import type { IRules } from 'graphql-shield'
import { describe, expect, it } from 'vitest'
import { anonymous as anonymousCaller } from '../../kernel/caller.ts'
import { isMember } from '../../graphql-kit/rules.ts'
import { buildSchema } from './build-schema.ts'
import { collectRules, protectSchema } from './permissions.ts'

async function* ticks(): AsyncGenerator<{ tick: string }> {
  yield { tick: 'first' }
}

/** A subscription with both `subscribe` and `resolve`, as type-graphql makes them. */
const ticking = () =>
  new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { hello: { type: GraphQLString } } }),
    subscription: new GraphQLObjectType({
      name: 'Subscription',
      fields: { tick: { type: GraphQLString, subscribe: ticks, resolve: (payload: { tick: string }) => payload.tick } },
    }),
  })

const rules: Record<string, IRules> = { Query: { hello: isMember('events:read') }, Subscription: { tick: isMember('events:read') } }
const anonymous = { caller: anonymousCaller }
const member = { caller: { account: {}, actor: { kind: 'user', role: 'sales_rep' }, recognised: true, why: null } }

const listen = (contextValue: object) =>
  subscribe({ schema: protectSchema(ticking(), rules), document: parse('subscription { tick }'), contextValue })

describe('the rules in front of the schema', () => {
  it('keep a subscription from beginning for one who may not have it', async () => {
    const refused = (await listen(anonymous)) as ExecutionResult
    expect(refused.errors?.[0]?.message).toMatch(/sign in/i)
  })

  it('let it begin and go on for one who may', async () => {
    const stream = (await listen(member)) as AsyncGenerator<ExecutionResult>
    expect(await stream.next()).toEqual({ done: false, value: { data: { tick: 'first' } } })
  })

  it('name every root field, and no field that is not there', () => {
    const schema = buildSchema()
    const named = collectRules()
    for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
      if (!root) continue
      const { '*': rest, ...fields } = (named[root.name] ?? {}) as Record<string, unknown>
      expect(rest).toBeUndefined()
      expect(Object.keys(fields).sort()).toEqual(Object.keys(root.getFields()).sort())
    }
    for (const [type, fields] of Object.entries(named)) {
      const known = schema.getType(type)
      expect(Object.keys(fields as object).filter((field) => !(known instanceof GraphQLObjectType && field in known.getFields()))).toEqual(
        [],
      )
    }
  })
})
