import { runs } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { actorName, authorize } from '../../../kernel/actor.ts'
import { badInput } from '../../../kernel/errors.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { refuseIfReadOnly } from '../../organizations/service/index.ts'
import { connectionToSync } from './connection-to-sync.ts'
import { goOn } from './run-sync.ts'

const Day = z.iso.date('Write a day as 2026-11-20.')
const StartSync = z.object({ connectionId: z.uuid('Say which connection.'), period: z.object({ from: Day, to: Day }) })
export type StartSync = z.input<typeof StartSync>

const longestDays = 1_100

/**
 * Asks a connection's provider for all that it has of a period, and takes it in as if its webhooks had told of it: what they told already is
 * nothing new, and what got lost is there afterwards. Of one connection, one at a time.
 */
export async function startSync({ actor, input, tx }: Verb<StartSync>): Promise<{ id: string }> {
  authorize(actor, 'connections:write')
  const { connectionId, period } = parseInput(StartSync, input)
  if (period.from > period.to) throw badInput([{ path: 'period.to', message: 'A period ends on or after its first day.' }])
  if (Date.parse(period.to) - Date.parse(period.from) > longestDays * 86_400_000)
    throw badInput([{ path: 'period', message: 'At most three years at once.' }])
  await refuseIfReadOnly(tx)
  const { kind } = await connectionToSync(tx, connectionId)
  const [row] = await tx.db
    .insert(runs)
    .values({
      organizationId: tx.organizationId,
      kind,
      connectionId,
      periodFrom: period.from,
      periodTo: period.to,
      state: 'queued',
      requestedBy: actorName(actor),
    })
    .returning({ id: runs.id })
  if (!row) throw new Error('An inserted run was not returned')
  await goOn(tx, row.id)
  return row
}
