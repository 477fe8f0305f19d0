import type { BookingMessage } from './booking-message.ts'

/** For which time a booking stood, and with whom, when it was looked at. */
export interface Sighting {
  scheduledAt: Date
  seenAt: Date
  hosts: BookingMessage['hosts']
}

/** One of the times that a booking had, from its first to its last sighting. */
export interface SeriesState {
  /** The booking and its time; where it came back to a time, also how often. */
  ref: string
  scheduledAt: Date
  from: Date
  to: Date
  /** As they were last seen. */
  hosts: BookingMessage['hosts']
}

/** The times that a booking had, in order, as its sightings in the order of seeing tell them. */
export function statesOf(seriesRef: string, sightings: readonly Sighting[]): SeriesState[] {
  const states: SeriesState[] = []
  const had = new Map<number, number>()
  for (const { scheduledAt, seenAt, hosts } of sightings) {
    const current = states.at(-1)
    if (current?.scheduledAt.getTime() === scheduledAt.getTime()) {
      current.to = seenAt
      current.hosts = hosts
      continue
    }
    const times = (had.get(scheduledAt.getTime()) ?? 0) + 1
    had.set(scheduledAt.getTime(), times)
    const ref = `${seriesRef}@${scheduledAt.toISOString()}${times === 1 ? '' : `~${times}`}`
    states.push({ ref, scheduledAt, from: seenAt, to: seenAt, hosts })
  }
  return states
}
