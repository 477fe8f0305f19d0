import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runDrizzle } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations } from 'graphile-worker'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'

/** The roles that the processes log in as; none owns a table of ours or bypasses row-level security. */
const loginRoles = ['app_user', 'auth_user', 'worker'] as const
export type LoginRole = (typeof loginRoles)[number]

/** Own the functions that act with other rights than their caller's; nobody logs in as one. The second carries out deletions, and nothing else. */
const guardRoles = ['clinch_guard', 'clinch_purge'] as const

export interface MigrateOptions {
  /** Logs in as the owner of the database. */
  ownerUrl: string
  /** Logs in as `worker`, which owns the job queue's own tables. */
  workerUrl: string
  /** Sets the roles' passwords, where the server asks for them. */
  passwords?: Readonly<Record<LoginRole, string>> | undefined
}

/** Brings a database up to date: roles, our tables, the job queue's. Idempotent, and safe to run from several processes at once. */
export async function migrate({ ownerUrl, workerUrl, passwords }: MigrateOptions): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    await owner`select pg_advisory_lock(7301)`
    await makeRoles(owner, passwords)
    await runDrizzle(drizzle({ client: owner }), { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) })
    await runMigrations({ connectionString: workerUrl, logger: undefined })
    await owner.unsafe(enqueueFunction)
  } finally {
    await owner.end()
  }
}

/** Roles belong to the whole server, so they are made outside the migrations, and by whichever database comes first. */
async function makeRoles(owner: postgres.Sql, passwords: MigrateOptions['passwords']): Promise<void> {
  for (const role of [...loginRoles, ...guardRoles]) {
    const login = guardRoles.some((guard) => guard === role) ? 'nologin' : 'login'
    await owner.unsafe(`do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} ${login} nosuperuser nobypassrls; end if;
    exception when duplicate_object or unique_violation then null; end $$`)
  }
  for (const role of passwords ? loginRoles : []) {
    const password = passwords?.[role] ?? ''
    if (!/^[A-Za-z0-9_-]{20,}$/.test(password)) throw new Error(`The password of the role ${role} is not usable`)
    await owner.unsafe(`alter role ${role} password '${password}'`)
  }
  // To hand functions over to these roles, an owner who is no superuser must be a member of them.
  await owner.unsafe(`do $$ begin
    if not (select rolsuper from pg_roles where rolname = current_user) then execute format('grant ${guardRoles.join(', ')}, worker to %I', current_user); end if;
    execute format('grant create on database %I to worker', current_database());
    execute format('grant connect on database %I to app_user, auth_user, worker', current_database());
  end $$`)
}

/**
 * The app's role cannot touch the queue; through this it enqueues inside its tenant transaction, so a job exists if and only if that
 * commits. Planned while few jobs wait, the queue's own function would read through all of them when many do.
 */
const enqueueFunction = `
  create or replace function jobs_api.enqueue(task text, payload json, job_key text default null, run_at timestamptz default null, max_attempts int default null)
  returns bigint language sql security definer set search_path = pg_catalog set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
    select (graphile_worker.add_job(task, payload, job_key => job_key, run_at => run_at, max_attempts => max_attempts)).id
  $$;
  alter function jobs_api.enqueue owner to worker;
  revoke all on function jobs_api.enqueue from public;
  grant execute on function jobs_api.enqueue to app_user`
