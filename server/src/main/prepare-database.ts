import { type LoginRole, migrate } from '@clinch/drizzle/migrate'
import { hkdfSync } from 'node:crypto'
import path from 'node:path'
import type { Settings } from '../config/env.ts'
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts'

/** A database that is up to date, and where each role logs in. */
export interface PreparedDatabase {
  /** Logs in as the owner of the database; for what is done at the start alone. */
  ownerUrl: string
  appUrl: string
  authUrl: string
  workerUrl: string
  embedded: boolean
  stop(): Promise<void>
}

const roles = ['app_user', 'auth_user', 'worker'] as const
const databaseName = 'clinch'

/** Looks whether the database may be used, before anything is changed in it and after; throws if it may not. */
type Guard = (ownerUrl: string) => Promise<void>

/** The server that DATABASE_URL names, else a private one in the data folder; migrated either way. */
export async function prepareDatabase(settings: Settings, dataFolder: string, masterKey: string, guard: Guard): Promise<PreparedDatabase> {
  return settings.DATABASE_URL === undefined
    ? prepareEmbedded(dataFolder, guard)
    : prepareServer(settings, settings.DATABASE_URL, masterKey, guard)
}

async function prepareEmbedded(dataFolder: string, guard: Guard): Promise<PreparedDatabase> {
  const server = await startEmbeddedPostgres({ directory: path.join(dataFolder, 'postgres'), durable: true })
  try {
    return { ...(await prepareOn(server, guard)), embedded: true, stop: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}

type Embedded = Awaited<ReturnType<typeof startEmbeddedPostgres>>

async function prepareOn(server: Embedded, guard: Guard): Promise<Omit<PreparedDatabase, 'embedded' | 'stop'>> {
  const { default: postgres } = await import('postgres')
  const owner = postgres(server.url(), { max: 1, onnotice: () => undefined })
  const [exists] = await owner`select from pg_database where datname = ${databaseName}`
  if (!exists) await owner.unsafe(`create database ${databaseName}`)
  await owner.end()
  const url = (role: LoginRole) => server.url(databaseName, role)
  const ownerUrl = server.url(databaseName)
  await guard(ownerUrl)
  await migrate({ ownerUrl, workerUrl: url('worker') })
  await guard(ownerUrl)
  return { ownerUrl, appUrl: url('app_user'), authUrl: url('auth_user'), workerUrl: url('worker') }
}

/**
 * Each role's own address may be given; those that are not are made from DATABASE_URL, with passwords that follow from the master key,
 * so that one address is enough to begin with.
 */
async function prepareServer(settings: Settings, ownerUrl: string, masterKey: string, guard: Guard): Promise<PreparedDatabase> {
  const given = { app_user: settings.DATABASE_APP_URL, auth_user: settings.DATABASE_AUTH_URL, worker: settings.DATABASE_WORKER_URL }
  const passwords = {
    app_user: passwordOf(masterKey, 'app_user'),
    auth_user: passwordOf(masterKey, 'auth_user'),
    worker: passwordOf(masterKey, 'worker'),
  }
  const urlOf = (role: LoginRole): string => given[role] ?? withLogin(ownerUrl, role, passwords[role])
  const allGiven = roles.every((role) => given[role] !== undefined)
  await guard(ownerUrl)
  await migrate({ ownerUrl, workerUrl: urlOf('worker'), passwords: allGiven ? undefined : passwords })
  await guard(ownerUrl)
  return {
    ownerUrl,
    appUrl: urlOf('app_user'),
    authUrl: urlOf('auth_user'),
    workerUrl: urlOf('worker'),
    embedded: false,
    stop: () => Promise.resolve(),
  }
}

const passwordOf = (masterKey: string, role: string): string =>
  Buffer.from(hkdfSync('sha256', Buffer.from(masterKey, 'hex'), 'clinch database role', role, 24)).toString('base64url')

function withLogin(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = password
  return url.toString()
}
