import { badInput, each, type HostileOperation, nested, someId, tooComplex } from './hostile-operation.ts'
import { hostileValues } from './hostile-values.ts'

const event = (inner: string): string => `{ event(id: "${someId}") { ${inner} } }`

const depth = [10, 11, 12, 20, 50, 100, 300, 800].map((levels) =>
  tooComplex(`${levels} calls that were moved, one inside another`, event(nested(levels, 'rescheduledFrom { ', 'id', ' }'))),
)
const depthByFragments = [5, 10, 40].map((levels) =>
  tooComplex(
    `${levels} fragments, each two levels deeper`,
    `${event('...F0')} ${each(levels, (n) => `fragment F${n} on Event { rescheduledFrom { rescheduledTo { id ...F${n + 1} } } }`)} fragment F${levels} on Event { id }`,
  ),
)
const depthByInline = [10, 30, 200].map((levels) =>
  tooComplex(`${levels} levels behind inline fragments`, event(nested(levels, '... on Event { rescheduledFrom { ', 'id', ' } }'))),
)

const page = (first: number | string, inner: string): string => `events(first: ${first}) { nodes { ${inner} } }`
const cost = [
  ...[41, 60, 100, 150, 200].map((first) =>
    tooComplex(
      `${first} calls with all that hangs on them`,
      `{ ${page(
        first,
        each(6, (n) => `p${n}: payments { event { lead { currentSetter { name } } } refunds { id } }`),
      )} }`,
    ),
  ),
  ...[200, 1_000, 1_000_000, 2_147_483_647].map((first) =>
    tooComplex(`payments of ${first} calls, three times over`, `{ ${page(first, 'payments { event { payments { event { id } } } }')} }`),
  ),
  ...[200, 5_000].map((first) =>
    tooComplex(`a page of ${first} by variable`, `query ($n: Int) { ${page('$n', 'payments { event { payments { event { id } } } }')} }`, {
      n: first,
    }),
  ),
  tooComplex(
    'a page by the default of a variable',
    `query ($n: Int = 200) { ${page('$n', 'payments { event { payments { event { id } } } }')} }`,
  ),
  tooComplex(
    'both ends of a list at once',
    `{ events(first: 1, last: 200) { nodes { payments { event { payments { event { id } } } } } } }`,
  ),
  tooComplex(
    'nodes and edges alike',
    `{ events(first: 200) { nodes { payments { event { lead { id } } lead { id } } } edges { node { payments { event { lead { id } } lead { id } } } } } }`,
  ),
  tooComplex(
    'all lists of the schema at once',
    `{ ${['events', 'leads', 'payments'].map((list) => each(15, (n) => `${list}${n}: ${list}(first: 200) { nodes { id } totalCount }`)).join(' ')} ${each(15, (n) => `more${n}: events(first: 200) { nodes { payments { id } lead { id } } }`)} }`,
  ),
  tooComplex(
    'versions of forms of calls',
    `{ ${page(200, 'postCallForm { versions { version } } history { at } rescheduledFrom { postCallForm { versions { version } } history { at } payments { lead { id } event { lead { id } payments { lead { id } } } } }')} }`,
  ),
]

const aliases = [
  ...[16, 17, 50, 200, 600].map((count) =>
    tooComplex(`${count} names for the viewer`, `{ ${each(count, (n) => `a${n}: viewer { id }`)} }`),
  ),
  ...[16, 300, 1_500].map((count) =>
    tooComplex(`${count} names for a type’s name`, `{ viewer { ${each(count, (n) => `a${n}: __typename`)} } }`),
  ),
  ...[16, 400].map((count) =>
    tooComplex(`${count} names for one figure`, `{ paymentTotals { ${each(count, (n) => `a${n}: payments`)} } }`),
  ),
  ...[16, 100].map((count) =>
    tooComplex(
      `${count} names from fragments`,
      `{ ${each(count, (n) => `...F${n}`)} } ${each(count, (n) => `fragment F${n} on Query { a${n}: viewer { id } }`)}`,
    ),
  ),
  ...[16, 100].map((count) =>
    tooComplex(`${count} names from inline fragments`, `{ ${each(count, (n) => `... on Query { a${n}: viewer { id } }`)} }`),
  ),
  ...[16, 90].map((count) =>
    tooComplex(
      `${count} reports`,
      `{ ${each(count, (n) => `a${n}: metrics(period: { from: "2026-01-01", to: "2026-12-31" }, groupBy: [DAY]) { totals { bookedCalls } }`)} }`,
    ),
  ),
]

