import { z } from 'zod'
import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database, Tx } from '../../../database/tx.ts'
import type { Origin } from '../../../kernel/actor.ts'
import type { Account } from '../../../kernel/caller.ts'
import { forbidden } from '../../../kernel/errors.ts'
import { onceForOperator } from '../../../kernel/idempotency.ts'
import { parseInput } from '../../../kernel/verb.ts'
import { convertAfter } from './take-daily-rates.ts'
import { describeFile, type RateFileReport, readRateFile } from './import-rates.ts'
import { columnsOf } from './rate-columns.ts'
import type { RateFile } from './rate-file.ts'
import { FileName } from './schemas.ts'

/** An operator, and from where. */
export interface RatesOperator {
  account: Account
  database: Database
  origin: Origin
}

/** What is known of the European Central Bank's rates. */
export interface ReferenceRates {
  days: number
  rates: number
  currencies: number
  oldestDay: string | null
  newestDay: string | null
  importedAt: string | null
}

const largestReferenceImport = 60_000
/** The whole history in a few parts, each a moment: nothing of it is a tenant's. */
const importDeadlineMs = 20_000

const ImportReferenceRates = z.object({
  fileName: FileName,
  content: z.string().max(1_000_000, 'The file is too large. Send it in parts.'),
  reason: z.string().trim().max(500, 'A reason has at most 500 characters.').nullish(),
  dryRun: z.boolean().nullish(),
})
export type ImportReferenceRates = z.input<typeof ImportReferenceRates> & { clientMutationId?: string | null | undefined }

const settingsOf = ({ account, origin: { requestId, address = '' } }: RatesOperator): SessionSettings => ({
  organizationId: null,
  userId: account.userId,
  scope: 'none',
  repIds: [],
  actor: `operator:${account.userId}`,
  requestId,
  address,
})

function authorizeOperator({ account }: RatesOperator): void {
  if (!account.isOperator) throw forbidden('Only an operator of the platform may do this.', 'super_admin')
}

/** How far the reference rates reach. */
export async function loadReferenceRates(by: RatesOperator): Promise<ReferenceRates> {
  authorizeOperator(by)
  const [row] = await by.database.transaction(
    settingsOf(by),
    (tx) =>
      tx.query<ReferenceRates>(
        `select count(distinct day)::int as days, count(*)::int as rates, count(distinct currency)::int as currencies,
           min(day)::text as "oldestDay", max(day)::text as "newestDay", max(imported_at) as "importedAt" from reference_rates`,
      ),
    { readOnly: true },
  )
  return row ?? { days: 0, rates: 0, currencies: 0, oldestDay: null, newestDay: null, importedAt: null }
}

/**
 * Takes a file as reference rates, for all organizations; payments are converted by them afterwards, by jobs. With `dryRun` it only says
 * what would be. The database asks again whether an operator calls, and writes the act down.
 */
export async function importReferenceRates(by: RatesOperator, input: ImportReferenceRates): Promise<RateFileReport> {
  authorizeOperator(by)
  const { fileName, content, reason, dryRun } = parseInput(ImportReferenceRates, input)
  const file = readRateFile(content, largestReferenceImport)
  const told = describeFile(file)
  const options = { deadlineMs: importDeadlineMs }
  if (dryRun === true) {
    const known = await by.database.transaction(settingsOf(by), (tx) => compare(tx, file), { ...options, readOnly: true })
    return { ...told, ...known }
  }
  const key = input.clientMutationId
  const done = await by.database.transaction(
    settingsOf(by),
    (tx) => {
      const work = () =>
        bring(tx, file, `${fileName}, ${told.days} days from ${told.from} to ${told.to}`, reason || 'The rates were published')
      return key ? onceForOperator(tx, by.account.userId, { operation: 'importReferenceRates', key, input }, work) : work()
    },
    options,
  )
  return { ...told, ...done }
}

async function bring(tx: Tx, file: RateFile, subject: string, reason: string): Promise<{ added: number; changed: number }> {
  const [row] = await tx.query<{ added: number; changed: number }>(
    'select added, changed from platform.import_rates($1::date[], $2::text[], $3::text[]::numeric[], $4, $5)',
    [...columnsOf(file.days), subject, reason],
  )
  const done = row ?? { added: 0, changed: 0 }
  if (done.added + done.changed > 0) await convertAfter(tx, file)
  return done
}

async function compare(tx: Tx, file: RateFile): Promise<{ added: number; changed: number }> {
  const [row] = await tx.query<{ added: number; changed: number }>(
    `select count(*) filter (where r.day is null)::int as added, count(*) filter (where r.per_euro <> f.rate)::int as changed
     from unnest($1::date[], $2::text[], $3::text[]::numeric[]) as f(day, currency, rate)
     left join reference_rates r on r.currency = f.currency and r.day = f.day`,
    columnsOf(file.days),
  )
  return row ?? { added: 0, changed: 0 }
}
