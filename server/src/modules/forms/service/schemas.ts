import { maxNotesLength, notesTooLong, paymentTypes, resolutions } from '@clinch/schema/forms'
import { z } from 'zod'
import { MoneyText } from '../../../kernel/money-text.ts'

const choice = (message: string) =>
  z
    .uuid(message)
    .nullish()
    .transform((value) => value ?? null)

/** What a closer says of a call. */
export const SubmitPostCallForm = z.object({
  eventId: z.uuid('Say which event.'),
  callOccurred: z.boolean(),
  leadShowed: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null),
  offerMade: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null),
  dealClosed: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null),
  resolution: z
    .enum(resolutions)
    .nullish()
    .transform((value) => value ?? null),
  cashCollected: MoneyText.nullish().transform((value) => value ?? null),
  paymentType: z
    .enum(paymentTypes)
    .nullish()
    .transform((value) => value ?? null),
  notes: z
    .string()
    .trim()
    .max(maxNotesLength, notesTooLong)
    .nullish()
    .transform((value) => (value ? value : null)),
  packageId: choice('Say which package.'),
  callOutcomeId: choice('Say which outcome.'),
  opportunityStatusId: choice('Say which status.'),
  /** Values by the key of their field, as they came. */
  fields: z
    .custom<Readonly<Record<string, unknown>>>((value) => typeof value === 'object' && value !== null && !Array.isArray(value))
    .nullish()
    .transform((value) => value ?? {}),
  /** The version of the organization's form that was filled in; where another is in force meanwhile, the call is refused. */
  definitionVersion: z
    .number()
    .int()
    .min(0)
    .nullish()
    .transform((value) => value ?? null),
  /** The version that the caller amends; where the form has moved on since, the call is refused. */
  expectedVersion: z
    .number()
    .int()
    .min(0)
    .nullish()
    .transform((value) => value ?? null),
})
export type SubmitPostCallForm = z.input<typeof SubmitPostCallForm>