const make = (n: number, field: string): string => `a${n}: ${field}(input: { name: "X${n}" }) { clientMutationId }`
const mutations = [
  ...[21, 30].map((count) =>
    tooComplex(
      `${count} mutations of two kinds`,
      `mutation { ${each(count, (n) => (n % 2 === 0 ? `a${n}: createTrafficType(input: { name: "X${n}" }) { trafficType { id } }` : `a${n}: createSetter(input: { name: "X${n}" }) { setter { id } }`))} }`,
    ),
  ),
  ...[16, 40, 200].map((count) =>
    tooComplex(
      `${count} mutations of one kind`,
      `mutation { ${each(count, (n) => `a${n}: createTrafficType(input: { name: "X${n}" }) { trafficType { id } }`)} }`,
    ),
  ),
  ...[21, 60].map((count) =>
    tooComplex(
      `${count} mutations behind fragments`,
      `mutation { ${each(count, (n) => `...M${n}`)} } ${each(count, (n) => `fragment M${n} on Mutation { a${n}: createTrafficType(input: { name: "X${n}" }) { trafficType { id } } }`)}`,
    ),
  ),
  badInput('mutations that are none', `mutation { ${each(20, (n) => make(n, 'createNothing'))} }`),
]

const circles = [
  ...[1, 2, 3, 10, 50, 200].map((count) =>
    badInput(
      `${count} fragments in a circle`,
      `{ viewer { ...F0 } } ${each(count, (n) => `fragment F${n} on Viewer { id ...F${(n + 1) % count} }`)}`,
    ),
  ),
  badInput('a circle through a field', `${event('...F')} fragment F on Event { rescheduledFrom { ...F } }`),
  badInput('a circle through an inline fragment', `${event('...F')} fragment F on Event { ... on Event { ...F } }`),
  badInput('a circle that nobody asks for', '{ viewer { id } } fragment F on Viewer { ...G } fragment G on Viewer { ...F }'),
  badInput(
    'every fragment in every other',
    `{ viewer { ...F0 } } ${each(20, (n) => `fragment F${n} on Viewer { ${each(20, (m) => `...F${m}`)} }`)}`,
  ),
]

const bomb = (levels: number, times: number, leaf: string): string =>
  `{ viewer { ...F0 } } ${each(levels, (n) => `fragment F${n} on Viewer { ${each(times, (m) => `... on Viewer { ...F${n + 1} }${m === 0 ? ' name' : ''}`)} }`)} fragment F${levels} on Viewer { ${leaf} }`
const bombs = [
  ...(
    [
      [12, 2],
      [30, 2],
      [100, 2],
      [10, 5],
      [20, 10],
      [60, 10],
    ] as const
  ).map(([levels, times]) => tooComplex(`a fragment that is spread ${times} times, ${levels} times over`, bomb(levels, times, 'id email'))),
  ...[8, 14].map((levels) =>
    tooComplex(
      `aliased fragments ${levels} levels deep`,
      `${event('...F0')} ${each(levels, (n) => `fragment F${n} on Event { ${each(10, (m) => `a${m}: rescheduledFrom { ...F${n + 1} }`)} }`)} fragment F${levels} on Event { id }`,
    ),
  ),
]

const directives = [
  ...[2, 10, 300, 900].map((count) =>
    badInput(`${count} conditions on one field`, `{ viewer { id ${'@include(if: true) '.repeat(count)} } }`),
  ),
  ...[1, 100, 2_000].map((count) =>
    badInput(`${count} directives that there are not`, `{ viewer { id ${each(count, (n) => `@a${n}`)} } }`),
  ),
  ...[1, 500].map((count) =>
    badInput(`${count} directives on an operation`, `query ${'@skip(if: false) '.repeat(count)} { viewer { id } }`),
  ),
  badInput('a directive of definitions', '{ viewer { id @deprecated(reason: "x") } }'),
  badInput('a defect of deferring', '{ viewer { ... @defer { id } } }'),
  badInput('a list in a stream', '{ viewer { organizations @stream(initialCount: 0) { id } } }'),
]

const tokens = [
  ...[5_001, 20_000, 200_000].map((count) => badInput(`${count} fields in one text`, `{ viewer { ${'id '.repeat(count)} } }`)),
  badInput('a text of nothing but brackets', '{'.repeat(900_000)),
  badInput('a text of nothing but dots', '.'.repeat(900_000)),
  badInput('a text of nothing but names', 'a '.repeat(450_000)),
  badInput('a hundred thousand fragments', '{ viewer { id } } ' + each(20_000, (n) => `fragment F${n} on Viewer { id }`)),
  badInput(
    'operations by the thousand',
    each(1_500, (n) => `query Q${n} { viewer { id } }`),
  ),
  badInput(
    'definitions of types by the hundred',
    each(900, (n) => `type T${n} { id: ID }`),
  ),
  badInput('variables by the thousand', `query (${each(1_200, (n) => `$v${n}: Int`)}) { viewer { id } }`),
  badInput('a name of half a megabyte', `{ ${'a'.repeat(500_000)} }`),
  badInput('a number of a hundred thousand digits', `{ events(first: ${'9'.repeat(100_000)}) { nodes { id } } }`),
]

/** Requests that ask for more than any honest one does, or are no requests at all. */
export const hostileOperations: readonly HostileOperation[] = [
  ...depth,
  ...depthByFragments,
  ...depthByInline,
  ...cost,
  ...aliases,
  ...mutations,
  ...circles,
  ...bombs,
  ...directives,
  ...tokens,
  ...hostileValues,
]
