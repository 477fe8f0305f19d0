/** A stream of chance that a seed fixes: the same seed draws the same, on every machine. */
export interface Random {
  /** From 0 up to, but without, 1. */
  fraction(): number
  /** Whole, both ends included. */
  integer(from: number, to: number): number
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  weighted<T>(list: readonly (readonly [value: T, weight: number])[]): T
  shuffle<T>(list: readonly T[]): T[]
  /** Exponential: mostly small, seldom large. */
  wait(mean: number): number
  uuid(): string
  /** Letters and digits, as in a processor's ids. */
  token(length: number): string
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

export function createRandom(seed: number): Random {
  const fraction = mulberry32(seed)
  const integer = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1))
  const token = (length: number): string => Array.from({ length }, () => alphabet.charAt(integer(0, alphabet.length - 1))).join('')
  const hex = (length: number): string => Array.from({ length }, () => integer(0, 15).toString(16)).join('')

  return {
    fraction,
    integer,
    between: (from, to) => from + fraction() * (to - from),
    chance: (probability) => fraction() < probability,
    pick: (list) => take(list, integer(0, list.length - 1)),
    weighted(list) {
      let left = fraction() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of list) {
        left -= weight
        if (left < 0) return value
      }
      return take(list, list.length - 1)[0]
    },
    shuffle(list) {
      const shuffled = [...list]
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = integer(0, last)
        const moved = take(shuffled, last)
        shuffled[last] = take(shuffled, other)
        shuffled[other] = moved
      }
      return shuffled
    },
    wait: (mean) => -Math.log(1 - fraction()) * mean,
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'.charAt(integer(0, 3))}${hex(3)}-${hex(12)}`,
    token,
  }
}

function take<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError(`There is no element ${index} in a list of ${list.length}`)
  // The bounds are checked above; a cast, since an element may itself be undefined.
  return list[index] as T
}

/** The mulberry32 generator: 32 bits of state, good enough for a story and the same everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
