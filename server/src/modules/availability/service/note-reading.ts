import type { Tx } from '../../../database/tx.ts'

/** How asking a booking tool went. */
export interface Reading {
  askedAt: Date
  hostCount: number
  closerCount: number
  /** What could not be read, each in words. */
  problems: readonly string[]
  /** Why nothing could be read; null where something was. */
  error: string | null
}

/** So many problems are kept in words. */
const keptProblems = 20

/** Notes how asking a connection went, in place of the time before. Why nothing could be read takes no counts back. */
export async function noteReading(
  tx: Tx,
  connectionId: string,
  { askedAt, hostCount, closerCount, problems, error }: Reading,
): Promise<void> {
  await tx.query(
    `insert into availability_readings as r (organization_id, connection_id, asked_at, host_count, closer_count, problems, error)
     values ($1, $2, $3::text::timestamptz, $4::int, $5::int, $6::text::jsonb, $7)
     on conflict (organization_id, connection_id) do update set asked_at = excluded.asked_at, problems = excluded.problems, error = excluded.error,
       host_count = case when excluded.error is null then excluded.host_count else r.host_count end,
       closer_count = case when excluded.error is null then excluded.closer_count else r.closer_count end`,
    [
      tx.organizationId,
      connectionId,
      askedAt.toISOString(),
      hostCount,
      closerCount,
      JSON.stringify(problems.slice(0, keptProblems)),
      error,
    ],
  )
}

/** A reading as it is shown. */
export interface ReadingRow extends Omit<Reading, 'askedAt'> {
  connectionId: string
  /** PostgreSQL's text in UTC. */
  askedAt: string
}

/** How asking each of these connections went last. */
export async function loadReadings(tx: Tx, connectionIds: readonly string[]): Promise<ReadonlyMap<string, ReadingRow>> {
  const rows = await tx.query<ReadingRow>(
    `select connection_id as "connectionId", asked_at as "askedAt", host_count as "hostCount", closer_count as "closerCount", problems, error
     from availability_readings where organization_id = $1 and connection_id = any($2::uuid[])`,
    [tx.organizationId, connectionIds],
  )
  return new Map(rows.map((row) => [row.connectionId, row]))
}
