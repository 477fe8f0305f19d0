import { fieldKinds, optionColors } from '@clinch/schema/fields'
import { fieldSubjects } from '@clinch/drizzle/tables'
import { z } from 'zod'

export const FieldId = z.uuid('Say which field.')
export const Subject = z.enum(fieldSubjects, 'Say of what it is a field.')
export const Kind = z.enum(fieldKinds, 'Say what it holds.')

/** An option as a person writes it: with the key of one that there is, or without for a new one. */
export const OptionText = z.object({
  key: z.string().trim().nullish(),
  label: z.string(),
  color: z.enum(optionColors, 'There is no such colour.').nullish(),
})
export type OptionText = z.output<typeof OptionText>

/** Values by the key of their field, judged by the fields themselves. Left as they are: a key such as __proto__ is to be refused, not lost. */
export const PostedValues = z.custom<Readonly<Record<string, unknown>>>(
  (given) => typeof given === 'object' && given !== null,
  'Say what to write.',
)
