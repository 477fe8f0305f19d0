import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Tx } from '../../../database/tx.ts'
import { type Actor, actorLabel, actorName, authorize } from '../../../kernel/actor.ts'
import { badInput } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { convertNowOrSoon, holdConversion, reachOf } from './convert-payments.ts'
import { parseRateFile } from './parse-rate-file.ts'
import { columnsOf } from './rate-columns.ts'
import { type RateFile, RateFileError } from './rate-file.ts'
import { FileName, latestDay } from './schemas.ts'

/** The file of ninety days whole: each rate is written down in the audit log too, and nobody waits longer than some seconds. */
const largestRateImport = 2_100

const ImportRates = z.object({
  fileName: FileName,
  content: z.string().max(1_000_000, 'The file is too large. Send it in parts.'),
  dryRun: z.boolean().nullish(),
})
export type ImportRates = z.input<typeof ImportRates>

/** What a file holds, and what of it is new. */
export interface RateFileReport {
  days: number
  from: string
  to: string
  currencies: string[]
  rates: number
  added: number
  changed: number
}

export interface RatesImported extends RateFileReport {
  converted: number
  isConverting: boolean
}

/**
 * Takes the European Central Bank's file as the organization's own rates, all of it or nothing. With `dryRun` nothing is written: it says
 * what would be. What is no such file is BAD_USER_INPUT that names the line.
 */
export async function importRates({ actor, input, tx }: Verb<ImportRates>): Promise<RatesImported> {
  authorize(actor, 'organization:manage')
  const { content, dryRun } = parseInput(ImportRates, input)
  const file = readRateFile(content, largestRateImport)
  if (dryRun === true) return { ...(await report(tx, file)), converted: 0, isConverting: false }
  await holdConversion(tx)
  const told = await report(tx, file)
  await store(tx, file, actor)
  const { converted, hasMore } = await convertNowOrSoon(tx, reachOf(file.days.map(({ day }) => day)))
  return { ...told, converted, isConverting: hasMore }
}

/** Reads a file that a caller sent; what is wrong with it is BAD_USER_INPUT at `content`. */
export function readRateFile(content: string, mostRates: number): RateFile {
  const say = (message: string) => badInput([{ path: 'content', message }])
  let file: RateFile
  try {
    file = parseRateFile(content)
  } catch (error) {
    if (error instanceof RateFileError) throw say(error.message)
    throw error
  }
  const count = file.days.reduce((sum, { rates }) => sum + rates.length, 0)
  if (count > mostRates) throw say(`At most ${mostRates} rates at once, and these are ${count}. Send the file in parts.`)
  const coming = file.days.find(({ day }) => day > latestDay())
  if (coming) throw say(`The file has rates of ${coming.day}, which has not come yet.`)
  return file
}

/** What a file holds, without what of it is new. */
export function describeFile({ days }: RateFile): Omit<RateFileReport, 'added' | 'changed'> {
  const sorted = days.map(({ day }) => day).sort()
  const currencies = [...new Set(days.flatMap(({ rates }) => rates.map(({ currency }) => currency)))].sort()
  const rates = days.reduce((sum, each) => sum + each.rates.length, 0)
  return { days: days.length, from: sorted[0] ?? '', to: sorted.at(-1) ?? '', currencies, rates }
}

async function report(tx: Tx, file: RateFile): Promise<RateFileReport> {
  const [row] = await tx.query<{ added: number; changed: number }>(
    `select count(*) filter (where e.id is null)::int as added, count(*) filter (where e.rate <> f.rate)::int as changed
     from unnest($2::date[], $3::text[], $4::text[]::numeric[]) as f(day, currency, rate)
     left join exchange_rates e on e.organization_id = $1 and e.base = 'EUR' and e.quote = f.currency and e.day = f.day and e.origin = 'file'`,
    [tx.organizationId, ...columnsOf(file.days)],
  )
  return { ...describeFile(file), added: row?.added ?? 0, changed: row?.changed ?? 0 }
}

async function store(tx: Tx, file: RateFile, actor: Actor): Promise<void> {
  const [days, currencies, rates] = columnsOf(file.days)
  await tx.query(
    `insert into exchange_rates as known (organization_id, id, day, base, quote, rate, origin, set_by, set_by_name)
     select $1, f.id, f.day, 'EUR', f.currency, f.rate, 'file', $6, $7
     from unnest($2::uuid[], $3::date[], $4::text[], $5::text[]::numeric[]) as f(id, day, currency, rate)
     on conflict (organization_id, base, quote, day, origin)
       do update set rate = excluded.rate, set_by = excluded.set_by, set_by_name = excluded.set_by_name, set_at = now()
       where known.rate <> excluded.rate`,
    [tx.organizationId, days.map(() => uuidv7()), days, currencies, rates, actorLabel(actor), actorName(actor)],
  )
}
