import { z } from 'zod'

export const ConnectionName = z.string().trim().min(1, 'Give the connection a name.').max(100, 'A name has at most 100 characters.')

export const Secret = z.string().trim().min(8, 'A secret has at least 8 characters.').max(500, 'A secret has at most 500 characters.')

/** How a provider names the account that a key belongs to. */
export const Account = z.string().trim().min(1, 'Give the user id.').max(100, 'A user id has at most 100 characters.')

const FieldSource = z.union([
  z.object({
    kind: z.literal('utm'),
    parameter: z.enum(['source', 'medium', 'campaign', 'content', 'term']),
    prefix: z.string().max(100, 'A prefix has at most 100 characters.').optional(),
  }),
  z.object({
    kind: z.literal('question'),
    question: z.string().trim().min(1, 'Write the question.').max(500, 'A question has at most 500 characters.'),
  }),
])

export const Mapping = z.object({
  setterFrom: z.array(FieldSource).max(10, 'At most ten places.'),
  sourceFrom: z.array(FieldSource).max(10, 'At most ten places.'),
  trafficTypeFrom: z.array(FieldSource).max(10, 'At most ten places.'),
})

/** Where a booking usually names its setter, source and traffic type. */
export const usualMapping: z.output<typeof Mapping> = {
  setterFrom: [{ kind: 'utm', parameter: 'content', prefix: 'setter-' }],
  sourceFrom: [{ kind: 'utm', parameter: 'source' }],
  trafficTypeFrom: [{ kind: 'utm', parameter: 'medium' }],
}

/** Where an automation names the source and traffic type of a contact: in fields of these names. */
export const leadMapping: z.output<typeof Mapping> = {
  setterFrom: [],
  sourceFrom: [{ kind: 'question', question: 'source' }],
  trafficTypeFrom: [{ kind: 'question', question: 'traffic_type' }],
}
