import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { CannotListen } from '../app/http/listener.ts'
import { readSettings, type Settings, SettingsError } from '../config/env.ts'
import { createLogger } from '../kernel/logger.ts'
import { createVault, type Vault } from '../kernel/vault.ts'
import { guardMasterKeys } from './guard-master-keys.ts'
import { chooseMailer, type ChosenMailer } from './choose-mailer.ts'
import { prepareDatabase, type PreparedDatabase } from './prepare-database.ts'
import { type Secrets, secretsOf } from './secrets.ts'

/** What every kind of process begins with. */
export interface Process extends ChosenMailer {
  settings: Settings
  secrets: Secrets
  dataFolder: string
  prepared: PreparedDatabase
  vault: Vault
  logger: Logger
  /** Adds something to be ended when the process is to stop; the last added is ended first. */
  onStop(stop: () => Promise<void>): void
}

/**
 * Reads the settings, prepares the database, runs the process, and stops it cleanly on Ctrl-C or SIGTERM. What keeps it from starting
 * is one line that says what to do.
 */
export async function runProcess(start: (process: Process) => Promise<void>): Promise<void> {
  const stops: (() => Promise<void>)[] = []
  let stopping: Promise<void> | null = null
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      for (const each of stops.reverse()) await each()
    })()
    return stopping
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop().then(
        () => process.exit(),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
  try {
    const settings = readSettings(process.env)
    const logger = createLogger(settings.LOG_LEVEL)
    const dataFolder = path.resolve(
      settings.CLINCH_DATA_DIR ?? path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../.data'),
    )
    mkdirSync(dataFolder, { recursive: true })
    const secrets = secretsOf(settings)
    const vault = createVault({ current: secrets.masterKey, older: secrets.olderKeys })
    const prepared = await prepareDatabase(settings, dataFolder, secrets.masterKey.keyHex, (ownerUrl) =>
      guardMasterKeys(ownerUrl, vault, settings.ENCRYPTION_MASTER_KEY !== undefined),
    )
    stops.push(() => prepared.stop())
    await start({ settings, secrets, dataFolder, prepared, vault, ...chooseMailer(settings), logger, onStop: (each) => stops.push(each) })
  } catch (error) {
    console.error(`Clinch could not start: ${inOneLine(error)}`)
    await stop()
    process.exit(1)
  }
}

function inOneLine(error: unknown): string {
  if (error instanceof SettingsError || error instanceof CannotListen) return error.message
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  if (/^(ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|CONNECT_TIMEOUT)$/.test(code))
    return `The database at DATABASE_URL cannot be reached (${code}).`
  if (code === '28P01' || code === '28000') return 'The database at DATABASE_URL does not take this user or password.'
  if (code === '3D000') return 'The database that DATABASE_URL names does not exist.'
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
