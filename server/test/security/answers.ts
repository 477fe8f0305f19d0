import type postgres from 'postgres'
import type { GraphqlAnswer } from '../person.ts'
import { tenantColumnOf, tenantTables } from './tenant-rows.ts'

type Answer = GraphqlAnswer<Record<string, unknown>>

/** What became of a call of a root field, in one word. */
export function outcomeOf({ data, errors }: Answer, field: string): string {
  if (errors) return errors[0]?.extensions.code ?? 'an error without a code'
  return data?.[field] === null ? 'null' : 'allowed'
}

/** An answer without what differs from request to request. */
export const withoutRequestId = ({ data, errors }: Answer): object => ({
  data,
  errors: errors?.map(({ extensions, ...error }) => ({ ...error, extensions: { ...extensions, requestId: undefined } })),
})

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Every id that an answer holds, each once, wherever it stands in it. */
export const idsIn = (answer: object): string[] => [...new Set(JSON.stringify(answer).match(uuids) ?? [])]

const readIds = async (owner: postgres.Sql, tables: readonly string[], condition: (table: string) => string): Promise<Set<string>> => {
  const each = tables
    .filter((table) => !tenantTables[table]?.withoutId)
    .map((table) => `select id::text from ${table} t where ${condition(table)}`)
  const rows = await owner.unsafe<{ id: string }[]>(each.join(' union all '), [], { prepare: true })
  return new Set(rows.map(({ id }) => id))
}

/** The ids of every row of an organization, its own among them. */
export const idsOf = (owner: postgres.Sql, organizationId: string): Promise<Set<string>> =>
  readIds(owner, Object.keys(tenantTables), (table) => `t.${tenantColumnOf(table)} = '${organizationId}'`)

/** The ids of an organization’s rows that a sales rep with these roster ids must never be shown. */
export async function idsHiddenFrom(owner: postgres.Sql, organizationId: string, repIds: readonly string[]): Promise<Set<string>> {
  const readBy = (readers: string) => Object.keys(tenantTables).filter((table) => tenantTables[table]?.readers === readers)
  const within = `t.organization_id = '${organizationId}'`
  const own = `t.rep_ids && '{${repIds.join(',')}}'::uuid[]`
  const [ofAdmins, ofOthers] = await Promise.all([
    readIds(owner, readBy('admins'), () => within),
    readIds(owner, readBy('reps'), () => `${within} and not (${own})`),
  ])
  return new Set([...ofAdmins, ...ofOthers])
}
