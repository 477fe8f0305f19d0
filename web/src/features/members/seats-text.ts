import { formatCount } from '../../lib/format-count.ts'

/** How many seats of a plan are taken, as a sentence. */
export const seatsText = (used: number, seats: number): string => {
  if (used < seats) return `${formatCount(used)} of ${formatCount(seats)} seats taken.`
  return seats === 1 ? 'The one seat is taken.' : `All ${formatCount(seats)} seats are taken.`
}
