import { acuityRef } from './acuity-messages.ts'
import type { Chance } from './chance.ts'
import { type Call, type Chain, closers, setters, sources } from './history.ts'
import { tellFilings } from './tell-filings.ts'

const minute = 60_000
const day = 86_400_000

/** How the last call of a chain went, as far as the booking tool heard. */
const ends = ['stands', 'stands', 'stands', 'canceled', 'no_show', 'taken_back', 'marked_again'] as const
const marks: Readonly<Partial<Record<(typeof ends)[number], readonly boolean[]>>> = {
  no_show: [true],
  taken_back: [true, false],
  marked_again: [true, false, true],
}

/** A booking from some day on, what it was moved to, and what was said of its calls. */
export function tellChain(index: number, nth: number, from: number, chance: Chance): Chain {
  const tool = chance.pick(['calendly', 'calendly', 'custom', 'acuity'] as const)
  // Of what was moved twice, Acuity shows no more than where it is.
  const moves = chance.pick(tool === 'acuity' ? [0, 0, 1] : [0, 0, 0, 1, 1, 2])
  const calls: Call[] = []
  for (let place = 0; place <= moves; place++) {
    const before = calls.at(-1)
    const bookedAt = before ? before.bookedAt.getTime() + chance.whole(60, 1_400) * minute : from + chance.whole(0, 1_000) * minute
    const scheduledAt = new Date(bookedAt + chance.whole(1, 6) * day + chance.whole(1, 500) * minute)
    const end = place === moves ? chance.pick(ends) : null
    const firstBookedAt = calls[0]?.bookedAt
    const call = {
      ref: tool === 'acuity' ? acuityRef(1_000_000 + index * 10 + nth, scheduledAt) : `c${index}x${nth}n${place}`,
      closer: chance.whole(0, tool === 'acuity' ? 1 : closers.length - 1),
      // Acuity keeps when an appointment was made, however often it is moved.
      bookedAt: tool === 'acuity' && firstBookedAt ? firstBookedAt : new Date(bookedAt),
      scheduledAt,
      canceledAt: end === 'canceled' ? new Date(bookedAt + 30 * minute) : null,
      noShowMarks: (end ? (marks[end] ?? []) : []).map((marked, step) => ({
        marked,
        at: new Date(scheduledAt.getTime() + (step + 1) * 20 * minute),
      })),
    }
    calls.push({ ...call, filings: tellFilings({ isLast: place === moves }, chance) })
  }
  return { tool, setter: chance.pick(setters), source: chance.pick(sources), calls }
}
