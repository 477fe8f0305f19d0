import type postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { hashOfEntry, readEntries } from '../src/modules/audit/service/chain-rows.ts'

/** An organization whose log is tampered with, and how many entries it has. */
export interface Victim {
  organizationId: string
  entries: number
  /** The places that are signed, ascending; the last entry is. */
  signed: readonly number[]
}

/** Chance that can be repeated: the same seed gives the same choices. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((this.#state / 2 ** 32) * below)
  }

  of<Value>(values: readonly Value[]): Value {
    const value = values[this.below(values.length)]
    if (value === undefined) throw new RangeError('There is nothing to choose from')
    return value
  }
}

interface Attempt {
  sql: postgres.TransactionSql
  chance: Chance
  victim: Victim
  other: Victim
}

/** Changes something behind the log's back, and says what. */
type Tampering = (attempt: Attempt) => Promise<string>

const anyPlace = ({ chance, victim }: Attempt) => chance.below(victim.entries) + 1

async function auditIdAt({ sql, victim }: Attempt, position: number): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select audit_id as id from audit_chain where organization_id = ${victim.organizationId} and position = ${position}`
  return row?.id ?? ''
}

/** SQL that gives each column another value than it has. `$other` stands for the other organization. */
const otherValues: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  audit_log: {
    organization_id: ['$other', 'gen_random_uuid()'],
    id: ['gen_random_uuid()'],
    at: [`at + interval '1 millisecond'`, `at - interval '1 year'`],
    actor: [`actor || 'x'`, `''`],
    request_id: [`request_id || ' '`],
    address: [`address || '192.0.2.1'`],
    table_name: [`upper(table_name)`],
    row_id: [`row_id || '0'`],
    operation: [`case operation when 'insert' then 'delete' else 'insert' end`],
    before: [`coalesce(before, '{}') || '{"x": 1}'`, `case when before is null then 'null'::jsonb end`],
    after: [
      `coalesce(after, '{}') || '{"name": "Mallory"}'`,
      `case when after is null then 'null'::jsonb end`,
      `case when after = '{}' then null else '{}'::jsonb end`,
    ],
  },
  audit_chain: {
    organization_id: ['gen_random_uuid()'],
    position: ['position + 1000', '-position'],
    audit_id: ['gen_random_uuid()'],
    hash: [`reverse(hash)`, `upper(hash) || ' '`, `''`],
  },
  audit_heads: {
    organization_id: ['gen_random_uuid()'],
    position: ['position + 1', 'position - 1', '0'],
    hash: [`reverse(hash)`, `''`],
  },
  audit_signatures: {
    organization_id: ['gen_random_uuid()'],
    position: ['position + 1000', '-position', '0'],
    hash: [`reverse(hash)`],
    signed_at: [`signed_at + interval '1 millisecond'`],
    key_version: ['key_version + 1', '0'],
    signature: [`reverse(signature)`, `upper(signature) || ' '`, `''`],
  },
}

/** The condition that finds one row of a table. */
async function oneRowOf(attempt: Attempt, table: string): Promise<string> {
  const { victim, chance } = attempt
  const own = `organization_id = '${victim.organizationId}'`
  if (table === 'audit_heads') return own
  if (table === 'audit_signatures') return `${own} and position = ${chance.of(victim.signed)}`
  const place = anyPlace(attempt)
  return table === 'audit_chain' ? `${own} and position = ${place}` : `${own} and id = '${await auditIdAt(attempt, place)}'`
}

const tables = Object.keys(otherValues)

const changeAColumn: Tampering = async (attempt) => {
  const { sql, chance, other } = attempt
  const table = chance.of(tables)
  const columns = otherValues[table] ?? {}
  const column = chance.of(Object.keys(columns))
  const value = chance.of(columns[column] ?? []).replace('$other', `'${other.organizationId}'`)
  const where = await oneRowOf(attempt, table)
  const changed = await sql.unsafe(
    `update ${table} set ${column} = ${value} where ${where} and ${column} is distinct from ${value} returning 1`,
  )
  // A value that happens to be what it is changes nothing: the hash of the row is taken instead.
  if (changed.length === 0) await sql.unsafe(`update audit_chain set hash = '' where ${await oneRowOf(attempt, 'audit_chain')}`)
  return `change ${table}.${column}`
}

const deleteARow: Tampering = async (attempt) => {
  const table = attempt.chance.of(tables)
  await attempt.sql.unsafe(`delete from ${table} where ${await oneRowOf(attempt, table)}`)
  return `delete of ${table}`
}

const insertIntoLog = ({ sql, victim }: Attempt, id: string) => sql`
  insert into audit_log (organization_id, id, at, actor, request_id, address, table_name, row_id, operation, after)
  values (${victim.organizationId}, ${id}, now(), 'user:forged', 'r', '', 'closers', 'x', 'insert', '{"name": "Mallory"}')`

const insertARow: Tampering = async (attempt) => {
  const { sql, chance, victim } = attempt
  const where = chance.of(['the log', 'the chain', 'the signatures'])
  const id = uuidv7()
  if (where === 'the signatures') {
    const free = victim.signed.at(0) ?? 1
    await sql`
      insert into audit_signatures (organization_id, position, hash, key_version, signature)
      select organization_id, position, hash, ${chance.of([1, 2, 9])}, repeat('ab', 32) from audit_chain
      where organization_id = ${victim.organizationId} and position = ${free - 1}`
    return `insert into ${where}`
  }
  await insertIntoLog(attempt, id)
  if (where === 'the chain')
    await sql`insert into audit_chain (organization_id, position, audit_id, hash) values (${victim.organizationId}, ${victim.entries + 1}, ${id}, 'x')`
  return `insert into ${where}`
}

const swapTwo: Tampering = async (attempt) => {
  const { sql, chance, victim } = attempt
  const first = anyPlace(attempt)
  const second = (first % victim.entries) + 1
  const ids = [await auditIdAt(attempt, first), await auditIdAt(attempt, second)] as const
  const what = chance.of(['places', 'hashes', 'contents'])
  const swapped = `case position when ${first} then ${second} else ${first} end`
  const here = `organization_id = '${victim.organizationId}' and position in (${first}, ${second})`
  if (what === 'places') {
    await sql.unsafe(`update audit_chain set position = position + 5000 where ${here}`)
    await sql.unsafe(
      `update audit_chain set position = case position when ${first + 5000} then ${second} else ${first} end where organization_id = '${victim.organizationId}' and position > 5000`,
    )
  } else if (what === 'hashes') {
    await sql.unsafe(
      `update audit_chain c set hash = (select o.hash from audit_chain o where o.organization_id = c.organization_id and o.position = ${swapped.replace('position', 'c.position')}) where ${here}`,
    )
  } else {
    const spare = uuidv7()
    await sql`update audit_log set id = ${spare} where id = ${ids[0]}`
    await sql`update audit_log set id = ${ids[0]} where id = ${ids[1]}`
    await sql`update audit_log set id = ${ids[1]} where id = ${spare}`
  }
  return `swap of ${what}`
}

/** Recomputes every hash from a place on, and the head: all that can be done without the signing key. */
async function rewriteFrom({ sql, victim }: Attempt, from: number): Promise<void> {
  const read = async <Row extends object>(text: string, parameters: readonly unknown[] = []): Promise<Row[]> =>
    // The statement's own columns are the shape.
    [...(await sql.unsafe(text, [...parameters] as never[]))] as unknown as Row[]
  const entries = await readEntries(read, victim.organizationId, { after: 0n, upTo: 100_000n, limit: 100_000 })
  let hash = ''
  let position = 0n
  for (const entry of entries) {
    const isLater = entry.position >= from && entry.text !== null
    hash = isLater ? hashOfEntry(hash, entry.position, entry.text ?? '') : entry.hash
    position = entry.position
    if (isLater)
      await sql`update audit_chain set hash = ${hash} where organization_id = ${victim.organizationId} and position = ${String(position)}`
  }
  await sql`update audit_heads set position = ${String(position)}, hash = ${hash} where organization_id = ${victim.organizationId}`
}

const cutTheTail: Tampering = async (attempt) => {
  const { sql, chance, victim } = attempt
  const kept = chance.below(victim.entries)
  await sql`delete from audit_log where organization_id = ${victim.organizationId}
    and id in (select audit_id from audit_chain where organization_id = ${victim.organizationId} and position > ${kept})`
  await sql`delete from audit_chain where organization_id = ${victim.organizationId} and position > ${kept}`
  if (chance.below(2) === 0) return 'cut of the tail'
  await rewriteFrom(attempt, kept + 1)
  return 'cut of the tail, and of the head'
}

const rewrite: Tampering = async (attempt) => {
  const { sql, victim } = attempt
  const place = anyPlace(attempt)
  const id = await auditIdAt(attempt, place)
  await sql`update audit_log set actor = 'user:somebody-else' where organization_id = ${victim.organizationId} and id = ${id}`
  await rewriteFrom(attempt, place)
  return 'rewriting of every hash'
}

const takeOutAndRewrite: Tampering = async (attempt) => {
  const { sql, victim } = attempt
  const place = anyPlace(attempt)
  const id = await auditIdAt(attempt, place)
  await sql`delete from audit_chain where organization_id = ${victim.organizationId} and position = ${place}`
  await sql`delete from audit_log where organization_id = ${victim.organizationId} and id = ${id}`
  // One by one, so that no two have the same place for a moment.
  for (let next = place + 1; next <= victim.entries; next += 1)
    await sql`update audit_chain set position = ${next - 1} where organization_id = ${victim.organizationId} and position = ${next}`
  await rewriteFrom(attempt, place)
  return 'taking out and rewriting'
}

const moveToAnother: Tampering = async (attempt) => {
  const { sql, chance, victim, other } = attempt
  const place = anyPlace(attempt)
  const id = await auditIdAt(attempt, place)
  await sql`update audit_log set organization_id = ${other.organizationId} where organization_id = ${victim.organizationId} and id = ${id}`
  if (chance.below(2) === 0) return 'move to another organization'
  await sql`update audit_chain set organization_id = ${other.organizationId}, position = ${other.entries + 1}
    where organization_id = ${victim.organizationId} and position = ${place}`
  await rewriteFrom({ ...attempt, victim: other }, other.entries + 1)
  return 'move to another organization and its chain'
}

/** Everything that is tried, each as often as any other. */
export const tamperings: readonly Tampering[] = [
  changeAColumn,
  changeAColumn,
  changeAColumn,
  deleteARow,
  insertARow,
  swapTwo,
  cutTheTail,
  rewrite,
  takeOutAndRewrite,
  moveToAnother,
]
