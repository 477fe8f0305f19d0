/** Chance that a seed fixes. */
export interface Chance {
  /** At least 0, less than 1. */
  fraction(): number
  /** A whole number from the one to the other, both included. */
  whole(from: number, to: number): number
  pick<Thing>(things: readonly Thing[]): Thing
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const fraction = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1))
  return {
    fraction,
    whole,
    pick<Thing>(things: readonly Thing[]): Thing {
      const [thing] = things.slice(whole(0, things.length - 1))
      if (thing === undefined) throw new Error('There is nothing to pick from')
      return thing
    },
  }
}
