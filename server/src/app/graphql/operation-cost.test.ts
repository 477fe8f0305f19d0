import { buildSchema, getIntrospectionQuery, GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { measureOperation, type OperationLimits, publishedLimits } from './operation-cost.ts'

const schema = buildSchema(`
  type Query { viewer: Person!, people(first: Int, last: Int, after: String): PersonConnection!, tags: [Tag!]!, count: Int!, anything: Anything }
  union Anything = Person | Tag
  type Mutation { rename(name: String): Person!, retire(name: String): Person! }
  type PersonConnection { nodes: [Person!]!, edges: [PersonEdge!]!, pageInfo: PageInfo!, totalCount: Int! }
  type PersonEdge { node: Person!, cursor: String! }
  type PageInfo { hasNextPage: Boolean! }
  type Person { id: ID!, name: String!, boss: Person, team(first: Int): PersonConnection!, tags: [Tag!]! }
  type Tag { id: ID!, owner: Person }
`)

const roomy: OperationLimits = { ...publishedLimits, cost: Number.MAX_SAFE_INTEGER, fields: Number.MAX_SAFE_INTEGER }

function measure(text: string, variables: Record<string, unknown> = {}, limits = roomy): number {
  const document = parse(text)
  const operation = document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)
  if (!operation) throw new Error('There is no operation')
  return measureOperation(schema, document, operation, variables, limits)
}

function refusal(text: string, variables: Record<string, unknown> = {}, limits = publishedLimits): GraphQLError {
  try {
    measure(text, variables, limits)
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
  throw new Error('It was not refused')
}

/** The field of the same name, one in the other, so many times. */
const deep = (levels: number, leaf = 'name'): string => (levels === 0 ? leaf : `boss { ${deep(levels - 1, leaf)} }`)

describe('the cost of a request', () => {
  it('is one for each field that answers an object, and nothing for plain ones', () => {
    expect(measure('{ count __typename }')).toBe(0)
    expect(measure('{ viewer { id name } }')).toBe(1)
    expect(measure('{ viewer { boss { boss { id } } } }')).toBe(3)
  })

  it('of a page is that of one item as often as was asked for', () => {
    expect(measure('{ people(first: 7) { nodes { boss { id } } } }')).toBe(1 + 7 * 2)
    expect(measure('{ people(last: 3) { edges { node { id } } } }')).toBe(1 + 3 * 2)
    expect(measure('query ($n: Int) { people(first: $n) { nodes { id } } }', { n: 200 })).toBe(1 + 200)
  })

  it('of a page takes fifty where neither is given, or given as nothing', () => {
    expect(measure('{ people { nodes { id } } }')).toBe(51)
    expect(measure('{ people(first: null) { nodes { id } } }')).toBe(51)
    expect(measure('query ($n: Int) { people(first: $n) { nodes { id } } }', { n: null })).toBe(51)
    expect(measure('query ($n: Int) { people(first: $n) { nodes { id } } }')).toBe(51)
  })

  it('of a page takes what a variable stands at where the caller leaves it out', () => {
    expect(measure('query ($n: Int = 200) { people(first: $n) { nodes { id } } }')).toBe(201)
    expect(measure('query ($n: Int = 200) { people(first: $n) { nodes { id } } }', { n: 3 })).toBe(4)
    expect(measure('query ($n: Int = 200) { people(first: $n) { nodes { id } } }', { n: null })).toBe(51)
  })

  it('of a page is not lowered by naming both ends', () => {
    expect(measure('{ people(first: 1, last: 200) { nodes { id } } }')).toBe(201)
    expect(measure('{ people(first: -5) { nodes { id } } }')).toBe(51)
  })

  it('of pages in pages is multiplied', () => {
    expect(measure('{ people(first: 10) { nodes { team(first: 5) { nodes { id } } } } }')).toBe(1 + 10 * (1 + (1 + 5 * 1)))
  })

  it('of another list is that of ten items', () => {
    expect(measure('{ tags { owner { id } } }')).toBe(1 + 10)
  })

  it('is more by ten where the whole list is to be counted', () => {
    expect(measure('{ people(first: 1) { nodes { id } totalCount } }')).toBe(1 + 1 + 10)
  })

  it('is the same whether fields stand in a fragment or not', () => {
    const plain = measure('{ people(first: 5) { nodes { boss { id } } } }')
    expect(
      measure(
        '{ people(first: 5) { ...Page } } fragment Page on PersonConnection { nodes { ... on Person { ...P } } } fragment P on Person { boss { id } }',
      ),
    ).toBe(plain)
  })

  it('counts one field under one name as one, however many fragments ask for it', () => {
    const fragments = Array.from({ length: 20 }, (_, index) => `fragment F${index} on Person { id name }`)
    expect(measure(`{ viewer { ${fragments.map((_, index) => `...F${index}`).join(' ')} } } ${fragments.join(' ')}`)).toBe(1)
  })

  it('sees the fields that only one of several types has', () => {
    expect(measure('{ anything { ... on Person { boss { id } } ... on Tag { owner { boss { id } } } } }')).toBe(1 + 1 + 2)
  })

  it('counts a fragment once where it is spread twice in one place, as it is executed', () => {
    expect(measure('{ viewer { ...P ...P } } fragment P on Person { boss { id } }')).toBe(2)
  })
})

describe('a request over the limits', () => {
  it('costs too much and says how much', () => {
    const error = refusal('{ people(first: 200) { nodes { team(first: 200) { nodes { id } } } } }')
    expect(error.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', limit: publishedLimits.cost, cost: 1 + 200 * (2 + 200) })
    expect(measure('{ people(first: 200) { nodes { boss { boss { id } } } } }', {}, publishedLimits)).toBe(601)
  })

  it('is deeper than ten levels, in a fragment too', () => {
    expect(measure(`{ viewer { ${deep(8)} } }`)).toBe(9)
    expect(refusal(`{ viewer { ${deep(9)} } }`).message).toBe('At most 10 levels deep.')
    expect(refusal(`{ viewer { ${deep(5, '...F')} } } fragment F on Person { ${deep(5)} }`).extensions.code).toBe('QUERY_TOO_COMPLEX')
  })

  it('asks for one field under more than fifteen names in one place, over fragments too', () => {
    const aliases = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => `a${from + index}: viewer { id }`).join(' ')
    expect(measure(`{ ${aliases(0, 15)} }`)).toBe(15)
    expect(refusal(`{ ${aliases(0, 16)} }`).message).toContain('At most 15 times the field viewer')
    expect(refusal(`{ ${aliases(0, 8)} ...F } fragment F on Query { ${aliases(8, 16)} }`).message).toContain('At most 15 times')
    expect(refusal(`{ ${aliases(0, 16).replaceAll('viewer { id }', 'count')} }`).message).toContain('the field count')
  })

  it('asks for the schema once as tools do, and neither twice nor for the same list under many names', () => {
    const whole = getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true, specifiedByUrl: true, oneOf: true })
    expect(measure(whole)).toBeGreaterThan(3_000)
    expect(measure(whole)).toBeLessThan(publishedLimits.cost * 0.7)
    const again = whole.slice(whole.indexOf('__schema'), whole.indexOf('fragment')).replace('__schema', 'again: __schema')
    const thrice = whole.replace(
      '__schema {',
      `${again.slice(0, again.lastIndexOf('}'))} ${again.slice(0, again.lastIndexOf('}')).replace('again', 'third')} __schema {`,
    )
    expect(refusal(thrice).message).toContain('costs')
    const names = (count: number, field: string) => Array.from({ length: count }, (_, index) => `a${index}: ${field}`).join(' ')
    expect(refusal(`{ ${names(16, '__schema { types { name } }')} }`).message).toContain('the field __schema')
    expect(refusal(`{ __schema { ${names(16, 'types { name }')} } }`).message).toContain('the field types')
    expect(refusal(`{ ${names(15, `__schema { ${names(10, 'types { c: fields { name } d: fields { name } }')} }`)} }`).message).toContain(
      'costs',
    )
  })

  it('may go deeper into a type’s type than into anything else', () => {
    const deepType = (levels: number): string => (levels === 0 ? 'name' : `ofType { ${deepType(levels - 1)} }`)
    expect(measure(`{ __type(name: "Person") { fields { type { ${deepType(12)} } } } }`, {}, publishedLimits)).toBeGreaterThan(0)
  })

  it('has more than twenty mutations, over fragments too', () => {
    const mutations = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, index) => `${prefix}${index}: ${index % 2 ? 'rename' : 'retire'}(name: "x") { id }`).join(' ')
    expect(measure(`mutation { ${mutations(20, 'a')} }`)).toBe(20)
    expect(refusal(`mutation { ${mutations(21, 'a')} }`).message).toBe('At most 20 mutations a request.')
    expect(refusal(`mutation { ${mutations(11, 'a')} ...F } fragment F on Mutation { ${mutations(10, 'b')} }`).message).toContain(
      'At most 20',
    )
  })
})

