import { badInput, each, type HostileOperation, nested, numbers, raw, someId, tooComplex } from './hostile-operation.ts'

const huge = 'x'.repeat(900_000)
const hugeTexts = [
  badInput('a name of 900 kB', 'mutation ($n: String!) { createTrafficType(input: { name: $n }) { trafficType { id } } }', { n: huge }),
  badInput('a name of 900 kB in the text', `mutation { createTrafficType(input: { name: "${huge}" }) { trafficType { id } } }`),
  badInput('notes of 900 kB', 'mutation ($i: SubmitPostCallFormInput!) { submitPostCallForm(input: $i) { event { id } } }', {
    i: { eventId: someId, callOccurred: true, leadShowed: true, notes: huge },
  }),
  badInput('an id of 900 kB', 'mutation ($i: ID!) { revokeApiKey(input: { id: $i }) { apiKey { id } } }', { i: huge }),
  badInput('a cursor of 900 kB', 'query ($c: String) { events(after: $c) { nodes { id } } }', { c: huge }),
  badInput('a search of 900 kB', 'query ($s: String) { events(filter: { search: $s }) { nodes { id } } }', { s: huge }),
  badInput('a search of 900 kB among leads', 'query ($s: String) { leads(filter: { search: $s }) { nodes { id } } }', { s: huge }),
  badInput('a search of 900 kB among payments', 'query ($s: String) { payments(filter: { search: $s }) { nodes { id } } }', { s: huge }),
  badInput(
    'an amount of 900 kB',
    'mutation ($a: Decimal!) { submitPostCallForm(input: { eventId: "' +
      someId +
      '", callOccurred: true, leadShowed: true, offerMade: true, dealClosed: true, cashCollected: { amount: $a, currency: "USD" } }) { event { id } } }',
    { a: '9'.repeat(900_000) },
  ),
  badInput('a day of 900 kB', 'query ($d: Date!) { metrics(period: { from: $d, to: $d }) { totals { bookedCalls } } }', { d: huge }),
  badInput('an e-mail address of 900 kB', 'mutation ($e: String!) { inviteMember(input: { email: $e, role: ADMIN }) { url } }', {
    e: `${huge}@x.example`,
  }),
  badInput('a token of 900 kB', 'mutation ($t: String!) { acceptInvitation(input: { token: $t }) { organizationId } }', { t: huge }),
]

const deepInputs = [
  ...[20, 200, 1_200].map((levels) =>
    badInput(`an object ${levels} deep in the text`, `{ events(filter: ${nested(levels, '{ a: ', '1', ' }')}) { nodes { id } } }`),
  ),
  ...[20, 2_000, 100_000].map((levels) =>
    raw(
      `an object ${levels} deep in the variables`,
      `{"query":"query ($f: EventFilter) { events(filter: $f) { nodes { id } } }","variables":{"f":${nested(levels, '{"a":', '1', '}')}}}`,
    ),
  ),
  ...[2, 20, 2_000].map((levels) =>
    badInput(
      `a list ${levels} deep in the text`,
      `{ events(filter: { closerIds: ${nested(levels, '[', `"${someId}"`, ']')} }) { nodes { id } } }`,
    ),
  ),
  ...[2, 2_000, 200_000].map((levels) =>
    raw(
      `a list ${levels} deep in the variables`,
      `{"query":"query ($f: EventFilter) { events(filter: $f) { nodes { id } } }","variables":{"f":{"closerIds":${nested(levels, '[', `"${someId}"`, ']')}}}}`,
    ),
  ),
]

const ids = (count: number, make: (n: number) => unknown): { f: { closerIds: unknown[] } } => ({
  f: { closerIds: numbers(count).map(make) },
})
const filtered = 'query ($f: EventFilter) { events(filter: $f) { nodes { id } } }'
const wideVariables = [
  badInput(
    'a hundred thousand ids that are none',
    filtered,
    ids(100_000, (n) => `x${n}`),
  ),
  badInput(
    'a hundred thousand nulls',
    filtered,
    ids(100_000, () => null),
  ),
  badInput(
    'a hundred thousand objects for ids',
    filtered,
    ids(60_000, () => ({ a: 1 })),
  ),
  badInput(
    'ten thousand good ids',
    filtered,
    ids(10_000, () => someId),
  ),
  badInput('a hundred thousand unknown names in an object', filtered, { f: Object.fromEntries(numbers(60_000).map((n) => [`a${n}`, n])) }),
  badInput('a hundred thousand wrong enum values', 'query ($f: EventFilter) { events(filter: $f) { nodes { id } } }', {
    f: { statuses: numbers(80_000).map((n) => `S${n}`) },
  }),
  badInput(
    'a thousand of the same enum value',
    'query ($d: [MetricDimension!]) { metrics(period: { from: "2026-01-01", to: "2026-01-31" }, groupBy: $d) { totals { bookedCalls } } }',
    { d: numbers(5_000).map(() => 'DAY') },
  ),
  badInput(
    'thousands of aliases for a setter',
    'mutation ($a: [String!]) { createSetter(input: { name: "Many", aliases: $a }) { setter { id } } }',
    { a: numbers(50_000).map((n) => `alias ${n}`) },
  ),
  badInput(
    'thousands of scopes for a key',
    'mutation ($s: [ApiKeyScope!]!) { createApiKey(input: { name: "Many", scopes: $s }) { secret } }',
    { s: numbers(30_000).map(() => 'EVENTS_READ') },
  ),
  raw('variables that are a list', '{"query":"{ viewer { id } }","variables":[1,2,3]}'),
  raw('variables that are a text', '{"query":"{ viewer { id } }","variables":"{}"}'),
  raw(
    'variables that call themselves a prototype',
    `{"query":"${filtered.replaceAll('"', '\\"')}","variables":{"f":{"__proto__":{"search":"x"},"constructor":{"prototype":{"search":"x"}}}}}`,
  ),
]

