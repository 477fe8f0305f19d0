import type { Page } from '../../../database/keyset.ts'
import { defaultPageSize, largestPage } from '../../../database/keyset.ts'
import { ListRequestError } from '../../../database/list-request-error.ts'
import { CursorFormatError, decodeCursor, encodeCursor } from '../../../lib/cursor.ts'

/** What a caller asks of a list that is only read forwards. */
export interface NewestFirst {
  first?: number | null | undefined
  after?: string | null | undefined
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Cuts a page of a list that is ordered by id, the newest first; `read` answers at most so many rows whose ids are smaller than `before`. */
export async function newestFirst<Row extends { id: string }>(
  { first, after }: NewestFirst,
  read: (before: string | null, atMost: number) => Promise<Row[]>,
): Promise<Page<Row>> {
  const size = first ?? defaultPageSize
  if (size < 1 || size > largestPage) throw new ListRequestError('first', `\`first\` must be from 1 to ${largestPage}.`)
  const before = after === null || after === undefined ? null : readCursor(after)
  const found = await read(before, size + 1)
  const rows = found.slice(0, size)
  return { rows, cursors: rows.map(({ id }) => encodeCursor([id])), hasNext: found.length > size, hasPrevious: before !== null }
}

function readCursor(cursor: string): string {
  const say = new ListRequestError('after', '`after` is not a cursor of this list.')
  try {
    const [id] = decodeCursor(cursor)
    if (id === undefined || !uuid.test(id)) throw say
    return id
  } catch (error) {
    if (error instanceof CursorFormatError) throw say
    throw error
  }
}
