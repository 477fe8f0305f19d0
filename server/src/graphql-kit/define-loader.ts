import DataLoader from 'dataloader'
import type { Tx } from '../database/tenant-transaction.ts'
import type { GraphContext } from './context.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Reads one thing by its key, together with all others asked for at the same moment. */
export interface Loader<Value> {
  load(context: GraphContext, key: string): Promise<Value>
}

/** `read` answers a map; `missing` stands for keys that are not in it (not there, or not this caller's). */
export function defineLoader<Value>(
  read: (tx: Tx, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  missing: Value,
): Loader<Value> {
  const identity = {}
  const create = (context: GraphContext) =>
    new DataLoader<string, unknown>(async (keys) => {
      // What is no id cannot be anybody's row, and must not make the read fail for the others.
      const ids = keys.filter((key) => uuid.test(key))
      const found = ids.length === 0 ? new Map<string, Value>() : await read(context.tx, ids)
      return keys.map((key) => found.get(key) ?? missing)
    })
  return {
    // The identity object belongs to this definition alone, so what its loader holds is of type Value.
    load: (context, key) => context.loader(identity, () => create(context)).load(key) as Promise<Value>,
  }
}
