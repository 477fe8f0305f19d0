import { buildSchema, graphql, type GraphQLResolveInfo } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { GraphContext } from './context.ts'
import { defineLoader } from './define-loader.ts'
import { askedIn, readRelations, relate } from './relations.ts'

interface Row {
  id: string
  ownerId: string | null
}

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`
const rows: Row[] = [
  { id: id(1), ownerId: id(11) },
  { id: id(2), ownerId: id(12) },
  { id: id(3), ownerId: id(11) },
  { id: id(4), ownerId: null },
]

/** As much of an operation's context as loading needs. */
function operation(): GraphContext {
  const kept = new Map<object, object>()
  const remember = (key: object, create: () => object) => {
    const value = kept.get(key) ?? create()
    kept.set(key, value)
    return value
  }
  // All of a context that reading ahead touches.
  return { tx: {}, remember } as unknown as GraphContext
}

function ownersThat(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>) {
  const asked: (readonly string[])[] = []
  const loader = defineLoader<string | null>((_tx, keys) => {
    asked.push(keys)
    return read(keys)
  }, null)
  return { asked, loader }
}

const named = (keys: readonly string[]) =>
  Promise.resolve(new Map(keys.filter((key) => key !== id(12)).map((key) => [key, `owner ${key.slice(-2)}`])))

describe('what belongs to the rows of a list', () => {
  it('is read once for all of them, and then is there at once', async () => {
    const { asked, loader } = ownersThat(named)
    const owner = relate('Read', 'owner', loader, (row: Row) => row.ownerId)
    const context = operation()
    await readRelations(context, 'Read', rows, new Set(['id', 'owner']))
    expect(rows.map((row) => owner.of(context, row))).toEqual(['owner 11', null, 'owner 11', null])
    expect(asked).toEqual([[id(11), id(12)]])
  })

  it('is not read unless it is asked for, and then is read for whoever asks after all', async () => {
    const { asked, loader } = ownersThat(named)
    const owner = relate('Unasked', 'owner', loader, (row: Row) => row.ownerId)
    const context = operation()
    await readRelations(context, 'Unasked', rows, new Set(['id']))
    expect(asked).toEqual([])
    expect(await Promise.all(rows.map(async (row) => owner.of(context, row)))).toEqual(['owner 11', null, 'owner 11', null])
    expect(asked).toEqual([[id(11), id(12)]])
  })

  it('fails for those who ask for it, each with what went wrong, and not for the list', async () => {
    const { asked, loader } = ownersThat(() => Promise.reject(new Error('lost')))
    const owner = relate('Failing', 'owner', loader, (row: Row) => row.ownerId)
    const context = operation()
    await readRelations(context, 'Failing', rows, new Set(['owner']))
    const [first, second] = rows.map((row) => owner.of(context, row))
    await expect(first).rejects.toThrow('lost')
    await expect(second).rejects.toThrow('lost')
    expect(asked).toHaveLength(1)
  })

  it('of an id that is none is nobody’s, and nothing is read', async () => {
    const { asked, loader } = ownersThat(named)
    expect(await loader.load(operation(), 'somebody')).toBeNull()
    expect(asked).toEqual([])
  })
})

describe('what is asked for inside of a field', () => {
  const schema = buildSchema(`
    type Query { list: List }
    type List { nodes: [Node] edges: [Edge] }
    type Edge { node: Node cursor: String }
    type Node { id: ID owner: Node name: String }`)

  const asked = async (query: string, field: 'nodes' | 'edges', inner?: string) => {
    let names: ReadonlySet<string> = new Set()
    const note = (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
      names = askedIn(info, inner)
      return []
    }
    const result = await graphql({ schema, source: query, rootValue: { list: { [field]: note } } })
    expect(result.errors).toBeUndefined()
    return [...names].sort()
  }

  it('is told by its name, through fragments and whatever it is called', async () => {
    const query = `{ list { nodes { mine: owner { name } ...Rest ... on Node { name } } } } fragment Rest on Node { id }`
    expect(await asked(query, 'nodes')).toEqual(['id', 'name', 'owner'])
  })

  it('is told of the node inside of an edge', async () => {
    expect(await asked('{ list { edges { cursor node { id owner { name } } } } }', 'edges', 'node')).toEqual(['id', 'owner'])
  })

  it('is told of a field that is asked for in several places', async () => {
    expect(await asked('{ list { nodes { id } nodes { name } } }', 'nodes')).toEqual(['id', 'name'])
  })
})
