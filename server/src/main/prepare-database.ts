import { type LoginRole, migrate } from '@clinch/drizzle/migrate'
import { hkdfSync } from 'node:crypto'
import path from 'node:path'
import type { Settings } from '../config/env.ts'
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts'

/** A database that is up to date, and where each role logs in. */
export interface PreparedDatabase {
  appUrl: string
  authUrl: string
  workerUrl: string
  embedded: boolean
  stop(): Promise<void>
}

const roles = ['app_user', 'auth_user', 'worker'] as const
const databaseName = 'clinch'

/** The server that DATABASE_URL names, else a private one in the data folder; migrated either way. */
export async function prepareDatabase(settings: Settings, dataFolder: string, masterKey: string): Promise<PreparedDatabase> {
  return settings.DATABASE_URL === undefined ? prepareEmbedded(dataFolder) : prepareServer(settings, settings.DATABASE_URL, masterKey)
}

async function prepareEmbedded(dataFolder: string): Promise<PreparedDatabase> {
  const server = await startEmbeddedPostgres({ directory: path.join(dataFolder, 'postgres'), durable: true })
  const { default: postgres } = await import('postgres')
  const owner = postgres(server.url(), { max: 1, onnotice: () => undefined })
  const [exists] = await owner`select from pg_database where datname = ${databaseName}`
  if (!exists) await owner.unsafe(`create database ${databaseName}`)
  await owner.end()
  const url = (role: LoginRole) => server.url(databaseName, role)
  await migrate({ ownerUrl: server.url(databaseName), workerUrl: url('worker') })
  return { appUrl: url('app_user'), authUrl: url('auth_user'), workerUrl: url('worker'), embedded: true, stop: () => server.stop() }
}

/**
 * Each role's own address may be given; those that are not are made from DATABASE_URL, with passwords that follow from the master key,
 * so that one address is enough to begin with.
 */
async function prepareServer(settings: Settings, ownerUrl: string, masterKey: string): Promise<PreparedDatabase> {
  const given = { app_user: settings.DATABASE_APP_URL, auth_user: settings.DATABASE_AUTH_URL, worker: settings.DATABASE_WORKER_URL }
  const passwords = {
    app_user: passwordOf(masterKey, 'app_user'),
    auth_user: passwordOf(masterKey, 'auth_user'),
    worker: passwordOf(masterKey, 'worker'),
  }
  const urlOf = (role: LoginRole): string => given[role] ?? withLogin(ownerUrl, role, passwords[role])
  const allGiven = roles.every((role) => given[role] !== undefined)
  await migrate({ ownerUrl, workerUrl: urlOf('worker'), passwords: allGiven ? undefined : passwords })
  return {
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