const batches = [
  ...[1, 2, 10, 1_000].map((count) =>
    raw(`a batch of ${count}`, JSON.stringify(numbers(count).map(() => ({ query: '{ viewer { id } }' })))),
  ),
  raw('an empty batch', '[]'),
  raw('a batch of batches', JSON.stringify([[{ query: '{ viewer { id } }' }]])),
  raw('no object', '"{ viewer { id } }"'),
  raw('null', 'null'),
  raw('a number', '4711'),
  raw('an operation that is a list', '{"query":["{ viewer { id } }"]}'),
  raw('an operation that is an object', '{"query":{"a":1}}'),
  raw('an operation’s name that is an object', '{"query":"{ viewer { id } }","operationName":{"a":1}}'),
  raw('an operation of another name', '{"query":"query A { viewer { id } }","operationName":"B"}'),
  raw('extensions that are a text', '{"query":"{ viewer { id } }","extensions":"x"}'),
  raw('a persisted query that nobody persisted', `{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"${'a'.repeat(64)}"}}}`),
  raw('two operations and no name', '{"query":"query A { viewer { id } } query B { viewer { id } }"}'),
  raw('a subscription', '{"query":"subscription { activity { id } }"}'),
  raw('no text at all', '{"query":""}'),
  raw('half a body', '{"query":"{ viewer { id } }"'),
  raw('a body twice', '{"query":"{ viewer { id } }"}{"query":"{ viewer { id } }"}'),
]

const typeFields = (levels: number): string => nested(levels, 'fields { type { ', 'name', ' } }')
const introspection = [
  ...[3, 5, 8, 20].map((levels) =>
    badInput(`the fields of the types of fields, ${levels} times over`, `{ __schema { types { ${typeFields(levels)} } } }`),
  ),
  ...[16, 100, 280].map((count) =>
    tooComplex(
      `${count} names for the types of the schema`,
      `{ __schema { ${each(count, (n) => `a${n}: types { name fields { name type { name } } }`)} } }`,
    ),
  ),
  ...[16, 100].map((count) =>
    tooComplex(
      `${count} names for the schema`,
      `{ ${each(count, (n) => `a${n}: __schema { types { name fields { name args { name type { name } } type { name } } } }`)} }`,
    ),
  ),
  ...[15, 100].map((count) =>
    tooComplex(
      `${count} names for the fields of all types`,
      `{ __schema { types { ${each(count, (n) => `a${n}: fields { args { type { ofType { name } } } type { fields { name } } }`)} } } }`,
    ),
  ),
  tooComplex(
    'fifteen names, three times over',
    `{ ${each(15, (n) => `a${n}: __schema { ${each(10, (m) => `b${m}: types { c: fields { name } d: fields { name } }`)} }`)} }`,
  ),
  tooComplex(
    'the schema by fragments that double',
    `{ ...F0 } ${each(9, (n) => `fragment F${n} on Query { ${each(2, (m) => `... on Query { ...F${n + 1} }${m === 0 ? '' : ''}`)} }`)} fragment F9 on Query { ${each(15, (n) => `a${n}: __schema { types { name fields { name args { name } type { name ofType { name } } } } }`)} }`,
  ),
  tooComplex(
    'every type by its name, fifteen times with fields of fields',
    `{ ${each(15, (n) => `a${n}: __type(name: "Event") { ${each(5, (m) => `b${m}: fields { type { name fields { name args { name type { name } } } } }`)} }`)} }`,
  ),
  badInput('a type that has to be guessed', '{ viewer { idd } }'),
]

