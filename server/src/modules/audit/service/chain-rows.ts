import { createHash } from 'node:crypto'
import type { Tx } from '../../../database/tx.ts'
import type { SignedHead } from '../../../kernel/audit-signing.ts'

/** Runs one reading statement, in whichever transaction: nothing that was appended to the log ever changes. */
export type Read = Tx['query']

/** A place of the chain, with the audited row that it names as it stands now. */
export interface ChainEntry {
  position: bigint
  auditId: string
  hash: string
  /** The row's columns as the hash was made of them; null where the row is gone. */
  text: string | null
  /** When the row was written, ISO 8601 in UTC. */
  at: string | null
}

// The very text that append_to_audit_chain() hashes. It is written here again, so that nobody hides a change by changing that function.
const textOfEntry = `case when l.id is null then null else jsonb_build_array(l.organization_id::text, l.id::text,
  to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.actor, l.request_id, l.address, l.table_name,
  l.row_id, l.operation, l.before::text, l.after::text)::text end`

/** The hash of an entry at its place. */
export const hashOfEntry = (previousHash: string, position: bigint, text: string): string =>
  createHash('sha256').update(`${previousHash} ${position} ${text}`).digest('hex')

/** The next entries in the order of their places, up to one. */
export const readEntries = (
  read: Read,
  organizationId: string,
  { after, upTo, limit }: { after: bigint; upTo: bigint; limit: number },
): Promise<ChainEntry[]> =>
  read<ChainEntry>(
    `select c.position, c.audit_id as "auditId", c.hash, ${textOfEntry} as text, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
     from audit_chain c left join audit_log l on l.organization_id = c.organization_id and l.id = c.audit_id
     where c.organization_id = $1 and c.position > $2::text::bigint and c.position <= $3::text::bigint order by c.position limit $4::int`,
    [organizationId, after.toString(), upTo.toString(), limit],
  )

const signatureColumns = `s.organization_id as "organizationId", s.position, s.hash, s.key_version as "keyVersion", s.signature,
  to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "signedAt"`

/** The signatures of places in a span, in the order of the places. */
export const readSignatures = (read: Read, organizationId: string, after: bigint, upTo: bigint): Promise<SignedHead[]> =>
  read<SignedHead>(
    `select ${signatureColumns} from audit_signatures s
     where s.organization_id = $1 and s.position > $2::text::bigint and s.position <= $3::text::bigint order by s.position`,
    [organizationId, after.toString(), upTo.toString()],
  )

/** The newest two signatures at or before a place, the older first. */
export async function readLastSignatures(read: Read, organizationId: string, upTo: bigint): Promise<SignedHead[]> {
  const rows = await read<SignedHead>(
    `select ${signatureColumns} from audit_signatures s where s.organization_id = $1 and s.position <= $2::text::bigint order by s.position desc limit 2`,
    [organizationId, upTo.toString()],
  )
  return rows.reverse()
}

/** Where the chain, its head and its signatures end, all at one moment. */
export interface ChainEnd {
  headPosition: bigint
  headHash: string
  lastPosition: bigint
  /** None where nothing is signed. */
  firstSigned: bigint | null
  lastSigned: bigint
}

export async function readEnd(read: Read, organizationId: string): Promise<ChainEnd> {
  const [end] = await read<ChainEnd>(
    `select coalesce(h.position, 0) as "headPosition", coalesce(h.hash, '') as "headHash",
       coalesce((select max(position) from audit_chain where organization_id = $1), 0) as "lastPosition",
       (select min(position) from audit_signatures where organization_id = $1) as "firstSigned",
       coalesce((select max(position) from audit_signatures where organization_id = $1), 0) as "lastSigned"
     from (select 1) one left join audit_heads h on h.organization_id = $1`,
    [organizationId],
  )
  if (!end) throw new Error('The end of an audit chain was not answered')
  return end
}

/** The rows of the log after one by id, how far they were read, and the first of them that has no place in the chain. */
export interface PlacedRows {
  last: string | null
  unplaced: string | null
}

export async function readPlaces(read: Read, organizationId: string, after: string, limit: number): Promise<PlacedRows> {
  return placesOf(read, 'l.id > $2::uuid order by l.id', [organizationId, after, limit])
}

/** The same of the newest rows. */
export const readNewestPlaces = (read: Read, organizationId: string, limit: number): Promise<PlacedRows> =>
  placesOf(read, '$2::uuid is null order by l.at desc, l.id desc', [organizationId, null, limit])

async function placesOf(read: Read, which: string, parameters: readonly unknown[]): Promise<PlacedRows> {
  const [row] = await read<PlacedRows>(
    `select max(r.id::text collate "C") as last, min(r.id::text collate "C") filter (where c.audit_id is null) as unplaced
     from (select l.id from audit_log l where l.organization_id = $1 and ${which} limit $3::int) r
     left join audit_chain c on c.organization_id = $1 and c.audit_id = r.id`,
    parameters,
  )
  return row ?? { last: null, unplaced: null }
}
