import { buildSchema, execute, GraphQLError, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { withoutValues } from './without-values.ts'

const schema = buildSchema(`
  enum Kind { CARD WIRE }
  input PayInput { kind: Kind, key: String!, count: Int, rate: Float, live: Boolean, id: ID, more: PayInput, list: [PayInput!] }
  type Query { pay(input: PayInput!): String, key(key: String): String }
`)

/** What is said of a request, from its text to its variables: the first mistake, as graphql-js finds it. */
function mistakeOf(query: string, variableValues: Record<string, unknown> = {}): GraphQLError {
  const document = readOf(query)
  if (document instanceof GraphQLError) return document
  const [invalid] = validate(schema, document)
  if (invalid) return invalid
  const result = execute({ schema, document, variableValues })
  const [wrong] = 'errors' in result && result.errors ? result.errors : []
  if (!wrong) throw new Error('Nothing was wrong with it')
  return wrong
}

function readOf(query: string) {
  try {
    return parse(query)
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

const secret = 'sk_live_9'
const pay = 'query ($input: PayInput!) { pay(input: $input) }'

describe('what is wrong with a variable is said without its value', () => {
  it.each<[string, object, string]>([
    [
      'an unknown field',
      { key: secret, ke: 1 },
      'Variable "$input" is invalid: Field "ke" is not defined by type "PayInput". Did you mean "key"?',
    ],
    ['a field that is missing', { id: secret }, 'Variable "$input" is invalid: Field "key" of required type "String!" was not provided.'],
    [
      'one further in',
      { key: 'k', list: [{ key: secret }, { id: secret }] },
      'Variable "$input" is invalid at "input.list[1]": Field "key" of required type "String!" was not provided.',
    ],
    ['no text', { key: [secret] }, 'Variable "$input" is invalid at "input.key": String cannot represent a non string value.'],
    ['no number', { key: 'k', count: secret }, 'Variable "$input" is invalid at "input.count": Int cannot represent non-integer value.'],
    ['no fraction', { key: 'k', rate: secret }, 'Variable "$input" is invalid at "input.rate": Float cannot represent non numeric value.'],
    ['no truth', { key: 'k', live: secret }, 'Variable "$input" is invalid at "input.live": Boolean cannot represent a non boolean value.'],
    ['no id', { key: 'k', id: { [secret]: secret } }, 'Variable "$input" is invalid at "input.id": ID cannot represent value.'],
    ['no kind', { key: 'k', kind: secret }, 'Variable "$input" is invalid at "input.kind": The value does not exist in "Kind" enum.'],
    [
      'nearly a kind',
      { key: secret, kind: 'card' },
      'Variable "$input" is invalid at "input.kind": The value does not exist in "Kind" enum. Did you mean the enum value "CARD"?',
    ],
    [
      'nothing of a kind',
      { key: 'k', kind: { secret } },
      'Variable "$input" is invalid at "input.kind": Enum "Kind" cannot represent non-string value.',
    ],
    ['no object', { key: 'k', more: secret }, 'Variable "$input" is invalid at "input.more": Expected type "PayInput" to be an object.'],
  ])('%s', (_what, input, message) => {
    expect(withoutValues(mistakeOf(pay, { input }))).toBe(message)
  })

  it.each([`; ${secret}`, ` at "input.x"; ${secret}`, `" at "input.x"; Field "${secret}"`, `" does not exist in "Kind" enum. ${secret}`])(
    'also where the value looks like what is said after it: %s',
    (key) => {
      for (const input of [
        { key, ke: 1 },
        { key: 'k', kind: key },
        { key: 'k', count: key },
      ]) {
        expect(withoutValues(mistakeOf(pay, { input }))).not.toContain(secret)
      }
    },
  )

  it('and where what is wrong is not known apart from it', () => {
    const bare = new GraphQLError(mistakeOf(pay, { input: { key: secret, ke: 1 } }).message)
    expect(withoutValues(bare)).toBe('Variable "$input" is invalid.')
  })
})

describe('what is wrong with a document is said without what stands in it', () => {
  it.each([
    [`{ key(key: ${secret}) }`, 'String cannot represent a non string value.'],
    [`{ pay(input: { key: "k", count: "${secret}" }) }`, 'Int cannot represent non-integer value.'],
    [`{ pay(input: { key: "k", kind: ${secret} }) }`, 'The value does not exist in "Kind" enum.'],
    [`{ pay(input: { key: "k", kind: "${secret}" }) }`, 'Enum "Kind" cannot represent non-enum value.'],
    [`{ pay(input: [{ key: "${secret}", kind: CARD }, "${secret}"]) }`, 'Expected value of type "PayInput".'],
    [`{ pay(input: "${secret}") }`, 'Expected value of type "PayInput!".'],
    ['{ pay(input: null) }', 'Expected value of type "PayInput!", found null.'],
    [`{ key(key "${secret}") }`, 'Syntax Error: Expected ":", found String.'],
    [`{ key(key: "k" """${secret}\n"a" """) }`, 'Syntax Error: Expected Name, found BlockString.'],
    [`{ key(key: { a ${secret} }) }`, 'Syntax Error: Expected ":", found Name.'],
    [`query { key } "${secret}"`, 'Syntax Error: Unexpected <EOF>.'],
  ])('%s', (query, message) => {
    expect(withoutValues(mistakeOf(query))).toBe(message)
  })

  it('and names what is no secret as it always did', () => {
    expect(withoutValues(mistakeOf('{ pey }'))).toBe('Cannot query field "pey" on type "Query". Did you mean "key" or "pay"?')
  })
})
