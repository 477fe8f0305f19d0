import { decodeCursor, encodeCursor, CursorFormatError } from '../lib/cursor.ts'
import { ListRequestError } from './list-request-error.ts'
import type { Tx } from './tx.ts'

/** What a caller asks of a list; null stands for not given. */
export interface PageRequest {
  first?: number | null | undefined
  after?: string | null | undefined
  last?: number | null | undefined
  before?: string | null | undefined
}

/** A total order: a column that is never null, then the id, both in one direction. */
export interface KeysetOrder {
  /** SQL of the column, qualified. */
  column: string
  id: string
  type: 'timestamptz' | 'text' | 'bigint' | 'date'
  direction: 'asc' | 'desc'
}

/** A list, before a page of it is cut. `where` uses the placeholders `$1…` of `parameters`. */
export interface ListQuery {
  select: string
  from: string
  where: string
  parameters: readonly unknown[]
}

export interface Page<Row> {
  rows: Row[]
  cursors: string[]
  hasNext: boolean
  hasPrevious: boolean
}

export const defaultPageSize = 50
export const largestPage = 200

type Keyed = { keysetKey: string; id: string }

/** Reads one page by its keys, never by an offset: what it costs does not grow with how far down the list it lies. */
export async function readPage<Row extends { id: string }>(
  tx: Tx,
  list: ListQuery,
  order: KeysetOrder,
  request: PageRequest,
): Promise<Page<Row>> {
  const { size, backwards, after, before } = readRequest(request, order)
  const parameters = [...list.parameters]
  const bound = (cursor: readonly [string, string], side: '<' | '>') => {
    parameters.push(cursor[0], cursor[1])
    return `(${order.column}, ${order.id}) ${side} ($${parameters.length - 1}::text::${order.type}, $${parameters.length}::text::uuid)`
  }
  const forwards = order.direction === 'asc' ? '>' : '<'
  const conditions = [list.where]
  if (after) conditions.push(bound(after, forwards))
  if (before) conditions.push(bound(before, forwards === '>' ? '<' : '>'))
  const direction = backwards === (order.direction === 'asc') ? 'desc' : 'asc'
  parameters.push(size + 1)
  const text = `select ${list.select}, ${order.column}::text as "keysetKey" from ${list.from} where ${conditions.join(' and ')}
    order by ${order.column} ${direction}, ${order.id} ${direction} limit $${parameters.length}::int`
  const found = await tx.query<Row & Keyed>(text, parameters)
  const more = found.length > size
  const rows = more ? found.slice(0, size) : found
  if (backwards) rows.reverse()
  return {
    rows,
    get cursors() {
      return rows.map((row) => encodeCursor([row.keysetKey, row.id]))
    },
    hasNext: backwards ? before !== null : more,
    hasPrevious: backwards ? more : after !== null,
  }
}

/** How many rows the whole list has, counted no further than `limit`. */
export async function countList(tx: Tx, list: ListQuery, limit = 100_000): Promise<number> {
  const text = `select count(*)::int as count from (select 1 from ${list.from} where ${list.where} limit ${limit}) counted`
  const [row] = await tx.query<{ count: number }>(text, list.parameters)
  return row?.count ?? 0
}

function readRequest(request: PageRequest, order: KeysetOrder) {
  const first = request.first ?? undefined
  const last = request.last ?? undefined
  if (first !== undefined && last !== undefined) throw new ListRequestError('last', 'Ask for `first` or for `last`, not for both.')
  for (const [argument, size] of [
    ['first', first],
    ['last', last],
  ] as const) {
    if (size !== undefined && (size < 1 || size > largestPage))
      throw new ListRequestError(argument, `\`${argument}\` must be from 1 to ${largestPage}.`)
  }
  return {
    size: first ?? last ?? defaultPageSize,
    backwards: last !== undefined,
    after: readCursor('after', request.after, order),
    before: readCursor('before', request.before, order),
  }
}

/** What PostgreSQL writes for a key of each type; a cursor that holds anything else was not made by this list. */
const isKey: Readonly<Record<KeysetOrder['type'], (key: string) => boolean>> = {
  text: () => true,
  bigint: (key) => /^-?\d{1,18}$/.test(key),
  date: (key) => /^\d{4}-\d\d-\d\d$/.test(key) && !Number.isNaN(Date.parse(key)),
  timestamptz: (key) =>
    /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(key) && !Number.isNaN(Date.parse(key.slice(0, 19))),
}

function readCursor(argument: 'after' | 'before', cursor: string | null | undefined, order: KeysetOrder): readonly [string, string] | null {
  if (cursor === undefined || cursor === null) return null
  const say = `\`${argument}\` is not a cursor of this list.`
  try {
    const [key, id] = decodeCursor(cursor)
    if (key === undefined || id === undefined || !isKey[order.type](key) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
      throw new ListRequestError(argument, say)
    }
    return [key, id]
  } catch (error) {
    if (error instanceof CursorFormatError) throw new ListRequestError(argument, say)
    throw error
  }
}
