import type { Tx } from '../../../database/tx.ts'
import { badInput, notFound } from '../../../kernel/errors.ts'
import { normaliseEmail, normaliseName } from '../../../lib/identity.ts'
import { type RosterKind, rosterNamesChanged } from './facts.ts'
import { loadClosers, loadSetters, loadSources, loadTrafficTypes } from './load-roster.ts'
import { addName } from './store-names.ts'

const loaders = { closer: loadClosers, setter: loadSetters, source: loadSources, traffic_type: loadTrafficTypes } as const
const words = { closer: 'closer', setter: 'setter', source: 'source', traffic_type: 'traffic type' } as const

/** From now on somebody or something goes by one name more; earlier bookings that used it become theirs. A closer's may be an address. */
export async function addAlias(tx: Tx, kind: RosterKind, id: string, name: string): Promise<void> {
  if (!(await loaders[kind](tx, [id])).has(id)) throw notFound(words[kind])
  const nameKey = (kind === 'closer' ? normaliseEmail(name) : null) ?? normaliseName(name)
  if (nameKey === '') throw badInput([{ path: 'name', message: 'A name has letters or digits.' }])
  await addName(tx, kind, id, { name, nameKey })
  await rosterNamesChanged.announce(tx, { kind, id })
}
