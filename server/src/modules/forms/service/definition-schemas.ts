import { fieldKinds, optionColors } from '@clinch/schema/fields'
import { questionNames } from '@clinch/schema/forms'
import { z } from 'zod'

const orNull = (value: string | null | undefined) => value ?? null
const orFalse = (value: boolean | null | undefined) => value ?? false

const Question = z.object({
  name: z.enum(questionNames, 'There is no such question.'),
  label: z.string().nullish().transform(orNull),
  help: z.string().nullish().transform(orNull),
  hidden: z.boolean().nullish().transform(orFalse),
  required: z.boolean().nullish().transform(orFalse),
})

const Option = z.object({
  key: z.string(),
  label: z.string(),
  color: z
    .enum(optionColors, 'There is no such colour.')
    .nullish()
    .transform((value) => value ?? null),
})

const FormField = z.object({
  key: z.string(),
  kind: z.enum(fieldKinds, 'There is no such kind of field.'),
  label: z.string(),
  help: z.string().nullish().transform(orNull),
  required: z.boolean().nullish().transform(orFalse),
  options: z
    .array(Option)
    .nullish()
    .transform((value) => value ?? []),
  shownIf: z
    .object({ fieldKey: z.string(), anyOf: z.array(z.string()) })
    .nullish()
    .transform((value) => value ?? null),
})

/** A form as an admin defines it. What its parts have to be is judged where the web app judges it too. */
export const SaveFormDefinition = z.object({
  questions: z
    .array(Question)
    .nullish()
    .transform((value) => value ?? []),
  fields: z.array(FormField),
  /** The version that the caller changes; where another is in force meanwhile, the call is refused. */
  expectedVersion: z
    .number()
    .int()
    .min(0)
    .nullish()
    .transform((value) => value ?? null),
})
export type SaveFormDefinition = z.input<typeof SaveFormDefinition>
