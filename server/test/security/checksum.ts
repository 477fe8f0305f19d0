import type postgres from 'postgres'
import { tenantColumnOf, tenantTables } from './tenant-rows.ts'

/** Of each tenant table, how many rows the watched organizations have there, and a fingerprint of them. */
type Checksum = Record<string, string>

const statement = Object.keys(tenantTables)
  .map(
    (table) => `select '${table}' as name, (select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
      from ${table} t where t.${tenantColumnOf(table)} = any($1::uuid[])) as sum`,
  )
  .join(' union all ')

/** Tells whether any row of some organizations changed, in whatever tenant table. */
export class Watch {
  readonly #owner: postgres.Sql
  readonly #organizationIds: readonly string[]
  #known: Checksum = {}

  private constructor(owner: postgres.Sql, organizationIds: readonly string[]) {
    this.#owner = owner
    this.#organizationIds = organizationIds
  }

  static async over(owner: postgres.Sql, organizationIds: readonly string[]): Promise<Watch> {
    const watch = new Watch(owner, organizationIds)
    await watch.accept()
    return watch
  }

  /** What changed until now was meant to. */
  async accept(): Promise<void> {
    this.#known = await this.#read()
  }

  /** The tables in which something changed since this was asked last. */
  async changed(): Promise<string[]> {
    const before = this.#known
    await this.accept()
    return Object.keys(this.#known).filter((table) => this.#known[table] !== before[table])
  }

  async #read(): Promise<Checksum> {
    const rows = await this.#owner.unsafe<{ name: string; sum: string }[]>(statement, [`{${this.#organizationIds.join(',')}}`], {
      prepare: true,
    })
    return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
  }
}