describe('a request that is made to be hard to measure', () => {
  it('with fragments that run in circles is measured all the same', () => {
    expect(measure('{ viewer { ...A } } fragment A on Person { ...B boss { id } } fragment B on Person { ...A name }')).toBe(2)
    expect(refusal('{ viewer { ...A } } fragment A on Person { boss { ...A } }').message).toBe('At most 10 levels deep.')
  })

  it('with fragments that each spread the next twice is refused: compiling it would take for ever', () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, index) => `fragment F${index} on Person { ...F${index + 1} ...F${index + 1} }`).join(' ') +
      `fragment F${length} on Person { boss { id } }`
    expect(measure(`{ viewer { ...F0 } } ${chain(4)}`)).toBe(2)
    expect(refusal(`{ viewer { ...F0 } } ${chain(60)}`)).toMatchObject({
      message: 'At most 5000 fields, its fragments written out.',
      extensions: { code: 'QUERY_TOO_COMPLEX', limit: 5_000 },
    })
    expect(refusal(`{ viewer { ...F0 } } ${chain(1_500)}`).extensions.code).toBe('QUERY_TOO_COMPLEX')
  })

  it('that asks for the next level under fifteen names at every level is refused in no time', () => {
    const names = Array.from({ length: 15 }, (_, index) => index)
    const level = (index: number) =>
      `fragment F${index} on Person { ${names.map((name) => `a${name}: boss { ...F${index + 1} }`).join(' ')} }`
    const text = `{ viewer { ...F0 } } ${Array.from({ length: 8 }, (_, index) => level(index)).join(' ')} fragment F8 on Person { name }`
    expect(refusal(text).extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX' })
  })

  it('with a fragment that is not there, or a field that is not there, costs nothing for it', () => {
    expect(measure('{ viewer { ...Nowhere unknown { id } } }')).toBe(1)
  })
})
