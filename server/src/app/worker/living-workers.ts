import type { Pool } from 'pg'

/**
 * Says regularly that this process's workers live, and gives the jobs of workers that stopped saying so back to the queue: after a
 * kill the queue itself would keep them locked for hours.
 */
export function keepAlive(pool: Pool, deadAfterSeconds: number, onError: (error: unknown) => void) {
  const workers = new Set<string>()
  const beat = async () => {
    await pool.query(
      `insert into jobs_api.living_workers (worker_id, seen_at) select unnest($1::text[]), now() on conflict (worker_id) do update set seen_at = now()`,
      [[...workers]],
    )
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
  const timer = setInterval(() => void beat().catch(onError), Math.min(5_000, (deadAfterSeconds * 1000) / 3))
  return {
    add: (workerId: string) => {
      workers.add(workerId)
      void beat().catch(onError)
    },
    async stop() {
      clearInterval(timer)
      await pool.query('delete from jobs_api.living_workers where worker_id = any($1::text[])', [[...workers]])
    },
  }
}