const duplicates = [
  ...[400, 1_200].map((count) =>
    badInput(`${count} times the same argument`, `{ events(${'first: 1, '.repeat(count)}) { nodes { id } } }`),
  ),
  ...[300, 1_200].map((count) =>
    badInput(`${count} times the same field of an input`, `{ events(filter: { ${'search: "x", '.repeat(count)} }) { nodes { id } } }`),
  ),
  ...[100, 800].map((count) =>
    badInput(`${count} fields of one name that differ`, `{ ${each(count, (n) => `a: event(id: "${n}") { id }`)} }`),
  ),
  badInput('fragments of one name', `{ viewer { ...F } } ${'fragment F on Viewer { id } '.repeat(400)}`),
  badInput('variables of one name', `query (${'$a: Int '.repeat(900)}) { events(first: $a) { nodes { id } } }`),
  badInput('fields that differ deep inside', `{ ${each(60, (n) => `viewer { organizations { a: ${n % 2 ? 'name' : 'id'} } }`)} }`),
  badInput(
    'pairs of fragments that differ',
    `{ viewer { ${each(150, (n) => `...F${n}`)} } } ${each(150, (n) => `fragment F${n} on Viewer { a: ${n % 2 ? 'name' : 'email'} organizations { b: ${n % 3 ? 'id' : 'name'} } }`)}`,
  ),
]

const texts = [
  raw('half a character', '{"query":"{ event(id: \\"\\ud800\\") { id } }"}'),
  raw('half a character in the language’s own escape', '{"query":"{ event(id: \\"\\\\uD800\\") { id } }"}'),
  raw('a character beyond the last', '{"query":"{ event(id: \\"\\\\u{110000}\\") { id } }"}'),
  raw('an escape that is none', '{"query":"{ event(id: \\"\\\\q\\") { id } }"}'),
  raw('a zero byte in the text', '{"query":"{ viewer { id } }\\u0000"}'),
  raw(
    'a zero byte in an id',
    `{"query":"mutation ($i: ID!) { revokeApiKey(input: { id: $i }) { apiKey { id } } }","variables":{"i":"\\u0000"}}`,
  ),
  raw(
    'a zero byte in a name',
    `{"query":"mutation ($i: String!) { createTrafficType(input: { name: $i }) { trafficType { id } } }","variables":{"i":"a\\u0000b"}}`,
  ),
  raw(
    'a zero byte in a search',
    `{"query":"query ($s: String) { leads(filter: { search: $s }) { nodes { id } } }","variables":{"s":"a\\u0000b"}}`,
  ),
  raw('a text without an end', '{"query":"{ event(id: \\"abc) { id } }"}'),
  raw('a block of text without an end', '{"query":"{ event(id: \\"\\"\\"abc) { id } }"}'),
  raw('letters that look like others', '{"query":"{ vіewer { id } }"}'),
  raw('text that runs backwards', '{"query":"{ viewer { \\u202eid } }"}'),
  raw('no GraphQL at all', '{"query":"select * from users; --"}'),
]

const values = [
  ...['-1', '0', '201', '1e3', '2147483648', '-2147483649', '"5"', 'null5', '[1]', '{ a: 1 }'].map((first) =>
    badInput(`a page of ${first}`, `{ events(first: ${first}) { nodes { id } } }`),
  ),
  badInput(
    'ten thousand years of days',
    '{ metrics(period: { from: "0001-01-01", to: "9999-12-31" }, groupBy: [DAY, CLOSER, SETTER, SOURCE]) { groups { values { bookedCalls } } } }',
  ),
  badInput('a period that runs backwards', '{ metrics(period: { from: "2026-02-01", to: "2026-01-01" }) { totals { bookedCalls } } }'),
  badInput('a day that there is not', '{ metrics(period: { from: "2026-02-30", to: "2026-03-01" }) { totals { bookedCalls } } }'),
  badInput('a time zone that there is not', 'mutation { updateOrganization(input: { timeZone: "Mars/Olympus" }) { organization { id } } }'),
  badInput('days beyond every bound', 'mutation { updateOrganization(input: { reportMatchDays: 2147483647 }) { organization { id } } }'),
  badInput(
    'a money amount that is none',
    `mutation { submitPostCallForm(input: { eventId: "${someId}", callOccurred: true, leadShowed: true, offerMade: true, dealClosed: true, cashCollected: { amount: "1e999", currency: "USD" } }) { event { id } } }`,
  ),
]

/** Requests whose values are hostile, or which are no operation, or ask for the schema without end. */
export const hostileValues: readonly HostileOperation[] = [
  ...hugeTexts,
  ...deepInputs,
  ...wideVariables,
  ...batches,
  ...introspection,
  ...duplicates,
  ...texts,
  ...values,
]
