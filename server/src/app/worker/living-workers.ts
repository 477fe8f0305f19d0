import type { Pool } from 'pg'

/** The workers of this process, as the other processes know that they live. */
export interface LivingWorkers {
  add(workerId: string): void
  /** A worker that has ended holds no jobs any more. */
  remove(workerId: string): void
  stop(): Promise<void>
}

/**
 * Says regularly that this process's workers live, and gives back to the queue the jobs of workers that stopped saying so, and those
 * that were locked in the name of ours and that none of them runs: the answer that handed them out was lost with its connection. The
 * queue itself would keep both locked for hours.
 */
export function keepAlive(
  pool: Pool,
  { deadAfterSeconds, underWay, onError }: { deadAfterSeconds: number; underWay: ReadonlySet<string>; onError: (error: unknown) => void },
): LivingWorkers {
  const workers = new Set<string>()
  let beating: Promise<void> = Promise.resolve()
  const beat = () => {
    // One after another: a slow database must not pile them up.
    beating = beating
      .then(() => sayAlive(pool, [...workers]))
      .then(() => freeJobsOfDead(pool, deadAfterSeconds))
      .then(() => freeJobsOfNobody(pool, deadAfterSeconds, { workers: [...workers], underWay: [...underWay] }))
      .catch(onError)
  }
  const timer = setInterval(beat, Math.min(5_000, (deadAfterSeconds * 1000) / 3))
  return {
    add(workerId) {
      workers.add(workerId)
      beat()
    },
    remove(workerId) {
      workers.delete(workerId)
    },
    async stop() {
      clearInterval(timer)
      await beating
      await pool.query('delete from jobs_api.living_workers where worker_id = any($1::text[])', [[...workers]]).catch(onError)
    },
  }
}

const sayAlive = (pool: Pool, workers: readonly string[]) =>
  pool.query(
    `insert into jobs_api.living_workers (worker_id, seen_at) select unnest($1::text[]), clock_timestamp()
     on conflict (worker_id) do update set seen_at = clock_timestamp()`,
    [workers],
  )

/** A worker that is in no list has never lived by this rule, so its jobs count from when it took them. */
async function freeJobsOfDead(pool: Pool, deadAfterSeconds: number): Promise<void> {
  await pool.query(
    `with dead as (
       select distinct j.locked_by from graphile_worker._private_jobs j left join jobs_api.living_workers l on l.worker_id = j.locked_by
       where j.locked_by is not null and coalesce(l.seen_at, j.locked_at) < now() - make_interval(secs => $1)
     )
     select graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead having count(*) > 0`,
    [deadAfterSeconds],
  )
  await pool.query(`delete from jobs_api.living_workers where seen_at < now() - interval '1 day'`)
}

/** A job is taken off the queue a moment after it is done, so what was locked just now is left. */
async function freeJobsOfNobody(
  pool: Pool,
  afterSeconds: number,
  ours: { workers: readonly string[]; underWay: readonly string[] },
): Promise<void> {
  await pool.query(
    `update graphile_worker._private_jobs j set locked_at = null, locked_by = null, run_at = greatest(j.run_at, now())
     where j.id in (select l.id from graphile_worker._private_jobs l where l.locked_by = any($1::text[]) and l.id <> all($2::bigint[])
       and l.locked_at < now() - make_interval(secs => $3) for update skip locked)`,
    [ours.workers, ours.underWay, afterSeconds],
  )
}
