import { z } from 'zod'
import { instant, optionalText } from '../wire-values.ts'

const Cancellation = z
  .object({ canceled_by: optionalText, reason: optionalText, canceler_type: z.string().nullish(), created_at: instant.nullish() })
  .nullish()

/** What Clinch reads of Calendly's invitee messages. */
export const CalendlyMessage = z.object({
  event: z.string(),
  created_at: instant,
  payload: z.object({
    uri: z.string().min(1),
    email: optionalText,
    name: optionalText,
    first_name: optionalText,
    last_name: optionalText,
    timezone: optionalText,
    text_reminder_number: optionalText,
    created_at: instant.nullish(),
    rescheduled: z.boolean().nullish(),
    old_invitee: optionalText,
    new_invitee: optionalText,
    tracking: z
      .object({
        utm_source: optionalText,
        utm_medium: optionalText,
        utm_campaign: optionalText,
        utm_content: optionalText,
        utm_term: optionalText,
      })
      .nullish(),
    questions_and_answers: z.array(z.object({ question: z.string(), answer: z.string().nullish() })).nullish(),
    cancellation: Cancellation,
    scheduled_event: z.object({
      name: optionalText,
      start_time: instant,
      end_time: instant.nullish(),
      created_at: instant.nullish(),
      event_type: optionalText,
      location: z.object({ join_url: optionalText, location: optionalText }).nullish(),
      event_memberships: z.array(z.object({ user_email: optionalText, user_name: optionalText })).nullish(),
      cancellation: Cancellation,
    }),
  }),
})
export type CalendlyMessage = z.output<typeof CalendlyMessage>
