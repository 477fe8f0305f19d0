import * as z from 'zod/mini'
import type { FieldMappingInput, FieldSourceInput, UtmParameter } from '../../apollo/generated/graphql.ts'

/** Where a booking can name something, as the editor offers it. */
export const placeKinds = ['CONTENT', 'SOURCE', 'MEDIUM', 'CAMPAIGN', 'TERM', 'QUESTION'] as const

export type PlaceKind = (typeof placeKinds)[number]

export const placeWords: Readonly<Record<PlaceKind, string>> = {
  CONTENT: 'utm_content',
  SOURCE: 'utm_source',
  MEDIUM: 'utm_medium',
  CAMPAIGN: 'utm_campaign',
  TERM: 'utm_term',
  QUESTION: 'Booking question',
}

const placeSchema = z
  .object({
    kind: z.enum(placeKinds),
    prefix: z.string().check(z.trim(), z.maxLength(100, 'Use at most 100 characters')),
    question: z.string().check(z.trim(), z.maxLength(500, 'Use at most 500 characters')),
  })
  .check(
    z.refine((place) => place.kind !== 'QUESTION' || place.question !== '', {
      error: 'Write the question as your booking page asks it',
      path: ['question'],
    }),
  )

const listSchema = z.array(placeSchema).check(z.maxLength(10, 'Use at most ten places'))

export const mappingSchema = z.object({ setterFrom: listSchema, sourceFrom: listSchema, trafficTypeFrom: listSchema })

/** A place as it is edited: what does not belong to its kind is kept, so that choosing another kind and back loses nothing. */
export type PlaceDraft = z.infer<typeof placeSchema>

export type MappingDraft = z.infer<typeof mappingSchema>

export type MappingField = keyof MappingDraft

export const mappingFields = ['setterFrom', 'sourceFrom', 'trafficTypeFrom'] as const satisfies readonly MappingField[]

export const emptyPlace: PlaceDraft = { kind: 'CONTENT', prefix: '', question: '' }

/** Where bookings usually name their setter, source and traffic type. */
export const usualMapping: MappingDraft = {
  setterFrom: [{ kind: 'CONTENT', prefix: 'setter-', question: '' }],
  sourceFrom: [{ ...emptyPlace, kind: 'SOURCE' }],
  trafficTypeFrom: [{ ...emptyPlace, kind: 'MEDIUM' }],
}

/** Where an automation names the source and traffic type of a contact. */
export const leadMapping: MappingDraft = {
  setterFrom: [],
  sourceFrom: [{ ...emptyPlace, kind: 'QUESTION', question: 'source' }],
  trafficTypeFrom: [{ ...emptyPlace, kind: 'QUESTION', question: 'traffic_type' }],
}

/** A place as the API answers it. */
interface Place {
  utm: UtmParameter | null
  prefix: string | null
  question: string | null
}

const draftOfPlace = ({ utm, prefix, question }: Place): PlaceDraft => ({
  kind: utm ?? 'QUESTION',
  prefix: prefix ?? '',
  question: question ?? '',
})

const inputOfPlace = ({ kind, prefix, question }: PlaceDraft): FieldSourceInput =>
  kind === 'QUESTION' ? { question } : prefix === '' ? { utm: kind } : { utm: kind, prefix }

/** The editor's draft of what the API answered. */
export const draftOfMapping = (mapping: Record<MappingField, readonly Place[]>): MappingDraft => ({
  setterFrom: mapping.setterFrom.map(draftOfPlace),
  sourceFrom: mapping.sourceFrom.map(draftOfPlace),
  trafficTypeFrom: mapping.trafficTypeFrom.map(draftOfPlace),
})

/** What the API takes, of a draft that was checked. */
export const inputOfMapping = (draft: MappingDraft): FieldMappingInput => ({
  setterFrom: draft.setterFrom.map(inputOfPlace),
  sourceFrom: draft.sourceFrom.map(inputOfPlace),
  trafficTypeFrom: draft.trafficTypeFrom.map(inputOfPlace),
})
