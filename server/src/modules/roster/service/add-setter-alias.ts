import type { Tx } from '../../../database/tx.ts'
import { notFound } from '../../../kernel/errors.ts'
import { rosterNamesChanged } from './facts.ts'
import { loadSetters } from './load-roster.ts'
import { addName } from './store-names.ts'

/** From now on a setter goes by one name more; earlier bookings that used it become theirs. */
export async function addSetterAlias(tx: Tx, setterId: string, name: string): Promise<void> {
  if (!(await loadSetters(tx, [setterId])).has(setterId)) throw notFound('setter')
  await addName(tx, setterId, name)
  await rosterNamesChanged.announce(tx, { kind: 'setter', id: setterId })
}
