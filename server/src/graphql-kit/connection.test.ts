import { graphql, type GraphQLSchema, printType } from 'graphql'
import { buildSchemaSync, Field, ID, ObjectType, Query, Resolver } from 'type-graphql'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Page } from '../database/keyset.ts'
import { type ConnectionSource, defineConnection, toConnection } from './connection.ts'

@ObjectType({ description: 'A thing.', simpleResolvers: true })
class Thing {
  @Field(() => ID, { description: 'Its id.' })
  declare id: string
}

const { Connection, ConnectionResolver } = defineConnection('Thing', () => Thing)

let page: Page<Thing>
let counted: number

@Resolver()
class ThingsResolver {
  @Query(() => Connection, { description: 'Things.' })
  things(): ConnectionSource<Thing> {
    return toConnection(page, () => {
      counted += 1
      return Promise.resolve(700)
    })
  }
}

const schema: GraphQLSchema = buildSchemaSync({ resolvers: [ThingsResolver, ConnectionResolver], validate: false })

async function ask(fields: string): Promise<unknown> {
  const { data, errors } = await graphql({ schema, source: `{ things { ${fields} } }`, contextValue: {} })
  if (errors) throw new AggregateError(errors)
  return JSON.parse(JSON.stringify(data?.things)) as unknown
}

beforeEach(() => {
  counted = 0
  page = { rows: [{ id: 'a' }, { id: 'b' }], cursors: ['cursor of a', 'cursor of b'], hasNext: true, hasPrevious: false }
})

describe('a connection', () => {
  it('has its items alone, and with the cursor of each', async () => {
    expect(await ask('nodes { id } edges { cursor node { id } }')).toEqual({
      nodes: [{ id: 'a' }, { id: 'b' }],
      edges: [
        { cursor: 'cursor of a', node: { id: 'a' } },
        { cursor: 'cursor of b', node: { id: 'b' } },
      ],
    })
  })

  it('says where its page lies', async () => {
    expect(await ask('pageInfo { hasNextPage hasPreviousPage startCursor endCursor }')).toEqual({
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: 'cursor of a', endCursor: 'cursor of b' },
    })
  })

  it('has no cursors where its page is empty', async () => {
    page = { rows: [], cursors: [], hasNext: false, hasPrevious: true }
    expect(await ask('nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }')).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    })
  })

  it('counts the whole list only where somebody asks for it', async () => {
    await ask('nodes { id } pageInfo { hasNextPage }')
    expect(counted).toBe(0)
    expect(await ask('totalCount')).toEqual({ totalCount: 700 })
    expect(counted).toBe(1)
  })

  it('is named after its type, as Relay names connections', () => {
    const printed = ['ThingConnection', 'ThingEdge', 'PageInfo'].map((name) => {
      const type = schema.getType(name)
      return type ? printType(type).replace(/\s*"""[^"]*"""\s*/g, '\n') : name
    })
    expect(printed[0]).toMatch(/edges: \[ThingEdge!\]!\s+nodes: \[Thing!\]!\s+pageInfo: PageInfo!\s+totalCount: Int!/)
    expect(printed[1]).toMatch(/node: Thing!\s+cursor: String!/)
    expect(printed[2]).toMatch(/hasNextPage: Boolean!\s+hasPreviousPage: Boolean!\s+startCursor: String\s+endCursor: String/)
  })
})
