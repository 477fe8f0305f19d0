import type { AuditFilter, AuditOperation } from '../../apollo/generated/graphql.ts'
import type { SearchState } from '../../lib/search-params.ts'
import { choicesParam, idParam, idsParam, periodParam, textParam, type SearchShape } from '../../lib/search-params.ts'

export const auditOperations = ['INSERT', 'UPDATE', 'DELETE'] as const satisfies readonly AuditOperation[]

/** What the address of the audit log holds. */
export const auditSearch = {
  q: textParam(),
  at: periodParam(),
  /** Actors, or kinds of them. */
  who: idsParam(),
  table: idsParam(),
  did: choicesParam(auditOperations),
  /** The entry that is open beside the list. */
  open: idParam(),
} satisfies SearchShape

export type AuditState = SearchState<typeof auditSearch>

/** Nothing narrowed. */
export const noConditions = { q: '', at: null, who: [], table: [], did: [] } satisfies Partial<AuditState>

export const isNarrowed = ({ q, at, who, table, did }: AuditState): boolean =>
  q !== '' || at !== null || who.length + table.length + did.length > 0

/** The API's filter; what is not narrowed is left out, so that equal filters share one list in the cache. */
export function auditFilter({ q, at, who, table, did }: AuditState): AuditFilter {
  const search = q.trim()
  return {
    ...(search === '' ? {} : { search }),
    ...(at === null ? {} : { at }),
    ...(who.length === 0 ? {} : { actors: [...who] }),
    ...(table.length === 0 ? {} : { tables: [...table] }),
    ...(did.length === 0 ? {} : { operations: [...did] }),
  }
}
