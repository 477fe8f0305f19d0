import type { Tx } from '../../../database/tx.ts'
import { normaliseName } from '../../../lib/identity.ts'
import { matchSetterName, matchSource, matchTrafficType } from '../../roster/service/index.ts'
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

export async function resolveNames(tx: Tx, names: MappedNames): Promise<ResolvedNames> {
  const setterId = names.setterName ? await matchSetterName(tx, names.setterName) : null
  const source = names.sourceName ? await matchSource(tx, names.sourceName) : null
  const trafficType = names.trafficTypeName ? await matchTrafficType(tx, names.trafficTypeName) : null
  return {
    setterId,
    setterName: names.setterName,
    setterKey: names.setterName ? normaliseName(names.setterName) : null,
    sourceId: source?.id ?? null,
    sourceName: names.sourceName,
    trafficTypeId: trafficType ?? source?.trafficTypeId ?? null,
    trafficTypeName: names.trafficTypeName,
  }
}
