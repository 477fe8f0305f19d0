import { chanceOf } from './stories/chance.ts'

/** The same things in another order, which the seed fixes. */
export function shuffled<Thing>(things: readonly Thing[], seed: number): Thing[] {
  const { fraction } = chanceOf(seed)
  return things
    .map((thing) => ({ thing, at: fraction() }))
    .sort((one, other) => one.at - other.at)
    .map(({ thing }) => thing)
}
