import type { FieldMapping, FieldSource } from '@clinch/drizzle/tables'
import type { BookingMessage } from './booking-message.ts'

/** What a booking says of its setter, source and traffic type, in its own words. */
export interface MappedNames {
  setterName: string | null
  sourceName: string | null
  trafficTypeName: string | null
}

/** Reads a booking by its connection's mapping: of each list, the first place that says something. */
export const readMapping = (mapping: FieldMapping, message: Pick<BookingMessage, 'tracking' | 'answers'>): MappedNames => ({
  setterName: firstSaid(mapping.setterFrom, message),
  sourceName: firstSaid(mapping.sourceFrom, message),
  trafficTypeName: firstSaid(mapping.trafficTypeFrom, message),
})

function firstSaid(places: readonly FieldSource[], message: Pick<BookingMessage, 'tracking' | 'answers'>): string | null {
  for (const place of places) {
    const said = read(place, message)?.trim()
    if (said) return said
  }
  return null
}

function read(place: FieldSource, { tracking, answers }: Pick<BookingMessage, 'tracking' | 'answers'>): string | null {
  if (place.kind === 'question') {
    const wanted = fold(place.question)
    return answers.find((answer) => fold(answer.question) === wanted)?.answer ?? null
  }
  const value = tracking[place.parameter]
  if (value === null || !place.prefix) return value
  return value.toLowerCase().startsWith(place.prefix.toLowerCase()) ? value.slice(place.prefix.length) : value
}

const fold = (question: string): string => question.trim().replace(/\s+/g, ' ').toLowerCase()
