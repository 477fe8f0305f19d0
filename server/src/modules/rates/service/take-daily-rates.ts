import type { Tx } from '../../../database/tx.ts'
import { enqueue } from '../../../kernel/define-job.ts'
import { beforeAllOrganizations, convertAll } from './convert-all.ts'
import { reachOf } from './convert-payments.ts'
import { columnsOf } from './rate-columns.ts'
import type { RateFile } from './rate-file.ts'

/** Takes in reference rates that are not known yet, and has payments converted by them. Answers how many were new; none is changed. */
export async function takeDailyRates(tx: Tx, file: RateFile): Promise<number> {
  const [row] = await tx.query<{ taken: number }>('select rates.take_daily($1::date[], $2::text[], $3::text[]::numeric[]) as taken', [
    ...columnsOf(file.days),
  ])
  const taken = row?.taken ?? 0
  if (taken > 0) await convertAfter(tx, file)
  return taken
}

/** Has the payments converted that these reference rates may concern, of every organization. */
export async function convertAfter(tx: Tx, file: RateFile): Promise<void> {
  const reach = reachOf(file.days.map(({ day }) => day))
  if (reach) await enqueue(tx, convertAll, { ...reach, after: beforeAllOrganizations })
}
