import type { Pool } from 'pg'

/** The workers of this process, as the other processes know that they live. */
export interface LivingWorkers {
  add(workerId: string): void
  /** A worker that has ended holds no jobs any more. */
  remove(workerId: string): void
  stop(): Promise<void>
}

/**
 * Says regularly that this process's workers live, and gives the jobs of workers that stopped saying so back to the queue: after a
 * kill the queue itself would keep them locked for hours.
 */
export function keepAlive(pool: Pool, deadAfterSeconds: number, onError: (error: unknown) => void): LivingWorkers {
  const workers = new Set<string>()
  let beating: Promise<void> = Promise.resolve()
  const beat = () => {
    // One after another: a slow database must not pile them up.
    beating = beating
      .then(() => sayAlive(pool, [...workers]))
      .then(() => freeJobsOfDead(pool, deadAfterSeconds))
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
