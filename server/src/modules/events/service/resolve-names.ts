import type { Tx } from '../../../database/tx.ts'
import { normaliseName } from '../../../lib/identity.ts'
import { findSetterByName, matchSource, matchTrafficType, setterWhen } from '../../roster/service/index.ts'
import type { MappedNames } from './read-mapping.ts'

/** A booking's names, resolved to the roster as far as it knows them. What it does not know is kept as text. */
export interface ResolvedNames {
  setterId: string | null
  setterName: string | null
  setterKey: string | null
  sourceId: string | null
  sourceName: string | null
  trafficTypeId: string | null
  trafficTypeName: string | null
}

/** Resolves the names of a booking that was made at this moment: who had left by then is not its setter. */
export const resolveNames = async (tx: Tx, names: MappedNames, bookedAt: Date): Promise<ResolvedNames> =>
  (await lookUpNames(tx, names))(bookedAt)

/** Looks names up once, for all the bookings that say them; answers what they come to in one of a given moment. */
export async function lookUpNames(tx: Tx, names: MappedNames): Promise<(bookedAt: Date) => ResolvedNames> {
  const setter = names.setterName ? await findSetterByName(tx, names.setterName) : null
  const source = names.sourceName ? await matchSource(tx, names.sourceName) : null
  const trafficType = names.trafficTypeName ? await matchTrafficType(tx, names.trafficTypeName) : null
  return (bookedAt) => ({
    setterId: setterWhen(setter, bookedAt),
    setterName: names.setterName,
    setterKey: names.setterName ? normaliseName(names.setterName) : null,
    sourceId: source?.id ?? null,
    sourceName: names.sourceName,
    trafficTypeId: trafficType ?? source?.trafficTypeId ?? null,
    trafficTypeName: names.trafficTypeName,
  })
}
