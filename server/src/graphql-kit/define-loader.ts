import DataLoader from 'dataloader'
import type { Tx } from '../database/tx.ts'
import type { GraphContext } from './context.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

type Read<Value> = (tx: Tx, keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>

/** Reads one thing by its key, together with all others asked for at the same moment. */
export interface Loader<Value> {
  /** The thing itself where it was read ahead, else a promise of it. */
  load(context: GraphContext, key: string): Value | Promise<Value>
  /** Reads many together by keys that rows have, so that `load` has them at once. What fails is told by `load`, to those who ask for it. */
  readAhead(context: GraphContext, keys: readonly string[]): Promise<void>
}

/** `read` answers a map; `missing` stands for keys that are not in it (not there, or not this caller's). */
export function defineLoader<Value>(read: Read<Value>, missing: Value): Loader<Value> {
  const identity = {}
  // The identity object belongs to this definition alone, so what is remembered under it is of its type.
  const of = (context: GraphContext) => context.remember(identity, () => new Loaded(context, read, missing)) as Loaded<Value>
  return {
    load: (context, key) => of(context).load(key),
    readAhead: (context, keys) => of(context).readAhead(keys),
  }
}

/** What one operation has loaded of one kind. */
class Loaded<Value> {
  readonly #context: GraphContext
  readonly #read: Read<Value>
  readonly #missing: Value
  /** Read ahead; a promise only where reading failed. */
  readonly #known = new Map<string, Value | Promise<Value>>()
  readonly #oneByOne: DataLoader<string, Value>

  constructor(context: GraphContext, read: Read<Value>, missing: Value) {
    this.#context = context
    this.#read = read
    this.#missing = missing
    this.#oneByOne = new DataLoader(async (keys) => {
      // What is no id cannot be anybody's row, and must not make the read fail for the others.
      const ids = keys.filter((key) => uuid.test(key))
      const found = ids.length === 0 ? new Map<string, Value>() : await this.#readNow(ids)
      return keys.map((key) => found.get(key) ?? missing)
    })
  }

  load(key: string): Value | Promise<Value> {
    const known = this.#known.get(key)
    return known === undefined ? this.#oneByOne.load(key) : known
  }

  async readAhead(keys: readonly string[]): Promise<void> {
    const unknown = [...new Set(keys)].filter((key) => !this.#known.has(key))
    if (unknown.length === 0) return
    const reading = this.#readNow(unknown)
    try {
      const found = await reading
      for (const key of unknown) this.#known.set(key, found.get(key) ?? this.#missing)
    } catch {
      // Whoever loads one of the keys hears of it.
      const failed = reading.then(() => this.#missing)
      failed.catch(() => undefined)
      for (const key of unknown) this.#known.set(key, failed)
    }
  }

  async #readNow(keys: readonly string[]): Promise<ReadonlyMap<string, Value>> {
    return this.#read(this.#context.tx, keys)
  }
}
