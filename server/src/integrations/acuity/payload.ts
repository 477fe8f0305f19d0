import { z } from 'zod'
import { optionalText } from '../wire-values.ts'

/** ISO 8601 as Acuity writes it: its offset has no colon. */
const acuityInstant = z.string().transform((text, context) => {
  const date = new Date(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  if (/^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:?\d\d)$/.test(text) && !Number.isNaN(date.getTime())) return date
  context.addIssue({ code: 'custom', message: 'is no instant' })
  return z.NEVER
})

/** Minutes, written as a text. */
const minutes = z
  .union([z.string().regex(/^\d{1,5}$/), z.number().int().nonnegative().max(99_999)])
  .transform((value) => Number(value))
  .nullish()

/** A webhook: it names the appointment, and tells nothing of it. */
export const AcuityMessage = z.object({ action: z.string(), id: z.string().regex(/^\d{1,18}$/, 'is no id') })

/** What Clinch reads of an appointment. */
export const AcuityAppointment = z.object({
  id: z.number(),
  firstName: optionalText,
  lastName: optionalText,
  email: optionalText,
  phone: optionalText,
  datetime: acuityInstant,
  datetimeCreated: acuityInstant.nullish(),
  duration: minutes,
  type: optionalText,
  appointmentTypeID: z.number().nullish(),
  calendar: optionalText,
  calendarID: z.number().nullish(),
  timezone: optionalText,
  location: optionalText,
  canceled: z.boolean().nullish(),
  noShow: z.boolean().nullish(),
  forms: z
    .array(
      z.object({
        values: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]).nullish() })).nullish(),
      }),
    )
    .nullish(),
})
export type AcuityAppointment = z.output<typeof AcuityAppointment>

export const AcuityCalendars = z.array(z.object({ id: z.number(), name: optionalText, email: optionalText }))
export type AcuityCalendars = z.output<typeof AcuityCalendars>

/** An appointment as it stood when it was asked for. */
export interface SeenAppointment {
  appointment: AcuityAppointment
  calendars: AcuityCalendars
  seenAt: Date
}
