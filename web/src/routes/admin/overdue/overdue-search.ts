import { idParam, type SearchState, textParam, writeSearch } from '../../../lib/search-params.ts'

/** What the address of the page holds. */
export const overdueSearch = {
  q: textParam(),
  /** Only calls of this closer. */
  closer: idParam(),
}

export type OverdueState = SearchState<typeof overdueSearch>

export const overdueTo = (state: Partial<OverdueState>): string => {
  const search = writeSearch(overdueSearch, new URLSearchParams(), state).toString()
  return search === '' ? '/calls/overdue' : `/calls/overdue?${search}`
}
